import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const cluster = (apiVersion: string, kind: string, spec: JsonObject): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name: 'cluster' },
  spec,
});

export const openShiftOperatorRuleExamples: readonly Example[] = [
  {
    object: cluster('operator.openshift.io/v1', 'Console', { managementState: 'Managed', plugins: ['shop'] }),
    pointers: ['console-plugin spec.plugins[0] → ConsolePlugin.console.openshift.io shop'],
  },
  {
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'router-default',
        namespace: 'openshift-ingress',
        labels: { 'ingresscontroller.operator.openshift.io/owning-ingresscontroller': 'default' },
      },
      spec: {
        selector: { matchLabels: { app: 'router' } },
        template: { metadata: { labels: { app: 'router' } }, spec: { containers: [{ name: 'router', image: 'router:1' }] } },
      },
    },
    pointers: [
      "ingress-controller-deployment metadata.labels['ingresscontroller.operator.openshift.io/owning-ingresscontroller'] → IngressController.operator.openshift.io openshift-ingress-operator/default [weak]",
    ],
  },
  {
    object: {
      apiVersion: 'route.openshift.io/v1',
      kind: 'Route',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { to: { kind: 'Service', name: 'web', weight: 100 } },
      status: { ingress: [{ host: 'web.example.com', routerName: 'default' }] },
    },
    pointers: [
      'route-ingress-controller status.ingress[0].routerName → IngressController.operator.openshift.io openshift-ingress-operator/default [weak]',
    ],
  },
  {
    object: {
      ...cluster('console.openshift.io/v1', 'ConsolePlugin', {
        displayName: 'Shop',
        backend: { type: 'Service', service: { name: 'plugin', namespace: 'shop', port: 9443 } },
        proxy: [{ alias: 'api', endpoint: { type: 'Service', service: { name: 'api', namespace: 'shop', port: 8080 } } }],
      }),
      metadata: { name: 'shop' },
    },
    pointers: [
      'console-plugin-service spec.backend.service.name → Service shop/plugin',
      'console-plugin-service spec.proxy[0].endpoint.service.name → Service shop/api',
    ],
  },
  {
    object: cluster('imageregistry.operator.openshift.io/v1', 'Config', {
      managementState: 'Managed',
      replicas: 1,
      storage: { pvc: { claim: 'image-registry-storage' } },
      routes: [{ name: 'public', hostname: 'images.example.com', secretName: 'registry-tls' }],
    }),
    pointers: [
      'image-registry-claim spec.storage.pvc.claim → PersistentVolumeClaim openshift-image-registry/image-registry-storage',
      'image-registry-route-secret spec.routes[0].secretName → Secret openshift-image-registry/registry-tls',
    ],
  },
  {
    object: {
      ...cluster('operator.openshift.io/v1', 'ClusterCSIDriver', { managementState: 'Managed' }),
      metadata: { name: 'ebs.csi.aws.com' },
    },
    pointers: ['cluster-csi-driver metadata.name → CSIDriver.storage.k8s.io ebs.csi.aws.com [weak]'],
  },
  {
    object: {
      apiVersion: 'cloudcredential.openshift.io/v1',
      kind: 'CredentialsRequest',
      metadata: { name: 'registry', namespace: 'openshift-cloud-credential-operator' },
      spec: { secretRef: { name: 'registry-credentials', namespace: 'openshift-image-registry' } },
    },
    pointers: ['credentials-request-secret spec.secretRef.name → Secret openshift-image-registry/registry-credentials [weak]'],
  },
  ...['beta', 'alpha'].map((stage): Example => {
    const annotation = `service.${stage}.openshift.io/serving-cert-secret-name`;
    return {
      object: {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: `web-${stage}`, namespace: 'shop', annotations: { [annotation]: 'web-tls' } },
        spec: { ports: [{ port: 443 }] },
      },
      pointers: [`service-serving-certificate metadata.annotations['${annotation}'] → Secret shop/web-tls [weak]`],
    };
  }),
];
