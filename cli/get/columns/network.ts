/** Services and what leads to them. Source: kubernetes, pkg/printers/internalversion/printers.go. */
import { arrayAt, isObject, stringAt, valueAt } from '../../../src/kube/safe.ts';
import type { JsonObject } from '../../../src/records/record.ts';
import { ageColumn, type Column, count, field, nameColumn, none, text, wide } from '../column.ts';
import { selectorText } from '../selector-text.ts';

export const serviceColumns: readonly Column[] = [
  nameColumn,
  field('TYPE', 'spec.type', 'ClusterIP'),
  field('CLUSTER-IP', 'spec.clusterIP'),
  { header: 'EXTERNAL-IP', cell: externalAddresses },
  { header: 'PORT(S)', cell: servicePorts },
  ageColumn,
  wide({ header: 'SELECTOR', cell: (object) => selectorText(valueAt(object, 'spec', 'selector')) }),
];

function externalAddresses(service: JsonObject): string {
  const own = arrayAt(service, 'spec', 'externalIPs').map((ip) => text(ip));
  switch (stringAt(service, 'spec', 'type')) {
    case 'ExternalName':
      return text(valueAt(service, 'spec', 'externalName'));
    case 'LoadBalancer': {
      const all = [...loadBalancerAddresses(service), ...own];
      return all.length === 0 ? '<pending>' : all.join(',');
    }
    default:
      return own.length === 0 ? none : own.join(',');
  }
}

function loadBalancerAddresses(object: JsonObject): string[] {
  const ingress = arrayAt(object, 'status', 'loadBalancer', 'ingress');
  return ingress.map((each) => stringAt(each, 'ip') || stringAt(each, 'hostname') || '').filter((address) => address !== '');
}

function servicePorts(service: JsonObject): string {
  const ports = arrayAt(service, 'spec', 'ports').map((port) => {
    const nodePort = count(port, 'nodePort');
    return `${text(valueAt(port, 'port'))}${nodePort > 0 ? `:${nodePort}` : ''}/${text(valueAt(port, 'protocol'), 'TCP')}`;
  });
  return text(ports);
}

/** kubectl shows three and says how many more there are. */
const shown = 3;

function few(all: readonly string[]): string {
  if (all.length === 0) return none;
  return all.length <= shown ? all.join(',') : `${all.slice(0, shown).join(',')} + ${all.length - shown} more...`;
}

export const endpointsColumns: readonly Column[] = [nameColumn, { header: 'ENDPOINTS', cell: endpointAddresses }, ageColumn];

function endpointAddresses(endpoints: JsonObject): string {
  const addresses = arrayAt(endpoints, 'subsets').flatMap((subset) => {
    const ports = arrayAt(subset, 'ports').map((port) => text(valueAt(port, 'port'), ''));
    const ips = arrayAt(subset, 'addresses').map((address) => text(valueAt(address, 'ip'), ''));
    return ports.length === 0 ? ips : ports.flatMap((port) => ips.map((ip) => (ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`)));
  });
  return few(addresses);
}

export const endpointSliceColumns: readonly Column[] = [
  nameColumn,
  field('ADDRESSTYPE', 'addressType'),
  {
    header: 'PORTS',
    cell: (slice) =>
      fewOr(
        '<unset>',
        arrayAt(slice, 'ports').map((port) => text(valueAt(port, 'port'), '*')),
      ),
  },
  {
    header: 'ENDPOINTS',
    cell: (slice) =>
      fewOr(
        '<unset>',
        arrayAt(slice, 'endpoints').flatMap((each) => arrayAt(each, 'addresses').map((address) => text(address))),
      ),
  },
  ageColumn,
];

function fewOr(otherwise: string, all: readonly string[]): string {
  return all.length === 0 ? otherwise : few(all);
}

export const ingressColumns: readonly Column[] = [
  nameColumn,
  field('CLASS', 'spec.ingressClassName'),
  { header: 'HOSTS', cell: ingressHosts },
  { header: 'ADDRESS', cell: (ingress) => loadBalancerAddresses(ingress).join(',') },
  { header: 'PORTS', cell: (ingress) => (arrayAt(ingress, 'spec', 'tls').length > 0 ? '80, 443' : '80') },
  ageColumn,
];

function ingressHosts(ingress: JsonObject): string {
  const hosts = arrayAt(ingress, 'spec', 'rules').flatMap((rule) => stringAt(rule, 'host') || []);
  return hosts.length === 0 ? '*' : few(hosts);
}

export const ingressClassColumns: readonly Column[] = [
  nameColumn,
  field('CONTROLLER', 'spec.controller'),
  { header: 'PARAMETERS', cell: ingressClassParameters },
  ageColumn,
];

function ingressClassParameters(ingressClass: JsonObject): string {
  const parameters = valueAt(ingressClass, 'spec', 'parameters');
  if (!isObject(parameters)) return none;
  const group = stringAt(parameters, 'apiGroup');
  return `${text(parameters['kind'])}${group ? `.${group}` : ''}/${text(parameters['name'])}`;
}

export const networkPolicyColumns: readonly Column[] = [
  nameColumn,
  { header: 'POD-SELECTOR', cell: (object) => selectorText(valueAt(object, 'spec', 'podSelector')) },
  ageColumn,
];
