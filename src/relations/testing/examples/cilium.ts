import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject, JsonValue } from '../../../records/record.ts';
import { bare } from '../bare.ts';

const POLICIES = [
  { kind: 'CiliumNetworkPolicy', namespace: 'shop' },
  { kind: 'CiliumClusterwideNetworkPolicy', namespace: null },
];
const SPECS: readonly { readonly path: string; readonly wrap: (spec: JsonObject) => JsonObject }[] = [
  { path: 'spec', wrap: (spec) => ({ spec }) },
  { path: 'specs[0]', wrap: (spec) => ({ specs: [spec] }) },
];
const named = (kind: string, name: string, namespace: string | null, rest: JsonObject): JsonObject => ({
  apiVersion: 'cilium.io/v2',
  kind,
  metadata: namespace === null ? { name } : { name, namespace },
  ...rest,
});

const ranges = [{ cidr: '198.51.100.0/24', except: ['198.51.100.7/32'] }, { cidrGroupRef: 'partners' }];
const PEERS = ['ingress:from', 'ingressDeny:from', 'egress:to', 'egressDeny:to'].map((text) => text.split(':') as [string, string]);
const GROUP = 'CiliumCIDRGroup.cilium.io partners';

const tls = { secret: { name: 'tls', namespace: 'certs' } };
const port = (rest: JsonObject): JsonObject => ({ ports: [{ port: '443', protocol: 'TCP' }], ...rest });
const tlsPorts = [
  port({ terminatingTLS: tls }),
  port({ originatingTLS: tls }),
  // Where a Secret without a namespace lies is not said.
  port({ terminatingTLS: { secret: { name: 'x' } }, originatingTLS: { secret: { name: 'x' } } }),
];
const tlsAt = (path: string): string[] => [
  `cilium-policy-secret ${path}.toPorts[0].terminatingTLS.secret.name → Secret certs/tls`,
  `cilium-policy-secret ${path}.toPorts[1].originatingTLS.secret.name → Secret certs/tls`,
];
const listener = (kind: string): JsonObject =>
  port({ listener: { name: 'l', envoyConfig: kind === '' ? { name: 'proxy' } : { kind, name: 'proxy' } } });
const listeners = ['CiliumEnvoyConfig', 'CiliumClusterwideEnvoyConfig', ''].map(listener);

const policyExamples = POLICIES.flatMap(({ kind, namespace }) =>
  SPECS.flatMap(({ path, wrap }, index): Example[] => {
    const policy = (name: string, spec: JsonObject): JsonObject =>
      named(kind, `${name}-${index}`, namespace, wrap({ endpointSelector: {}, ...spec }));
    const listenersAt = (direction: string): string[] => [
      ...(namespace === null
        ? []
        : [
            `cilium-policy-envoy-config ${path}.${direction}[0].toPorts[0].listener.envoyConfig.name → CiliumEnvoyConfig.cilium.io shop/proxy`,
          ]),
      `cilium-policy-envoy-config ${path}.${direction}[0].toPorts[1].listener.envoyConfig.name → CiliumClusterwideEnvoyConfig.cilium.io proxy`,
    ];
    return [
      ...PEERS.map(
        ([rules, way]): Example => ({
          object: policy(rules.toLowerCase(), {
            [rules]: [{ [`${way}CIDR`]: ['192.0.2.0/24'] }, { [`${way}CIDRSet`]: ranges }],
          }),
          pointers: [
            `cilium-policy-block ${path}.${rules}[0].${way}CIDR[0] → IPBlock.external 192.0.2.0/24`,
            `cilium-policy-block ${path}.${rules}[1].${way}CIDRSet[0].cidr → IPBlock.external 198.51.100.0/24`,
            `cilium-policy-cidr-group ${path}.${rules}[1].${way}CIDRSet[1].cidrGroupRef → ${GROUP}`,
          ],
        }),
      ),
      {
        object: policy('targets', {
          egress: [
            { toFQDNs: [{ matchName: 'api.example.com' }, { matchPattern: '*.example.com' }] },
            { toServices: [{ k8sService: { serviceName: 'erp', namespace: 'data' } }, { k8sService: { serviceName: 'anywhere' } }] },
          ],
        }),
        pointers: [
          `cilium-policy-host ${path}.egress[0].toFQDNs[0].matchName → Host.external api.example.com`,
          `cilium-policy-service ${path}.egress[1].toServices[0].k8sService.serviceName → Service data/erp`,
        ],
      },
      ...['ingress', 'egress'].flatMap((direction): Example[] => [
        { object: policy(`tls-${direction}`, { [direction]: [{ toPorts: tlsPorts }] }), pointers: tlsAt(`${path}.${direction}[0]`) },
        { object: policy(`listeners-${direction}`, { [direction]: [{ toPorts: listeners }] }), pointers: listenersAt(direction) },
      ]),
    ];
  }),
);

