/** Services with their EndpointSlices and Endpoints, and Ingresses. */
import { addressOf, hashOf, timeOf, uidOf } from './identity.ts';
import { type App, appLabels } from './names.ts';

export interface Endpoint {
  readonly pod: string;
  readonly node: string;
  readonly address: string;
}

export function serviceObject(app: App): unknown {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata('Service', app, app.name),
    spec: {
      ports: [{ name: 'http', protocol: 'TCP', port: 80, targetPort: 'http' }],
      selector: { app: app.name },
      clusterIP: addressOf(0x60000 + app.index),
      clusterIPs: [addressOf(0x60000 + app.index)],
      type: 'ClusterIP',
      sessionAffinity: 'None',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      internalTrafficPolicy: 'Cluster',
    },
    status: { loadBalancer: {} },
  };
}

export function endpointSliceObject(app: App, endpoints: readonly Endpoint[]): unknown {
  const name = `${app.name}-${hashOf(app.namespace + app.name).slice(0, 5)}`;
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      ...metadata('EndpointSlice', app, name),
      labels: { 'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io', 'kubernetes.io/service-name': app.name },
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'Service',
          name: app.name,
          uid: uidOf(`Service/${app.namespace}/${app.name}`),
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    addressType: 'IPv4',
    endpoints: endpoints.map((endpoint) => ({
      addresses: [endpoint.address],
      conditions: { ready: true, serving: true, terminating: false },
      nodeName: endpoint.node,
      targetRef: podReference(app, endpoint),
      zone: 'eu-west-1a',
    })),
    ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
  };
}

export function endpointsObject(app: App, endpoints: readonly Endpoint[]): unknown {
  return {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: metadata('Endpoints', app, app.name),
    subsets: [
      {
        addresses: endpoints.map((endpoint) => ({ ip: endpoint.address, nodeName: endpoint.node, targetRef: podReference(app, endpoint) })),
        ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
      },
    ],
  };
}

export function ingressObject(app: App): unknown {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadata('Ingress', app, app.name),
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: [`${app.name}.example.com`], secretName: `${app.name}-secret-0` }],
      rules: [
        {
          host: `${app.name}.example.com`,
          http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: app.name, port: { name: 'http' } } } }] },
        },
      ],
    },
    status: { loadBalancer: { ingress: [{ ip: '203.0.113.7' }] } },
  };
}

function metadata(kind: string, app: App, name: string): Record<string, unknown> {
  const time = timeOf(`${kind}/${app.namespace}/${name}`);
  return {
    name,
    namespace: app.namespace,
    uid: uidOf(`${kind}/${app.namespace}/${name}`),
    resourceVersion: String(300_000 + app.index),
    creationTimestamp: time,
    labels: appLabels(app),
    managedFields: [
      {
        manager: 'kubectl-client-side-apply',
        operation: 'Update',
        apiVersion: 'v1',
        time,
        fieldsType: 'FieldsV1',
        fieldsV1: { 'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } }, 'f:spec': { 'f:ports': {}, 'f:selector': {} } },
      },
    ],
  };
}

function podReference(app: App, endpoint: Endpoint): unknown {
  return { kind: 'Pod', namespace: app.namespace, name: endpoint.pod, uid: uidOf(`Pod/${app.namespace}/${endpoint.pod}`) };
}
