/** The Service of an app and the EndpointSlice that its controller would make. */

/** @param {import('./app.mjs').App} app */
export function service({ name, namespace, labels, podLabels }) {
  const ports = [{ name: 'http', port: 80, targetPort: 'http' }];
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace, labels }, spec: { selector: podLabels, ports } };
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
