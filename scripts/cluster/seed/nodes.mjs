/** Nodes as kubelets register them: with their status at once. */
import { at } from './timestamps.mjs';

/** @param {{ number: number, random: import('./random.mjs').Random }} options @returns {import('../types.ts').NewObject} */
export function node({ number, random }) {
  const name = nodeName(number);
  const capacity = { cpu: '16', memory: '64Gi', pods: '110', 'ephemeral-storage': '200Gi' };
  const conditions = ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'Ready'].map((type) => ({
    type,
    status: type === 'Ready' ? 'True' : 'False',
    ...{ reason: `Kubelet${type}`, message: 'as the kubelet says', lastHeartbeatTime: at(number), lastTransitionTime: at(number) },
  }));
  const images = Array.from({ length: 20 }, () => ({
    names: [`registry.example.com/${random.word()}/app@sha256:${random.hex(64)}`],
    sizeBytes: 10_000_000 + random.below(200_000_000),
  }));
  const nodeInfo = {
    ...{ architecture: 'amd64', operatingSystem: 'linux', osImage: 'Linux', kernelVersion: '6.12.48', kubeProxyVersion: '' },
    ...{ containerRuntimeVersion: 'containerd://2.1.4', kubeletVersion: 'v1.37.2' },
    ...{ machineID: random.hex(32), systemUUID: random.hex(32), bootID: random.hex(32) },
  };
  const labels = { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', 'topology.kubernetes.io/zone': `zone-${number % 3}` };
  const addresses = [
    { type: 'InternalIP', address: `10.0.${Math.floor(number / 250)}.${(number % 250) + 1}` },
    { type: 'Hostname', address: name },
  ];
  return {
    ...{ apiVersion: 'v1', kind: 'Node', metadata: { name, labels } },
    spec: { providerID: `example://${name}` },
    status: {
      capacity,
      allocatable: capacity,
      conditions,
      images,
      nodeInfo,
      addresses,
      daemonEndpoints: { kubeletEndpoint: { Port: 10_250 } },
    },
  };
}

/** @param {number} number */
export function nodeName(number) {
  return `node-${String(number).padStart(4, '0')}`;
}
