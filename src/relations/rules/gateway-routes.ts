/** Routes of the Gateway API: what they hang on, where they lead, and the policies for what they lead to. References have defaults. */
import { configMap, host, secret, service } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { backendTlsPolicy, backendTrafficPolicy, GATEWAY_GROUP, gateway, listenerSets, routes } from './gateway-kinds.ts';

const FILTERS = ['spec.rules[].filters[]', 'spec.rules[].backendRefs[].filters[]'];
const FILTER_BACKENDS = FILTERS.flatMap((filter) => [`${filter}.requestMirror.backendRef.name`, `${filter}.externalAuth.backendRef.name`]);

/** Group, kind and namespace may be left out. */
const toBackend = {
  target: { apiGroup: 'group', kind: 'kind', defaults: { group: '', kind: service.kind } },
  namespace: { path: 'namespace' },
} as const;

/** All of it is written, and it is local. */
const toLocal = { target: { apiGroup: 'group', kind: 'kind', defaults: { group: '' } }, namespace: 'source' } as const;

const policies = [
  { kind: backendTlsPolicy, name: 'backendTlsPolicies' },
  { kind: backendTrafficPolicy, name: 'xBackendTrafficPolicies' },
];

export const gatewayRouteRules: readonly RelationRule[] = [
  ...routes.flatMap(({ kind: from, name }): readonly RelationRule[] => [
    {
      relation: 'gateway-route-parent',
      from,
      path: 'spec.parentRefs[].name',
      target: { apiGroup: 'group', kind: 'kind', defaults: { group: GATEWAY_GROUP, kind: gateway.kind } },
      namespace: { path: 'namespace' },
      forward: { name: 'parents' },
      reverse: { name, on: [gateway, ...listenerSets.map(({ kind }) => kind), service] },
      source: 'gateway-api v1 ParentReference: a Gateway where it says no kind; a Service is the parent of a route in a mesh',
    },
    {
      ...toBackend,
      relation: 'gateway-route-backend',
      from,
      path: 'spec.rules[].backendRefs[].name',
      forward: { name: 'backends' },
      reverse: { name, on: [service] },
      source: 'gateway-api v1 BackendObjectReference',
    },
  ]),
  ...routes
    .filter(({ hosts }) => hosts)
    .map(
      ({ kind: from }): RelationRule => ({
        relation: 'gateway-route-host',
        from,
        path: 'spec.hostnames[]',
        target: host,
        namespace: 'cluster',
        source: 'gateway-api v1 Hostname',
      }),
    ),
  ...routes
    .filter((route) => route.filters)
    .flatMap(({ kind: from, name }): readonly RelationRule[] => [
      ...atPaths(FILTER_BACKENDS, {
        ...toBackend,
        relation: 'gateway-route-filter-backend',
        from,
        forward: { name: 'filterBackends' },
        reverse: { name, on: [service] },
        source: 'gateway-api v1 HTTPRequestMirrorFilter, HTTPExternalAuthFilter',
      }),
      ...atPaths(
        FILTERS.map((filter) => `${filter}.extensionRef.name`),
        {
          ...toLocal,
          relation: 'gateway-route-extension',
          from,
          forward: { name: 'extensions' },
          source: 'gateway-api v1 LocalObjectReference of a filter',
        },
      ),
    ]),
  ...policies.map(
    ({ kind: from, name }): RelationRule => ({
      ...toLocal,
      relation: 'gateway-policy-target',
      from,
      path: 'spec.targetRefs[].name',
      forward: { name: 'targets' },
      reverse: { name, on: [service] },
      source: 'gateway-api v1 LocalPolicyTargetReference',
    }),
  ),
  {
    ...toLocal,
    relation: 'gateway-policy-target',
    from: backendTlsPolicy,
    path: 'spec.targetRef.name',
    namespace: { path: 'namespace' },
    forward: { name: 'targets' },
    reverse: { name: 'backendTlsPolicies', on: [service] },
    source: 'gateway-api v1alpha2 PolicyTargetReference, before 1.1',
  },
  ...atPaths(['spec.validation.caCertificateRefs[].name', 'spec.tls.caCertRefs[].name'], {
    ...toLocal,
    relation: 'backend-tls-policy-ca-certificate',
    from: backendTlsPolicy,
    forward: { name: 'configMaps', kind: configMap },
    reverse: { name: 'backendTlsPolicies', on: [configMap, secret] },
    source: 'gateway-api v1 BackendTLSPolicyValidation.caCertificateRefs; under `tls` before 1.1',
  }),
];
