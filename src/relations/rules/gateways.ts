/**
 * Gateways and their listeners: classes, certificates, parameters, hosts. Which section of a parent is meant (`sectionName`, `port`)
 * says nothing about which object, and is no part of a relation; whom a Gateway takes is coded, and the store judges it.
 */
import { clusterTrustBundle, configMap, host, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { GATEWAY_GROUP, gateway, gatewayClass, listenerSets, mesh } from './gateway-kinds.ts';

/** Gateways and sets of listeners hold listeners of one shape. */
const listenerHolders = [{ kind: gateway, name: 'gateways' }, ...listenerSets];

const toParameters = {
  relation: 'gateway-parameters',
  target: { apiGroup: 'group', kind: 'kind', defaults: { group: '' } },
  forward: { name: 'parametersObject', one: true },
} as const;

/** What certificates of authorities stand in. */
const AUTHORITIES = [configMap, secret, clusterTrustBundle];

const toAuthority = {
  relation: 'gateway-ca-certificate',
  target: { apiGroup: 'group', kind: 'kind', defaults: { group: '' } },
  namespace: { path: 'namespace' },
  forward: { name: 'configMaps', kind: configMap },
  source: 'gateway-api v1 FrontendTLSValidation.caCertificateRefs',
} as const;

const toClientCertificate = {
  relation: 'gateway-certificate',
  from: gateway,
  target: { apiGroup: 'group', kind: 'kind', defaults: { group: '', kind: secret.kind } },
  namespace: { path: 'namespace' },
  forward: { name: 'secrets', kind: secret },
  reverse: { name: 'gateways', on: [secret] },
  source: 'gateway-api v1 GatewayBackendTLS.clientCertificateRef',
} as const;

export const gatewayRules: readonly RelationRule[] = [
  {
    relation: 'gateway-gateway-class',
    from: gateway,
    path: 'spec.gatewayClassName',
    target: gatewayClass,
    namespace: 'cluster',
    forward: { name: 'gatewayClass', one: true },
    reverse: { name: 'gateways' },
    source: 'gateway-api v1 GatewaySpec.gatewayClassName',
  },
  {
    ...toParameters,
    from: gateway,
    path: 'spec.infrastructure.parametersRef.name',
    namespace: 'source',
    source: 'gateway-api v1 GatewayInfrastructure.parametersRef: local',
  },
  ...[gatewayClass, mesh].map(
    (from): RelationRule => ({
      ...toParameters,
      from,
      path: 'spec.parametersRef.name',
      namespace: { path: 'namespace' },
      source: 'gateway-api v1 ParametersReference: the namespace is set where the kind has one',
    }),
  ),
  ...listenerSets.map(
    ({ kind, name }): RelationRule => ({
      relation: 'listener-set-gateway',
      from: kind,
      path: 'spec.parentRef.name',
      target: { apiGroup: 'group', kind: 'kind', defaults: { group: GATEWAY_GROUP, kind: gateway.kind } },
      namespace: { path: 'namespace' },
      forward: { name: 'gateway', one: true, kind: gateway },
      reverse: { name, on: [gateway] },
      source: 'gateway-api v1 ParentGatewayReference',
    }),
  ),
  // The second path is that of the versions before 1.4.
  ...atPaths(['spec.tls.backend.clientCertificateRef.name', 'spec.backendTLS.clientCertificateRef.name'], toClientCertificate),
  ...atPaths(
    [
      'spec.tls.frontend.default.validation.caCertificateRefs[].name',
      'spec.tls.frontend.perPort[].tls.validation.caCertificateRefs[].name',
    ],
    { ...toAuthority, from: gateway, reverse: { name: 'gateways', on: AUTHORITIES } },
  ),
  {
    relation: 'gateway-address',
    from: gateway,
    path: 'status.addresses[].value',
    target: host,
    namespace: 'cluster',
    when: [{ path: 'type', in: ['', 'IPAddress', 'Hostname'] }],
    weak: true,
    source: 'gateway-api v1 GatewayStatusAddress',
  },
  ...listenerHolders.flatMap(({ kind, name }): readonly RelationRule[] => [
    {
      relation: 'gateway-certificate',
      from: kind,
      path: 'spec.listeners[].tls.certificateRefs[].name',
      target: { apiGroup: 'group', kind: 'kind', defaults: { group: '', kind: secret.kind } },
      namespace: { path: 'namespace' },
      forward: { name: 'secrets', kind: secret },
      reverse: { name, on: [secret] },
      source: 'gateway-api v1 SecretObjectReference',
    },
    // Before 1.4.
    {
      ...toAuthority,
      from: kind,
      path: 'spec.listeners[].tls.frontendValidation.caCertificateRefs[].name',
      reverse: { name, on: AUTHORITIES },
    },
    {
      relation: 'gateway-host',
      from: kind,
      path: 'spec.listeners[].hostname',
      target: host,
      namespace: 'cluster',
      source: 'gateway-api v1 Listener.hostname',
    },
  ]),
];