const envoy = (kind: string, namespace: string | null): Example => ({
  object: named(kind, 'proxy', namespace, {
    spec: { services: [{ name: 'web', namespace: 'shop' }], backendServices: [{ name: 'erp', namespace: 'data' }], resources: [] },
  }),
  pointers: [
    'cilium-envoy-service spec.services[0].name → Service shop/web',
    'cilium-envoy-service spec.backendServices[0].name → Service data/erp',
  ],
});
const block = (object: JsonObject, paths: readonly string[]): Example => ({
  object,
  pointers: paths.map((path) => `cilium-block ${path} → IPBlock.external 192.0.2.0/24`),
});
const RANGE: JsonValue = '192.0.2.0/24';
const peers = {
  name: 'rack',
  localASN: 64512,
  peers: [{ name: 'switch', peerASN: 64513, peerAddress: '192.0.2.1', peerConfigRef: { name: 'plain' } }],
};
const PEER_CONFIG = 'cilium-bgp-peer-config spec.bgpInstances[0].peers[0].peerConfigRef.name → CiliumBGPPeerConfig.cilium.io plain';
const ofNode = 'cilium-node metadata.name → Node worker-a1 [weak]';

export const ciliumExamples: readonly Example[] = [
  ...policyExamples,
  envoy('CiliumEnvoyConfig', 'shop'),
  envoy('CiliumClusterwideEnvoyConfig', null),
  {
    object: named('CiliumLocalRedirectPolicy', 'dns', 'kube-system', {
      spec: {
        redirectFrontend: { serviceMatcher: { serviceName: 'kube-dns', namespace: 'kube-system' } },
        redirectBackend: { localEndpointSelector: {}, toPorts: [{ port: '53', protocol: 'UDP' }] },
      },
    }),
    pointers: ['cilium-redirect-frontend spec.redirectFrontend.serviceMatcher.serviceName → Service kube-system/kube-dns'],
  },
  block(named('CiliumCIDRGroup', 'partners', null, { spec: { externalCIDRs: [RANGE] } }), ['spec.externalCIDRs[0]']),
  block(named('CiliumLoadBalancerIPPool', 'public', null, { spec: { blocks: [{ cidr: RANGE }] } }), ['spec.blocks[0].cidr']),
  block(
    {
      ...named('CiliumPodIPPool', 'pods', null, {
        spec: { ipv4: { cidrs: [RANGE], maskSize: 26 }, ipv6: { cidrs: [RANGE], maskSize: 120 } },
      }),
      apiVersion: 'cilium.io/v2alpha1',
    },
    ['spec.ipv4.cidrs[0]', 'spec.ipv6.cidrs[0]'],
  ),
  block(
    named('CiliumEgressGatewayPolicy', 'out', null, {
      spec: {
        selectors: [{ podSelector: {} }],
        destinationCIDRs: [RANGE],
        excludedCIDRs: [RANGE],
        egressGateway: { nodeSelector: {} },
      },
    }),
    ['spec.destinationCIDRs[0]', 'spec.excludedCIDRs[0]'],
  ),
  { object: named('CiliumBGPClusterConfig', 'rack', null, { spec: { bgpInstances: [peers] } }), pointers: [PEER_CONFIG] },
  { object: named('CiliumBGPNodeConfig', 'worker-a1', null, { spec: { bgpInstances: [peers] } }), pointers: [PEER_CONFIG, ofNode] },
  {
    object: named('CiliumBGPNodeConfigOverride', 'worker-a1', null, { spec: { bgpInstances: [{ name: 'rack', routerID: '192.0.2.7' }] } }),
    pointers: [ofNode],
  },
  { object: named('CiliumNode', 'worker-a1', null, { spec: {} }), pointers: [ofNode] },
  {
    object: named('CiliumIdentity', '12345', null, { 'security-labels': { 'k8s:io.kubernetes.pod.namespace': 'shop', 'k8s:app': 'web' } }),
    pointers: ["cilium-identity-namespace ['security-labels']['k8s:io.kubernetes.pod.namespace'] → Namespace shop [weak]"],
  },
  bare('cilium.io/v2', 'CiliumEnvoyConfig', 'shop'),
];
