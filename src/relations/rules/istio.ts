/**
 * Istio: hosts, gateways, identities. A host is a Service where it is one word (of the source's own namespace) or `<name>.<namespace>.svc`,
 * with `cluster.local` or without; every other name with dots is a host outside: Istio, too, takes `a.b` as it stands, and `example.com`
 * is no Service of a namespace `com`. Names under another domain of the cluster cannot be told from those of other clusters: left out,
 * as is `credentialName`, whose Secret lies wherever the gateway's pods run.
 */
import type { KindKey } from '../../kube/kind.ts';
import { host, namespaceKind, service, serviceAccount } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { anyBut } from './any-but.ts';
import { atPaths } from './at-paths.ts';
import {
  authorizationPolicy,
  destinationRule,
  envoyFilter,
  istioGateway,
  requestAuthentication,
  serviceEntry,
  telemetry,
  virtualService,
  wasmPlugin,
  workloadEntry,
  workloadGroup,
} from './istio-kinds.ts';

const SHORT_NAME = '(?<name>[^.*:/]+)';
const FULL_NAME = '(?<name>[^.*/]+)\\.(?<namespace>[^.*/]+)\\.svc(?:\\.cluster\\.local)?';
const LABEL = '[^./]+';
/** Addresses too. */
const OUTSIDE = `(?<name>\\*|${LABEL}\\.${LABEL}|${LABEL}\\.${LABEL}\\.${anyBut('svc', './')}(?:\\.[^/]+)?|[0-9a-fA-F]*:[0-9a-fA-F:.]+)`;

/** Of one host every way that it may be meant: each text matches one of them at most. */
function toHost(options: {
  readonly relation: string;
  readonly from: KindKey;
  readonly path: string;
  readonly services?: string;
  readonly reverse: string;
  readonly weak?: true;
  readonly source: string;
}): readonly RelationRule[] {
  const { relation, from, path, services, reverse, weak, source } = options;
  const rule = { relation, from, path, namespace: 'source', source, ...(weak === undefined ? {} : { weak }) } as const;
  const toService = {
    ...rule,
    target: service,
    ...(services === undefined ? {} : { forward: { name: services } }),
    reverse: { name: reverse },
  } as const;
  return [
    { ...toService, pattern: SHORT_NAME },
    { ...toService, pattern: FULL_NAME },
    { ...rule, namespace: 'cluster', target: host, pattern: OUTSIDE },
  ];
}

const DESTINATIONS = [
  'spec.http[].route[].destination.host',
  'spec.http[].mirror.host',
  'spec.http[].mirrors[].destination.host',
  'spec.tcp[].route[].destination.host',
  'spec.tls[].route[].destination.host',
];

const GATEWAYS = ['spec.gateways[]', 'spec.http[].match[].gateways[]', 'spec.tcp[].match[].gateways[]', 'spec.tls[].match[].gateways[]'];

/** `mesh` stands for the sidecars. */
const GATEWAY_NAMES = [
  `(?<name>${anyBut('mesh', './')})`,
  '\\./(?<name>[^/]+)',
  '(?<namespace>[^./][^/]*)/(?<name>[^/]+)',
  '(?<name>[^./]+)\\.(?<namespace>[^./]+)(?:\\.[^/]*)?',
];

/** The second one is the form of old. */
const TARGET_REFS = ['spec.targetRefs[].name', 'spec.targetRef.name'];

const policies = [
  { from: authorizationPolicy, name: 'authorizationPolicies', paths: TARGET_REFS },
  { from: requestAuthentication, name: 'requestAuthentications', paths: TARGET_REFS },
  { from: telemetry, name: 'telemetries', paths: TARGET_REFS },
  { from: wasmPlugin, name: 'wasmPlugins', paths: TARGET_REFS },
  { from: envoyFilter, name: 'envoyFilters', paths: ['spec.targetRefs[].name'] },
];

