import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const NETWORKING = 'networking.istio.io/v1';
const object = (apiVersion: string, kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  spec,
});
const web = { app: 'web' };
const servers = [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['web.example.com'] }];
const entry = { hosts: ['api.example.com'], ports: [{ number: 443, name: 'tls', protocol: 'TLS' }], resolution: 'STATIC' };
const pods = (path: string, scope = 'shop/'): string => `istio-workload ${path} → Pod ${scope}{app In web}`;

/** By `selector.matchLabels`; with targets the selector does not count. */
const policies: readonly { readonly apiVersion: string; readonly kind: string; readonly rest: JsonObject; readonly targets: boolean }[] = [
  { apiVersion: 'security.istio.io/v1', kind: 'AuthorizationPolicy', rest: {}, targets: true },
  { apiVersion: 'security.istio.io/v1', kind: 'RequestAuthentication', rest: {}, targets: true },
  { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', rest: {}, targets: false },
  { apiVersion: 'telemetry.istio.io/v1', kind: 'Telemetry', rest: {}, targets: true },
  { apiVersion: 'extensions.istio.io/v1alpha1', kind: 'WasmPlugin', rest: { url: 'oci://example.com/filter:1' }, targets: true },
];

export const istioWorkloadExamples: readonly Example[] = [
  ...policies.flatMap(({ apiVersion, kind, rest, targets }): Example[] => [
    {
      object: object(apiVersion, kind, 'web', { ...rest, selector: { matchLabels: web } }),
      pointers: [pods('spec.selector.matchLabels')],
    },
    targets
      ? {
          object: object(apiVersion, kind, 'of-targets', { ...rest, targetRefs: [{ group: '', kind: 'Service', name: 'web' }] }),
          pointers: [],
        }
      : { object: object(apiVersion, kind, 'malformed', { ...rest, selector: { matchLabels: 'web' } }), pointers: [] },
  ]),
  { object: object(NETWORKING, 'Gateway', 'edge', { selector: web, servers }), pointers: [pods('spec.selector', '')] },
  { object: object(NETWORKING, 'Gateway', 'malformed', { selector: 'web', servers }), pointers: [] },
  {
    object: object(NETWORKING, 'Sidecar', 'web', { workloadSelector: { labels: web } }),
    pointers: [pods('spec.workloadSelector.labels')],
  },
  { object: object(NETWORKING, 'Sidecar', 'malformed', { workloadSelector: { labels: 'web' } }), pointers: [] },
  {
    object: object('networking.istio.io/v1alpha3', 'EnvoyFilter', 'web', { workloadSelector: { labels: web } }),
    pointers: [pods('spec.workloadSelector.labels')],
  },
  {
    object: object('networking.istio.io/v1alpha3', 'EnvoyFilter', 'of-targets', {
      targetRefs: [{ group: '', kind: 'Service', name: 'web' }],
    }),
    pointers: [],
  },
  {
    object: object(NETWORKING, 'DestinationRule', 'web', { host: 'web', workloadSelector: { matchLabels: web } }),
    pointers: [pods('spec.workloadSelector.matchLabels')],
  },
  { object: object(NETWORKING, 'DestinationRule', 'for-all-clients', { host: 'web' }), pointers: [] },
  {
    object: object(NETWORKING, 'ServiceEntry', 'web', { ...entry, workloadSelector: { labels: web } }),
    pointers: [
      pods('spec.workloadSelector.labels'),
      'istio-workload-entry spec.workloadSelector.labels → WorkloadEntry.networking.istio.io shop/{app In web}',
    ],
  },
  { object: object(NETWORKING, 'ServiceEntry', 'outside', entry), pointers: [] },
];
