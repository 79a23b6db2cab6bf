import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const web = { matchLabels: { app: 'web' } };
const elsewhere = { matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'data', app: 'erp' } };
/** No label of Kubernetes. */
const reserved = { matchLabels: { 'reserved:host': '' } };
const LISTS = [
  ['ingress', 'fromEndpoints'],
  ['ingressDeny', 'fromEndpoints'],
  ['egress', 'toEndpoints'],
  ['egressDeny', 'toEndpoints'],
] as const;

const policy = (kind: string, name: string, rest: JsonObject): JsonObject => ({
  apiVersion: 'cilium.io/v2',
  kind,
  metadata: kind === 'CiliumNetworkPolicy' ? { name, namespace: 'shop' } : { name },
  ...rest,
});

const ofKind = (kind: string, home: string): Example[] => [
  {
    object: policy(kind, 'pods', { spec: { endpointSelector: web, ingress: [{}] } }),
    pointers: [`cilium-policy-pod spec.endpointSelector → Pod ${home}{app In web}`],
  },
  {
    object: policy(kind, 'several', {
      specs: [
        { endpointSelector: web, ingress: [{}] },
        { endpointSelector: {}, ingress: [{}] },
      ],
    }),
    pointers: [
      `cilium-policy-pod specs[0].endpointSelector → Pod ${home}{app In web}`,
      `cilium-policy-pod specs[1].endpointSelector → Pod ${home}{}`,
    ],
  },
  { object: policy(kind, 'reserved', { spec: { endpointSelector: reserved, ingress: [{ fromEndpoints: [reserved] }] } }), pointers: [] },
  ...LISTS.map(
    ([rules, endpoints]): Example => ({
      object: policy(kind, rules.toLowerCase(), { spec: { endpointSelector: reserved, [rules]: [{ [endpoints]: [web, elsewhere] }] } }),
      pointers: [
        `cilium-policy-peer-pod spec.${rules}[0].${endpoints}[0] → Pod ${home}{app In web}`,
        `cilium-policy-peer-pod spec.${rules}[0].${endpoints}[1] → Pod data/{app In erp}`,
      ],
    }),
  ),
];

export const ciliumPolicyExamples: readonly Example[] = [
  ...ofKind('CiliumNetworkPolicy', 'shop/'),
  ...ofKind('CiliumClusterwideNetworkPolicy', ''),
  {
    object: policy('CiliumClusterwideNetworkPolicy', 'nodes', { spec: { nodeSelector: { matchLabels: { disk: 'ssd' } }, ingress: [{}] } }),
    pointers: ['cilium-policy-node spec.nodeSelector → Node {disk In ssd}'],
  },
];
