/** Knative Serving: what traffic goes to, what revisions were made, and what scales and routes them. Owners reach from Service to Deployment. */
import type { KindKey } from '../../kube/kind.ts';
import { pod, secret, service } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const serving = (kind: string): KindKey => ({ group: 'serving.knative.dev', kind });
const knativeService = serving('Service');
const configuration = serving('Configuration');
const revision = serving('Revision');
const route = serving('Route');
const domainMapping = serving('DomainMapping');
const podAutoscaler: KindKey = { group: 'autoscaling.internal.knative.dev', kind: 'PodAutoscaler' };
const networking = (kind: string): KindKey => ({ group: 'networking.internal.knative.dev', kind });
const serverlessService = networking('ServerlessService');
const ingress = networking('Ingress');
const certificate = networking('Certificate');

/** An ObjectReference, or Knative's own KReference. */
const byVersion = {
  target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
  namespace: { path: 'namespace' },
  when: [{ path: 'apiVersion', present: true }],
} as const;

const traffic: readonly RelationRule[] = [
  { from: knativeService, reverse: 'knativeServices' },
  { from: route, reverse: 'knativeRoutes' },
].flatMap(({ from, reverse }): RelationRule[] => [
  {
    relation: 'knative-traffic-revision',
    from,
    path: 'spec.traffic[].revisionName',
    target: revision,
    namespace: 'source',
    forward: { name: 'revisions' },
    reverse: { name: reverse },
    source: 'serving.knative.dev/v1 TrafficTarget.revisionName',
  },
  {
    relation: 'knative-traffic-revision',
    from,
    path: 'status.traffic[].revisionName',
    target: revision,
    namespace: 'source',
    weak: true,
    forward: { name: 'revisions' },
    reverse: { name: reverse },
    source: 'serving.knative.dev/v1 RouteStatusFields.traffic',
  },
]);

const revisions: readonly RelationRule[] = [
  { from: knativeService, reverse: 'knativeServices' },
  { from: configuration, reverse: 'configurations' },
].flatMap(({ from, reverse }) =>
  atPaths(['status.latestCreatedRevisionName', 'status.latestReadyRevisionName'], {
    relation: 'knative-latest-revision',
    from,
    target: revision,
    namespace: 'source',
    weak: true,
    forward: { name: 'latestRevisions' },
    reverse: { name: reverse },
    source: 'serving.knative.dev/v1 ConfigurationStatusFields',
  }),
);

/** On what is made of a Service; the owners of a Pod reach no further than its Deployment and Revision. */
const labels: readonly RelationRule[] = [
  { label: 'revision', target: revision, forward: 'revision' },
  { label: 'configuration', target: configuration, forward: 'configuration' },
  { label: 'service', target: knativeService, forward: 'knativeService' },
].map(
  ({ label, target, forward }): RelationRule => ({
    relation: `label-knative-${label}`,
    from: pod,
    path: `metadata.labels['serving.knative.dev/${label}']`,
    target,
    namespace: 'source',
    weak: true,
    forward: { name: forward, one: true },
    reverse: { name: 'pods' },
    source: `serving.knative.dev ${target.kind}LabelKey`,
  }),
);

const networkingRules: readonly RelationRule[] = [
  {
    relation: 'knative-scale-target',
    from: podAutoscaler,
    path: 'spec.scaleTargetRef.name',
    ...byVersion,
    namespace: 'source',
    forward: { name: 'target', one: true },
    source: 'autoscaling.internal.knative.dev/v1alpha1 PodAutoscalerSpec.scaleTargetRef',
  },
  ...atPaths(['status.serviceName', 'status.metricsServiceName'], {
    relation: 'knative-autoscaler-service',
    from: podAutoscaler,
    target: service,
    namespace: 'source',
    weak: true,
    forward: { name: 'services' },
    reverse: { name: 'podAutoscalers' },
    source: 'autoscaling.internal.knative.dev/v1alpha1 PodAutoscalerStatus',
  }),
  {
    relation: 'serverless-service-object',
    from: serverlessService,
    path: 'spec.objectRef.name',
    ...byVersion,
    namespace: 'source',
    forward: { name: 'target', one: true },
    source: 'networking.internal.knative.dev/v1alpha1 ServerlessServiceSpec.objectRef',
  },
  ...atPaths(['status.serviceName', 'status.privateServiceName'], {
    relation: 'serverless-service-service',
    from: serverlessService,
    target: service,
    namespace: 'source',
    weak: true,
    forward: { name: 'services' },
    reverse: { name: 'serverlessServices' },
    source: 'networking.internal.knative.dev/v1alpha1 ServerlessServiceStatus',
  }),
  {
    relation: 'knative-ingress-service',
    from: ingress,
    path: 'spec.rules[].http.paths[].splits[].serviceName',
    target: service,
    namespace: { path: 'serviceNamespace' },
    forward: { name: 'services' },
    reverse: { name: 'knativeIngresses' },
    source: 'networking.internal.knative.dev/v1alpha1 IngressBackend',
  },
  {
    relation: 'knative-ingress-secret',
    from: ingress,
    path: 'spec.tls[].secretName',
    target: secret,
    namespace: { path: 'secretNamespace' },
    forward: { name: 'secrets' },
    reverse: { name: 'knativeIngresses' },
    source: 'networking.internal.knative.dev/v1alpha1 IngressTLS',
  },
  {
    relation: 'knative-certificate-secret',
    from: certificate,
    path: 'spec.secretName',
    target: secret,
    namespace: 'source',
    forward: { name: 'secret', one: true },
    reverse: { name: 'knativeCertificates' },
    source: 'networking.internal.knative.dev/v1alpha1 CertificateSpec.secretName',
  },
];

export const knativeRules: readonly RelationRule[] = [
  ...traffic,
  {
    relation: 'knative-traffic-configuration',
    from: route,
    path: 'spec.traffic[].configurationName',
    target: configuration,
    namespace: 'source',
    forward: { name: 'configurations' },
    reverse: { name: 'knativeRoutes' },
    source: 'serving.knative.dev/v1 TrafficTarget.configurationName: in a Route only',
  },
  ...revisions,
  ...labels,
  {
    relation: 'domain-mapping-target',
    from: domainMapping,
    path: 'spec.ref.name',
    ...byVersion,
    forward: { name: 'target', one: true },
    reverse: { name: 'domainMappings', on: [knativeService, route, service] },
    source: 'serving.knative.dev/v1beta1 DomainMappingSpec.ref',
  },
  {
    relation: 'domain-mapping-secret',
    from: domainMapping,
    path: 'spec.tls.secretName',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'domainMappings' },
    source: 'serving.knative.dev/v1beta1 SecretTLS',
  },
  ...networkingRules,
];
