/** What lies around the workloads: Nodes, Namespaces, Events, ConfigMaps, Secrets, ServiceAccounts, Leases. */
import { addressOf, hashOf, timeOf, uidOf } from './identity.ts';

export function namespaceObject(name: string): unknown {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: metadata('Namespace', null, name),
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

export function nodeObject(name: string, index: number): unknown {
  const time = timeOf(name);
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      ...metadata('Node', null, name),
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/zone': `eu-west-1${'abc'[index % 3]}`,
      },
    },
    spec: { podCIDR: `${addressOf(index << 8)}/24`, podCIDRs: [`${addressOf(index << 8)}/24`], providerID: `example:///eu-west-1/${name}` },
    status: {
      capacity: { cpu: '16', memory: '65843236Ki', pods: '110', 'ephemeral-storage': '209702892Ki' },
      allocatable: { cpu: '15890m', memory: '63741076Ki', pods: '110', 'ephemeral-storage': '192187740Ki' },
      conditions: ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'Ready'].map((type) => ({
        type,
        status: type === 'Ready' ? 'True' : 'False',
        lastHeartbeatTime: time,
        lastTransitionTime: time,
        reason: `Kubelet${type}`,
        message: `kubelet reports ${type}`,
      })),
      addresses: [
        { type: 'InternalIP', address: addressOf(index) },
        { type: 'Hostname', address: name },
      ],
      nodeInfo: {
        kubeletVersion: 'v1.37.2',
        osImage: 'Debian GNU/Linux 12',
        containerRuntimeVersion: 'containerd://2.1.4',
        architecture: 'amd64',
        operatingSystem: 'linux',
      },
      images: Array.from({ length: 30 }, (_, i) => ({
        names: [`registry.example.com/image-${i}@sha256:${hashOf(String(i))}`, `registry.example.com/image-${i}:1.0`],
        sizeBytes: 100_000_000 + i,
      })),
    },
  };
}

export function leaseObject(node: string): unknown {
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: metadata('Lease', 'kube-node-lease', node),
    spec: { holderIdentity: node, leaseDurationSeconds: 40, renewTime: timeOf(`lease/${node}`).replace('Z', '.000000Z') },
  };
}

export function configMapObject(namespace: string, name: string): unknown {
  const lines = Array.from({ length: 20 }, (_, i) => `setting_${i} = ${hashOf(`${name}${i}`)}`);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata('ConfigMap', namespace, name),
    data: { 'app.conf': lines.join('\n'), LOG_LEVEL: 'info' },
  };
}

export function secretObject(namespace: string, name: string): unknown {
  const mark = `REDACTED bytes=24 hmac-sha256=${hashOf(name)}${hashOf(namespace).slice(0, 24)}`;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata('Secret', namespace, name),
    data: { password: mark, username: mark },
    type: 'Opaque',
  };
}

export function serviceAccountObject(namespace: string, name: string): unknown {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata('ServiceAccount', namespace, name) };
}

export function eventObject(options: { namespace: string; pod: string; index: number; node: string }): unknown {
  const { namespace, pod, index, node } = options;
  const name = `${pod}.${hashOf(`${pod}${index}`).slice(0, 16)}`;
  const time = timeOf(name);
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: metadata('Event', namespace, name),
    involvedObject: {
      kind: 'Pod',
      namespace,
      name: pod,
      uid: uidOf(`Pod/${namespace}/${pod}`),
      apiVersion: 'v1',
      resourceVersion: '1',
      fieldPath: 'spec.containers{app}',
    },
    reason: index % 2 === 0 ? 'Pulled' : 'Started',
    message: `Container image for ${pod} already present on machine; started container app on ${node}`,
    source: { component: 'kubelet', host: node },
    firstTimestamp: time,
    lastTimestamp: time,
    count: 1 + (index % 5),
    type: 'Normal',
    eventTime: null,
    reportingComponent: 'kubelet',
    reportingInstance: node,
  };
}

function metadata(kind: string, namespace: string | null, name: string): Record<string, unknown> {
  const time = timeOf(`${kind}/${namespace ?? ''}/${name}`);
  return {
    name,
    ...(namespace === null ? {} : { namespace }),
    uid: uidOf(`${kind}/${namespace ?? ''}/${name}`),
    resourceVersion: String(200_000 + (name.length % 1000)),
    creationTimestamp: time,
    managedFields: [
      {
        manager: 'kube-controller-manager',
        operation: 'Update',
        apiVersion: 'v1',
        time,
        fieldsType: 'FieldsV1',
        fieldsV1: { 'f:metadata': { 'f:labels': {} } },
      },
    ],
  };
}
