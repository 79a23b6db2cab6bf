/** The four nodes, registered as their kubelets would, and the kwoks that keep them alive: worker-b2 has one of its own, for it will be lost. */
import { createHash } from 'node:crypto';
import type { NewObject } from '../../../scripts/cluster/index.mjs';
import type { Demo } from './demo.ts';
import { conditionOf } from './field.ts';
import { until } from './until.ts';

/** Linux gives all of 127.0.0.0/8 to the loopback device; elsewhere the nodes share an address, with ports of their own. */
const loopback = (address: string): string => (process.platform === 'linux' ? address : '127.0.0.1');

export interface DemoNode {
  readonly name: string;
  readonly address: string;
  readonly zone: string;
  readonly group: 'general' | 'highmem';
}

export const NODES: readonly DemoNode[] = [
  { name: 'worker-a1', address: loopback('127.20.1.11'), zone: 'eu-west-1a', group: 'general' },
  { name: 'worker-a2', address: loopback('127.20.1.12'), zone: 'eu-west-1a', group: 'general' },
  { name: 'worker-b1', address: loopback('127.20.2.11'), zone: 'eu-west-1b', group: 'general' },
  { name: 'worker-b2', address: loopback('127.20.2.12'), zone: 'eu-west-1b', group: 'highmem' },
];

export const LOST_NODE = 'worker-b2';
export const KWOK_OF_LOST_NODE = 'kwok-lost';

const MANAGE_ALL = 'manage-all-nodes';

export async function registerNodes({ cluster, kubelets }: Demo): Promise<void> {
  const { api } = cluster;
  for (const node of NODES) {
    await api.create(objectOf(node));
    const status = statusOf({ node, port: kubelets.portOf(node.name) });
    await api.patch(`/api/v1/nodes/${node.name}/status`, { status }, 'strategic');
  }
  await cluster.startKwok({ flags: { [MANAGE_ALL]: null, 'manage-nodes-with-label-selector': 'node-group=general' } });
  await cluster.startKwok({ name: KWOK_OF_LOST_NODE, flags: { [MANAGE_ALL]: null, 'manage-single-node': LOST_NODE } });
  await until({
    what: 'all nodes are Ready',
    look: async () => (await api.list('/api/v1/nodes')).map((node) => conditionOf(node, 'Ready')?.status),
    isReached: (states) => states.length === NODES.length && states.every((status) => status === 'True'),
  });
}

/** The highmem node takes no pods before those that are meant for it. */
function objectOf({ name, zone, group }: DemoNode): NewObject {
  const labels = {
    ...{ 'kubernetes.io/hostname': name, 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux' },
    ...{ 'beta.kubernetes.io/arch': 'amd64', 'beta.kubernetes.io/os': 'linux', 'topology.kubernetes.io/region': 'eu-west-1' },
    ...{ 'topology.kubernetes.io/zone': zone, 'node-group': group },
    'node.kubernetes.io/instance-type': group === 'general' ? 'm7.xlarge' : 'r7.xlarge',
  };
  const annotations = { 'node.alpha.kubernetes.io/ttl': '0', 'volumes.kubernetes.io/controller-managed-attach-detach': 'true' };
  const spec = { providerID: `kwok://${name}`, ...(group === 'highmem' ? { unschedulable: true } : {}) };
  return { apiVersion: 'v1', kind: 'Node', metadata: { name, labels, annotations }, spec };
}

function statusOf({ node, port }: { readonly node: DemoNode; readonly port: number }): object {
  const { name, address } = node;
  const capacity = { cpu: '4', memory: '16Gi', pods: '110', 'ephemeral-storage': '100Gi' };
  const id = createHash('sha256').update(name).digest('hex');
  return {
    addresses: [
      { type: 'InternalIP', address },
      { type: 'Hostname', address: name },
    ],
    daemonEndpoints: { kubeletEndpoint: { Port: port } },
    ...{ capacity, allocatable: capacity },
    nodeInfo: {
      ...{ architecture: 'amd64', operatingSystem: 'linux', osImage: 'Ubuntu 26.04 LTS', kernelVersion: '6.12.48-generic' },
      ...{ containerRuntimeVersion: 'containerd://2.1.4', kubeletVersion: 'v1.37.2', kubeProxyVersion: '' },
      ...{ machineID: id.slice(0, 32), bootID: `6f0f6c5c-0000-4000-8000-${id.slice(0, 12)}` },
      systemUUID: `00000000-0000-0000-0000-${id.slice(12, 24)}`,
    },
  };
}
