import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const object = (apiVersion: string, kind: string, spec: JsonObject): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace: 'shop' },
  spec,
});
const to = (host: string): JsonObject => ({ destination: { host } });
const HOSTS = ['web', 'erp.data.svc', 'api.example.com', '*.data.svc.cluster.local'];
const routed = HOSTS.map(to);
const GATEWAYS = ['edge', 'mesh', './own', 'infra/edge', 'old.infra.svc.cluster.local', 'a/b/c'];

/** All that a VirtualService can write at this path. */
const routedTo = (path: string): string[] => [
  `virtual-service-destination ${path.replace('#', '0')} → Service shop/web`,
  `virtual-service-destination ${path.replace('#', '1')} → Service data/erp`,
  `virtual-service-destination ${path.replace('#', '2')} → Host.external api.example.com`,
];
const throughGateways = (path: string): string[] => [
  `virtual-service-gateway ${path}[0] → Gateway.networking.istio.io shop/edge`,
  `virtual-service-gateway ${path}[2] → Gateway.networking.istio.io shop/own`,
  `virtual-service-gateway ${path}[3] → Gateway.networking.istio.io infra/edge`,
  `virtual-service-gateway ${path}[4] → Gateway.networking.istio.io infra/old`,
];
const virtualService = (spec: JsonObject): JsonObject => object('networking.istio.io/v1', 'VirtualService', spec);

const targeted = (apiVersion: string, kind: string): Example[] => {
  const required: JsonObject = kind === 'WasmPlugin' ? { url: 'oci://example.com/filter:1' } : {};
  const target = (name: string) => ({ group: '', kind: 'Service', name });
  const named = (name: string, spec: JsonObject) => ({
    ...object(apiVersion, kind, { ...required, ...spec }),
    metadata: { name, namespace: 'shop' },
  });
  const now: Example = {
    object: named('web', { targetRefs: [target('web')] }),
    pointers: ['istio-policy-target spec.targetRefs[0].name → Service shop/web'],
  };
  const malformed: Example = { object: named('without-kind', { targetRefs: [{ name: 'x' }], targetRef: { name: 'x' } }), pointers: [] };
  const older: Example = {
    object: named('older', { targetRef: target('old') }),
    pointers: ['istio-policy-target spec.targetRef.name → Service shop/old'],
  };
  return kind === 'EnvoyFilter' ? [now, malformed] : [now, malformed, older];
};

export const istioExamples: readonly Example[] = [
  {
    object: virtualService({
      hosts: ['web', 'web.example.com', 'erp.data.svc.cluster.local', '*', '*.example.com', 'example.com', 'web.shop.svc.elsewhere.local'],
      gateways: GATEWAYS,
    }),
    pointers: [
      'virtual-service-host spec.hosts[0] → Service shop/web [weak]',
      'virtual-service-host spec.hosts[1] → Host.external web.example.com [weak]',
      'virtual-service-host spec.hosts[2] → Service data/erp [weak]',
      'virtual-service-host spec.hosts[3] → Host.external * [weak]',
      'virtual-service-host spec.hosts[4] → Host.external *.example.com [weak]',
      'virtual-service-host spec.hosts[5] → Host.external example.com [weak]',
      ...throughGateways('spec.gateways'),
    ],
  },
  {
    object: virtualService({
      http: [{ match: [{ uri: { prefix: '/' }, gateways: GATEWAYS }], route: routed, mirrors: routed }],
      tcp: [{ match: [{ gateways: GATEWAYS }], route: routed }],
      tls: [{ match: [{ sniHosts: ['a.example.com'], gateways: GATEWAYS }], route: routed }],
    }),
    pointers: [
      ...routedTo('spec.http[0].route[#].destination.host'),
      ...routedTo('spec.http[0].mirrors[#].destination.host'),
      ...throughGateways('spec.http[0].match[0].gateways'),
      ...routedTo('spec.tcp[0].route[#].destination.host'),
      ...throughGateways('spec.tcp[0].match[0].gateways'),
      ...routedTo('spec.tls[0].route[#].destination.host'),
      ...throughGateways('spec.tls[0].match[0].gateways'),
    ],
  },
  {
    object: virtualService({ http: HOSTS.map((host) => ({ mirror: { host } })) }),
    pointers: routedTo('spec.http[#].mirror.host'),
  },
  ...[
    { host: 'web', pointer: 'Service shop/web' },
    { host: 'erp.data.svc', pointer: 'Service data/erp' },
    { host: 'erp.data.svc.cluster.local', pointer: 'Service data/erp' },
    { host: 'web.shop.svcs.cluster.local', pointer: 'Host.external web.shop.svcs.cluster.local' },
    { host: '*.data.svc.cluster.local', pointer: null },
    { host: 'http://web', pointer: null },
  ].map(
    ({ host, pointer }): Example => ({
      object: object('networking.istio.io/v1', 'DestinationRule', { host }),
      pointers: pointer === null ? [] : [`destination-rule-host spec.host → ${pointer}`],
    }),
  ),
  {
    object: object('networking.istio.io/v1', 'ServiceEntry', {
      hosts: ['api.example.com', 'web.shop.svc.cluster.local', 'short', 'a b/c.d'],
      ports: [{ number: 443, name: 'https', protocol: 'TLS' }],
      resolution: 'DNS',
    }),
    pointers: [
      'service-entry-host spec.hosts[0] → Host.external api.example.com [weak]',
      'service-entry-host spec.hosts[1] → Service shop/web [weak]',
      'service-entry-host spec.hosts[2] → Service shop/short [weak]',
    ],
  },
  {
    object: object('networking.istio.io/v1', 'WorkloadEntry', { address: '192.0.2.7', serviceAccount: 'vm' }),
    pointers: ['workload-entry-service-account spec.serviceAccount → ServiceAccount shop/vm'],
  },
  {
    object: object('networking.istio.io/v1', 'WorkloadGroup', { template: { serviceAccount: 'vm' } }),
    pointers: ['workload-entry-service-account spec.template.serviceAccount → ServiceAccount shop/vm'],
  },
  {
    object: object('security.istio.io/v1', 'AuthorizationPolicy', {
      targetRef: { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' },
      rules: [
        {
          from: [
            { source: { principals: ['cluster.local/ns/data/sa/erp', '*', 'cluster.local/ns/data/sa/*'], namespaces: ['data', 'da*'] } },
          ],
        },
        { from: [{ source: { serviceAccounts: ['web', 'data/erp', 'data/*'] } }] },
      ],
    }),
    pointers: [
      'istio-policy-target spec.targetRef.name → Gateway.gateway.networking.k8s.io shop/edge',
      'authorization-policy-service-account spec.rules[0].from[0].source.principals[0] → ServiceAccount data/erp [weak]',
      'authorization-policy-namespace spec.rules[0].from[0].source.namespaces[0] → Namespace data [weak]',
      'authorization-policy-service-account spec.rules[1].from[0].source.serviceAccounts[0] → ServiceAccount shop/web [weak]',
      'authorization-policy-service-account spec.rules[1].from[0].source.serviceAccounts[1] → ServiceAccount data/erp [weak]',
    ],
  },
  ...targeted('security.istio.io/v1', 'RequestAuthentication'),
  ...targeted('security.istio.io/v1', 'AuthorizationPolicy'),
  ...targeted('telemetry.istio.io/v1', 'Telemetry'),
  ...targeted('extensions.istio.io/v1alpha1', 'WasmPlugin'),
  ...targeted('networking.istio.io/v1alpha3', 'EnvoyFilter'),
];
