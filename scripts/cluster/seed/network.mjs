/** The Service of an app with its address, and the EndpointSlice that its controller would make. */

/** Of 10.96.0.0/16: those below are the server's own to give. */
const firstAddress = 1024;

/** @param {import('./app.mjs').App} app */
export function service({ name, namespace, labels, podLabels, number }) {
  const ip = addressOf(number);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels },
    spec: {
      ...{ type: 'ClusterIP', clusterIP: ip, clusterIPs: [ip], ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' },
      ...{ selector: podLabels, sessionAffinity: 'None', internalTrafficPolicy: 'Cluster' },
      ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' }],
    },
  };
}

/** @param {import('./app.mjs').App} app */
export function ipAddress({ name, namespace, number }) {
  const label = 'ipaddress.kubernetes.io';
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IPAddress',
    metadata: {
      name: addressOf(number),
      labels: { [`${label}/ip-family`]: 'IPv4', [`${label}/managed-by`]: 'ipallocator.k8s.io' },
    },
    spec: { parentRef: { group: '', resource: 'services', namespace, name } },
  };
}

/** @param {number} number of the app */
function addressOf(number) {
  const offset = firstAddress + number;
  return `10.96.${Math.floor(offset / 256)}.${offset % 256}`;
}

/**
 * @param {object} options
 * @param {import('./app.mjs').App} options.app
 * @param {string} options.uid of the Service
 * @param {readonly import('./pods.mjs').Pod[]} options.pods
 */
export function endpointSlice({ app: { name, namespace, random }, uid, pods }) {
  const endpoints = pods.map(({ object: { metadata, spec }, status }) => ({
    addresses: [/** @type {{ podIP: string }} */ (status).podIP],
    conditions: { ready: true, serving: true, terminating: false },
    nodeName: /** @type {{ nodeName: string }} */ (spec).nodeName,
    targetRef: { kind: 'Pod', name: metadata.name, namespace },
  }));
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${name}-${random.suffix(5)}`,
      namespace,
      labels: { 'kubernetes.io/service-name': name, 'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io' },
      ownerReferences: [{ apiVersion: 'v1', kind: 'Service', name, uid, controller: true, blockOwnerDeletion: true }],
    },
    addressType: 'IPv4',
    endpoints,
    ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
  };
}