const toAccount = {
  relation: 'authorization-policy-service-account',
  from: authorizationPolicy,
  target: serviceAccount,
  namespace: 'source',
  // It says who may come, not that there is one.
  weak: true,
  forward: { name: 'serviceAccounts' },
  reverse: { name: 'authorizationPolicies' },
} as const;

const SOURCES = 'spec.rules[].from[].source';

export const istioRules: readonly RelationRule[] = [
  ...toHost({
    relation: 'virtual-service-host',
    from: virtualService,
    path: 'spec.hosts[]',
    reverse: 'virtualServices',
    // A name that clients use: there need be no Service behind it.
    weak: true,
    source: 'istio networking/v1 VirtualService.hosts',
  }),
  ...DESTINATIONS.flatMap((path) =>
    toHost({
      relation: 'virtual-service-destination',
      from: virtualService,
      path,
      services: 'services',
      reverse: 'virtualServices',
      source: 'istio networking/v1 Destination.host',
    }),
  ),
  ...toHost({
    relation: 'destination-rule-host',
    from: destinationRule,
    path: 'spec.host',
    services: 'services',
    reverse: 'destinationRules',
    source: 'istio networking/v1 DestinationRule.host',
  }),
  ...toHost({
    relation: 'service-entry-host',
    from: serviceEntry,
    path: 'spec.hosts[]',
    reverse: 'serviceEntries',
    weak: true,
    source: 'istio networking/v1 ServiceEntry.hosts',
  }),
  ...GATEWAYS.flatMap((path) =>
    GATEWAY_NAMES.map(
      (pattern): RelationRule => ({
        relation: 'virtual-service-gateway',
        from: virtualService,
        path,
        pattern,
        target: istioGateway,
        namespace: 'source',
        forward: { name: 'gateways' },
        reverse: { name: 'virtualServices' },
        source:
          'istio networking/v1 VirtualService.gateways: `name`, `./name`, `namespace/name`, of old `name.namespace.svc.cluster.local`',
      }),
    ),
  ),
  ...policies.flatMap(({ from, name, paths }) =>
    atPaths(paths, {
      relation: 'istio-policy-target',
      from,
      target: { apiGroup: 'group', kind: 'kind', defaults: { group: '' } },
      namespace: 'source',
      forward: { name: 'targets' },
      reverse: { name, on: [service] },
      source: 'istio type/v1beta1 PolicyTargetReference',
    }),
  ),
  {
    ...toAccount,
    path: `${SOURCES}.principals[]`,
    pattern: '[^/]+/ns/(?<namespace>[^/*]+)/sa/(?<name>[^/*]+)',
    source: 'istio security/v1 Source.principals: `<trust domain>/ns/<namespace>/sa/<name>`',
  },
  ...['(?<name>[^/*]+)', '(?<namespace>[^/*]+)/(?<name>[^/*]+)'].map(
    (pattern): RelationRule => ({
      ...toAccount,
      path: `${SOURCES}.serviceAccounts[]`,
      pattern,
      source: 'istio security/v1 Source.serviceAccounts',
    }),
  ),
  {
    relation: 'authorization-policy-namespace',
    from: authorizationPolicy,
    path: `${SOURCES}.namespaces[]`,
    pattern: '(?<name>[^*]+)',
    target: namespaceKind,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'sourceNamespaces' },
    reverse: { name: 'authorizationPolicies' },
    source: 'istio security/v1 Source.namespaces',
  },
  ...[
    { from: workloadEntry, path: 'spec.serviceAccount', name: 'workloadEntries' },
    { from: workloadGroup, path: 'spec.template.serviceAccount', name: 'workloadGroups' },
  ].map(
    ({ from, path, name }): RelationRule => ({
      relation: 'workload-entry-service-account',
      from,
      path,
      target: serviceAccount,
      namespace: 'source',
      forward: { name: 'serviceAccount', one: true },
      reverse: { name },
      source: 'istio networking/v1 WorkloadEntry.serviceAccount: in the same namespace',
    }),
  ),
];
