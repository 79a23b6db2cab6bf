import type { Example } from '../../../../test/support/example.ts';
import { bare } from '../bare.ts';

const template = { spec: { containers: [{ image: 'hello:1' }] } };
const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'hello-00002-deployment' };
const inStatus = { latestCreatedRevisionName: 'hello-00003', latestReadyRevisionName: 'hello-00002' };
const latest = [
  'knative-latest-revision status.latestCreatedRevisionName → Revision.serving.knative.dev shop/hello-00003 [weak]',
  'knative-latest-revision status.latestReadyRevisionName → Revision.serving.knative.dev shop/hello-00002 [weak]',
];

export const knativeExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Service',
      metadata: { name: 'hello', namespace: 'shop' },
      spec: {
        template,
        traffic: [
          { revisionName: 'hello-00001', percent: 10 },
          { latestRevision: true, percent: 90 },
        ],
      },
      status: { ...inStatus, traffic: [{ revisionName: 'hello-00002', latestRevision: true, percent: 90 }] },
    },
    pointers: [
      'knative-traffic-revision spec.traffic[0].revisionName → Revision.serving.knative.dev shop/hello-00001',
      'knative-traffic-revision status.traffic[0].revisionName → Revision.serving.knative.dev shop/hello-00002 [weak]',
      ...latest,
    ],
  },
  {
    object: {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Configuration',
      metadata: { name: 'hello', namespace: 'shop' },
      spec: { template },
      status: inStatus,
    },
    pointers: latest,
  },
  {
    object: {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Route',
      metadata: { name: 'hello', namespace: 'shop' },
      spec: {
        traffic: [
          { configurationName: 'hello', percent: 90 },
          { revisionName: 'hello-00001', percent: 10 },
        ],
      },
      status: { traffic: [{ revisionName: 'hello-00002', percent: 90 }] },
    },
    pointers: [
      'knative-traffic-configuration spec.traffic[0].configurationName → Configuration.serving.knative.dev shop/hello',
      'knative-traffic-revision spec.traffic[1].revisionName → Revision.serving.knative.dev shop/hello-00001',
      'knative-traffic-revision status.traffic[0].revisionName → Revision.serving.knative.dev shop/hello-00002 [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'hello-00002-deployment-x7k2p',
        namespace: 'shop',
        labels: {
          'serving.knative.dev/revision': 'hello-00002',
          'serving.knative.dev/configuration': 'hello',
          'serving.knative.dev/service': 'hello',
          'serving.knative.dev/configurationGeneration': '2',
        },
      },
      spec: { containers: [{ name: 'user-container', image: 'hello:1' }] },
    },
    pointers: [
      "label-knative-revision metadata.labels['serving.knative.dev/revision'] → Revision.serving.knative.dev shop/hello-00002 [weak]",
      "label-knative-configuration metadata.labels['serving.knative.dev/configuration'] → Configuration.serving.knative.dev shop/hello [weak]",
      "label-knative-service metadata.labels['serving.knative.dev/service'] → Service.serving.knative.dev shop/hello [weak]",
    ],
  },
  {
    object: {
      apiVersion: 'serving.knative.dev/v1beta1',
      kind: 'DomainMapping',
      metadata: { name: 'hello.example.com', namespace: 'shop' },
      spec: {
        ref: { apiVersion: 'serving.knative.dev/v1', kind: 'Service', name: 'hello' },
        tls: { secretName: 'hello-tls' },
      },
    },
    pointers: [
      'domain-mapping-target spec.ref.name → Service.serving.knative.dev shop/hello',
      'domain-mapping-secret spec.tls.secretName → Secret shop/hello-tls',
    ],
  },
  {
    object: {
      apiVersion: 'serving.knative.dev/v1beta1',
      kind: 'DomainMapping',
      metadata: { name: 'without-version.example.com', namespace: 'shop' },
      spec: { ref: { kind: 'Service', name: 'hello' } },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'autoscaling.internal.knative.dev/v1alpha1',
      kind: 'PodAutoscaler',
      metadata: { name: 'hello-00002', namespace: 'shop' },
      spec: { protocolType: 'http1', scaleTargetRef: deployment },
      status: { serviceName: 'hello-00002', metricsServiceName: 'hello-00002-private' },
    },
    pointers: [
      'knative-scale-target spec.scaleTargetRef.name → Deployment.apps shop/hello-00002-deployment',
      'knative-autoscaler-service status.serviceName → Service shop/hello-00002 [weak]',
      'knative-autoscaler-service status.metricsServiceName → Service shop/hello-00002-private [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'autoscaling.internal.knative.dev/v1alpha1',
      kind: 'PodAutoscaler',
      metadata: { name: 'without-version', namespace: 'shop' },
      spec: { protocolType: 'http1', scaleTargetRef: { kind: 'Deployment', name: 'hello' } },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'networking.internal.knative.dev/v1alpha1',
      kind: 'ServerlessService',
      metadata: { name: 'hello-00002', namespace: 'shop' },
      spec: { mode: 'Serve', protocolType: 'http1', objectRef: deployment },
      status: { serviceName: 'hello-00002', privateServiceName: 'hello-00002-private' },
    },
    pointers: [
      'serverless-service-object spec.objectRef.name → Deployment.apps shop/hello-00002-deployment',
      'serverless-service-service status.serviceName → Service shop/hello-00002 [weak]',
      'serverless-service-service status.privateServiceName → Service shop/hello-00002-private [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'networking.internal.knative.dev/v1alpha1',
      kind: 'ServerlessService',
      metadata: { name: 'without-version', namespace: 'shop' },
      spec: { mode: 'Serve', protocolType: 'http1', objectRef: { kind: 'Deployment', name: 'hello' } },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'networking.internal.knative.dev/v1alpha1',
      kind: 'Ingress',
      metadata: { name: 'hello', namespace: 'shop' },
      spec: {
        rules: [
          {
            hosts: ['hello.shop.example.com'],
            http: { paths: [{ splits: [{ serviceName: 'hello-00002', serviceNamespace: 'shop', servicePort: 80, percent: 100 }] }] },
          },
        ],
        tls: [{ hosts: ['hello.shop.example.com'], secretName: 'hello-tls', secretNamespace: 'certificates' }],
      },
    },
    pointers: [
      'knative-ingress-service spec.rules[0].http.paths[0].splits[0].serviceName → Service shop/hello-00002',
      'knative-ingress-secret spec.tls[0].secretName → Secret certificates/hello-tls',
    ],
  },
  {
    object: {
      apiVersion: 'networking.internal.knative.dev/v1alpha1',
      kind: 'Certificate',
      metadata: { name: 'hello', namespace: 'shop' },
      spec: { dnsNames: ['hello.shop.example.com'], secretName: 'hello-tls' },
    },
    pointers: ['knative-certificate-secret spec.secretName → Secret shop/hello-tls'],
  },
  bare('serving.knative.dev/v1', 'Route', 'shop'),
];
