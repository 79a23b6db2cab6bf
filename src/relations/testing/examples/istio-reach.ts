import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const object = (apiVersion: string, kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  spec,
});
const NETWORKING = 'networking.istio.io/v1';
const exported: readonly { readonly kind: string; readonly spec: JsonObject }[] = [
  { kind: 'VirtualService', spec: { hosts: ['web'] } },
  { kind: 'DestinationRule', spec: { host: 'web' } },
  { kind: 'ServiceEntry', spec: { hosts: ['api.example.com'], resolution: 'DNS', ports: [{ number: 443, name: 'tls', protocol: 'TLS' }] } },
];

export const istioReachExamples: readonly Example[] = [
  ...exported.flatMap(({ kind, spec }): Example[] => [
    {
      object: object(NETWORKING, kind, 'named', { ...spec, exportTo: ['.', 'data'] }),
      pointers: ['istio-export spec.exportTo[1] → Namespace data [weak]'],
    },
    { object: object(NETWORKING, kind, 'everywhere', { ...spec, exportTo: ['*'] }), pointers: [] },
  ]),
  {
    object: object(NETWORKING, 'Sidecar', 'default', { egress: [{ hosts: ['./*', '*/api.example.com', 'data/*', '~/*'] }] }),
    pointers: ['sidecar-namespace spec.egress[0].hosts[2] → Namespace data [weak]'],
  },
  {
    object: object(NETWORKING, 'Gateway', 'edge', {
      selector: { istio: 'ingressgateway' },
      servers: [
        {
          port: { number: 443, name: 'https', protocol: 'HTTPS' },
          hosts: ['web.example.com', 'shop/api.example.com', '*.example.org', '*', 'shop/*'],
          tls: { mode: 'SIMPLE', credentialName: 'wherever-its-pods-run' },
        },
      ],
    }),
    pointers: [
      'istio-gateway-host spec.servers[0].hosts[0] → Host.external web.example.com',
      'istio-gateway-host spec.servers[0].hosts[1] → Host.external api.example.com',
      'istio-gateway-host spec.servers[0].hosts[2] → Host.external *.example.org',
    ],
  },
  {
    object: object('extensions.istio.io/v1alpha1', 'WasmPlugin', 'filter', { url: 'oci://example.com/filter:1', imagePullSecret: 'pull' }),
    pointers: [
      'wasm-plugin-secret spec.imagePullSecret → Secret shop/pull',
      'wasm-plugin-image spec.url → Image.external example.com/filter:1',
    ],
  },
  { object: object('extensions.istio.io/v1alpha1', 'WasmPlugin', 'of-a-file', { url: 'https://example.com/filter.wasm' }), pointers: [] },
];
