import type { Example } from '../../../../test/support/relation-rules.ts';

const targetRef = (name: string) => ({ kind: 'Pod', namespace: 'data', name, uid: `${name}-uid` });

export const serviceExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'erp-x1', namespace: 'data', labels: { 'kubernetes.io/service-name': 'erp' } },
      addressType: 'IPv4',
      endpoints: [
        { addresses: ['10.0.0.1'], nodeName: 'worker-a1', targetRef: targetRef('erp-0'), hints: { forNodes: [{ name: 'worker-a1' }] } },
        { addresses: ['10.0.0.2'], conditions: {} },
        { addresses: ['10.0.0.3'], targetRef: { kind: 'Node', apiVersion: 'v1', name: 'worker-b1' } },
        { addresses: ['10.0.0.4'], targetRef: { name: 'without-kind' } },
      ],
    },
    pointers: [
      "endpoint-slice-service metadata.labels['kubernetes.io/service-name'] → Service data/erp",
      'endpoint-slice-target endpoints[0].targetRef.name → Pod data/erp-0 uid=erp-0-uid',
      'endpoint-slice-node endpoints[0].nodeName → Node worker-a1',
      'endpoint-slice-hinted-node endpoints[0].hints.forNodes[0].name → Node worker-a1 [weak]',
      'endpoint-slice-target endpoints[2].targetRef.name → Node data/worker-b1',
    ],
  },
  {
    object: {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'without-label', namespace: 'data', labels: {} },
      addressType: 'IPv4',
      endpoints: [],
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: { name: 'erp', namespace: 'data' },
      subsets: [
        { addresses: [{ ip: '10.0.0.1', nodeName: 'worker-a1', targetRef: targetRef('erp-0') }] },
        { notReadyAddresses: [{ ip: '10.0.0.2', nodeName: 'worker-a2', targetRef: targetRef('erp-1') }, { ip: '10.0.0.3' }] },
      ],
    },
    pointers: [
      'endpoints-service metadata.name → Service data/erp [weak]',
      'endpoints-target subsets[0].addresses[0].targetRef.name → Pod data/erp-0 uid=erp-0-uid',
      'endpoints-node subsets[0].addresses[0].nodeName → Node worker-a1',
      'endpoints-target subsets[1].notReadyAddresses[0].targetRef.name → Pod data/erp-1 uid=erp-1-uid',
      'endpoints-node subsets[1].notReadyAddresses[0].nodeName → Node worker-a2',
    ],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'reached-from-outside', namespace: 'payments' },
      spec: { ports: [{ port: 80 }], externalIPs: ['198.51.100.7'] },
    },
    pointers: ['service-external-ip spec.externalIPs[0] → Host.external 198.51.100.7'],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'bank', namespace: 'payments' },
      spec: { type: 'ExternalName', externalName: 'bank.example.com' },
    },
    pointers: ['service-external-name spec.externalName → Host.external bank.example.com'],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'balanced', namespace: 'shop' },
      spec: { type: 'LoadBalancer', externalName: 'left.over', ports: [{ port: 80 }] },
      status: { loadBalancer: { ingress: [{ ip: '198.51.100.20' }, { hostname: 'lb.example.com' }] } },
    },
    pointers: [
      'service-load-balancer status.loadBalancer.ingress[0].ip → Host.external 198.51.100.20 [weak]',
      'service-load-balancer status.loadBalancer.ingress[1].hostname → Host.external lb.example.com [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IPAddress',
      metadata: { name: '10.96.0.1' },
      spec: { parentRef: { resource: 'services', namespace: 'default', name: 'kubernetes' } },
    },
    pointers: ['ip-address-service spec.parentRef.name → Service default/kubernetes'],
  },
  ...[
    { resource: 'gateways', group: 'gateway.networking.k8s.io', namespace: 'default', name: '10.96.0.2' },
    { resource: 'services', name: 'without-namespace' },
    { resource: 'services', namespace: 5, name: 'namespace-is-no-string' },
  ].map((parentRef) => ({
    object: { apiVersion: 'networking.k8s.io/v1', kind: 'IPAddress', metadata: { name: parentRef.name }, spec: { parentRef } },
    pointers: [],
  })),
];
