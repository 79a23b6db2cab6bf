/** Ingresses: their backends, class, certificates and hosts. Paths are those of networking.k8s.io/v1, the canonical form. */
import { host, ingress, ingressClass, secret, service } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const backends = [
  { path: 'spec.defaultBackend', source: 'networking/v1 IngressSpec.defaultBackend' },
  { path: 'spec.rules[].http.paths[].backend', source: 'networking/v1 HTTPIngressPath.backend' },
];

const toClass = {
  relation: 'ingress-ingress-class',
  from: ingress,
  target: ingressClass,
  namespace: 'cluster',
  forward: { name: 'ingressClass', one: true },
  reverse: { name: 'ingresses' },
} as const;

const toHost = { relation: 'ingress-host', from: ingress, target: host, namespace: 'cluster' } as const;

export const ingressRules: readonly RelationRule[] = [
  ...backends.flatMap(({ path, source }): RelationRule[] => [
    {
      relation: 'ingress-service',
      from: ingress,
      path: `${path}.service.name`,
      target: service,
      namespace: 'source',
      forward: { name: 'services' },
      reverse: { name: 'ingresses' },
      source,
    },
    {
      relation: 'ingress-resource-backend',
      from: ingress,
      path: `${path}.resource.name`,
      target: { apiGroup: 'apiGroup', kind: 'kind', defaults: { group: '' } },
      namespace: 'source',
      forward: { name: 'resourceBackends' },
      source,
    },
  ]),
  { ...toClass, path: 'spec.ingressClassName', source: 'networking/v1 IngressSpec.ingressClassName' },
  {
    ...toClass,
    path: "metadata.annotations['kubernetes.io/ingress.class']",
    // The word of old: controllers looked for it long before there were IngressClass objects.
    alwaysOptional: true,
    source: 'networking/v1 AnnotationIngressClass (deprecated)',
  },
  {
    relation: 'ingress-tls-secret',
    from: ingress,
    path: 'spec.tls[].secretName',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'ingresses' },
    source: 'networking/v1 IngressTLS.secretName',
  },
  { ...toHost, path: 'spec.rules[].host', source: 'networking/v1 IngressRule.host' },
  { ...toHost, path: 'spec.tls[].hosts[]', source: 'networking/v1 IngressTLS.hosts' },
  ...['hostname', 'ip'].map(
    (field): RelationRule => ({
      relation: 'ingress-load-balancer',
      from: ingress,
      path: `status.loadBalancer.ingress[].${field}`,
      target: host,
      namespace: 'cluster',
      weak: true,
      source: 'networking/v1 IngressLoadBalancerIngress',
    }),
  ),
  {
    relation: 'ingress-class-parameters',
    from: ingressClass,
    path: 'spec.parameters.name',
    target: { apiGroup: 'apiGroup', kind: 'kind', defaults: { group: '' } },
    namespace: { path: 'namespace' },
    forward: { name: 'parametersObject', one: true },
    source: 'networking/v1 IngressClassParametersReference: the namespace is set where the scope is Namespace',
  },
];
