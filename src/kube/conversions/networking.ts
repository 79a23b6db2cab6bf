/** Ingress, EndpointSlice and ServiceCIDR. */
import type { JsonObject } from '../../records/record.ts';
import { stringAt, valueAt } from '../safe.ts';
import type { Conversion } from './conversion.ts';
import { editAt, editItems, editPath, omit, rename, withDefaults } from './edit.ts';

export const networkingConversions: readonly Conversion[] = [
  {
    from: ['networking.k8s.io/v1beta1/Ingress', 'extensions/v1beta1/Ingress'],
    convert: convertIngress,
    source: 'kubernetes, pkg/apis/networking/v1beta1/{conversion,defaults}.go; the same in pkg/apis/extensions/v1beta1',
  },
  {
    from: ['discovery.k8s.io/v1beta1/EndpointSlice', 'discovery.k8s.io/v1alpha1/EndpointSlice'],
    convert: (slice) => editItems(slice, 'endpoints', convertEndpoint),
    source: 'kubernetes, pkg/apis/discovery/v1beta1/conversion.go, Convert_v1beta1_Endpoint_To_discovery_Endpoint',
  },
  {
    from: ['networking.k8s.io/v1alpha1/ServiceCIDR'],
    convert: (object) => editAt(object, 'spec', convertServiceCidr),
    source: 'kubernetes, staging/src/k8s.io/api/networking/v1alpha1/types.go, ServiceCIDRSpec of 1.27 (ipv4, ipv6) and of 1.29 (cidrs)',
  },
];

function convertIngress(ingress: JsonObject): JsonObject {
  return editAt(ingress, 'spec', (spec) => {
    const renamed = editAt(rename(spec, 'backend', 'defaultBackend'), 'defaultBackend', convertBackend);
    return editItems(renamed, 'rules', (rule) => editPath(rule, ['http'], (http) => editItems(http, 'paths', convertPath)));
  });
}

function convertPath(path: JsonObject): JsonObject {
  return withDefaults(editAt(path, 'backend', convertBackend), { pathType: 'ImplementationSpecific' });
}

/** A number is the port's number, a text its name, as IntOrString has it. */
function convertBackend(backend: JsonObject): JsonObject {
  const name = stringAt(backend, 'serviceName');
  if (name === undefined || valueAt(backend, 'service') !== undefined) return backend;
  const port = valueAt(backend, 'servicePort');
  if (typeof port === 'number') return { ...omit(backend, 'serviceName', 'servicePort'), service: { name, port: { number: port } } };
  if (typeof port === 'string') return { ...omit(backend, 'serviceName', 'servicePort'), service: { name, port: { name: port } } };
  return { ...omit(backend, 'serviceName'), service: { name } };
}

const ZONE = 'topology.kubernetes.io/zone';
const HOSTNAME = 'kubernetes.io/hostname';

/** Zone and host name move from the topology into fields of their own; what is left is deprecatedTopology. */
function convertEndpoint(endpoint: JsonObject): JsonObject {
  const zone = stringAt(endpoint, 'topology', ZONE);
  const hostname = stringAt(endpoint, 'topology', HOSTNAME);
  const converted = withDefaults(rename(endpoint, 'topology', 'deprecatedTopology'), {
    ...(zone === undefined ? {} : { zone }),
    ...(hostname === undefined ? {} : { nodeName: hostname }),
  });
  const moved = [
    ...(zone === undefined ? [] : [ZONE]),
    ...(hostname !== undefined && stringAt(converted, 'nodeName') === hostname ? [HOSTNAME] : []),
  ];
  const trimmed = editAt(converted, 'deprecatedTopology', (topology) => omit(topology, ...moved));
  const rest = valueAt(trimmed, 'deprecatedTopology');
  return rest !== null && typeof rest === 'object' && Object.keys(rest).length === 0 ? omit(trimmed, 'deprecatedTopology') : trimmed;
}

function convertServiceCidr(spec: JsonObject): JsonObject {
  const cidrs = [stringAt(spec, 'ipv4'), stringAt(spec, 'ipv6')].filter((cidr) => cidr !== undefined && cidr !== '');
  if (cidrs.length === 0 || valueAt(spec, 'cidrs') !== undefined) return spec;
  return { ...omit(spec, 'ipv4', 'ipv6'), cidrs: cidrs as string[] };
}
