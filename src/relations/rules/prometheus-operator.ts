/** The servers that the Prometheus operator runs: as whom, with which volumes, and what they are told by name. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, persistentVolumeClaim, priorityClass, secret, service, serviceAccount, storageClass } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const monitoring = (kind: string): KindKey => ({ group: 'monitoring.coreos.com', kind });
const alertmanager = monitoring('Alertmanager');
const prometheus = monitoring('Prometheus');

const servers: readonly { readonly kind: string; readonly reverse: string; readonly mounts: boolean }[] = [
  { kind: 'Prometheus', reverse: 'prometheusServers', mounts: true },
  { kind: 'PrometheusAgent', reverse: 'prometheusAgents', mounts: true },
  { kind: 'Alertmanager', reverse: 'alertmanagers', mounts: true },
  { kind: 'ThanosRuler', reverse: 'thanosRulers', mounts: false },
];

const serverRules = servers.flatMap(({ kind, reverse, mounts }): readonly RelationRule[] => {
  const rule = { from: monitoring(kind), namespace: 'source', reverse: { name: reverse } } as const;
  const toSecret = { ...rule, relation: 'monitoring-secret', target: secret, forward: { name: 'secrets' } } as const;
  const toConfigMap = { ...rule, relation: 'monitoring-config-map', target: configMap, forward: { name: 'configMaps' } } as const;
  const source = `prometheus-operator ${kind}Spec: in the namespace of the ${kind}`;
  return [
    {
      ...rule,
      relation: 'monitoring-service-account',
      path: 'spec.serviceAccountName',
      target: serviceAccount,
      forward: { name: 'serviceAccount', one: true },
      source,
    },
    {
      ...rule,
      relation: 'monitoring-governing-service',
      path: 'spec.serviceName',
      target: service,
      forward: { name: 'services' },
      source,
    },
    {
      ...rule,
      relation: 'monitoring-priority-class',
      path: 'spec.priorityClassName',
      target: priorityClass,
      namespace: 'cluster',
      forward: { name: 'priorityClass', one: true },
      source,
    },
    {
      ...rule,
      relation: 'monitoring-storage-class',
      path: 'spec.storage.volumeClaimTemplate.spec.storageClassName',
      target: storageClass,
      namespace: 'cluster',
      forward: { name: 'storageClasses' },
      source: 'prometheus-operator StorageSpec.volumeClaimTemplate',
    },
    {
      ...rule,
      relation: 'monitoring-claim',
      path: 'spec.volumes[].persistentVolumeClaim.claimName',
      target: persistentVolumeClaim,
      forward: { name: 'persistentVolumeClaims' },
      source,
    },
    ...atPaths(['spec.imagePullSecrets[].name', ...(mounts ? ['spec.secrets[]'] : [])], { ...toSecret, source }),
    ...atPaths(mounts ? ['spec.configMaps[]'] : [], { ...toConfigMap, source }),
    ...atPaths(['spec.volumes[].secret.secretName', 'spec.volumes[].projected.sources[].secret.name'], {
      ...toSecret,
      optional: 'optional',
      keys: ['items[].key'],
      source,
    }),
    ...atPaths(['spec.volumes[].configMap.name', 'spec.volumes[].projected.sources[].configMap.name'], {
      ...toConfigMap,
      optional: 'optional',
      keys: ['items[].key'],
      source,
    }),
  ];
});

export const prometheusOperatorRules: readonly RelationRule[] = [
  ...serverRules,
  {
    relation: 'monitoring-secret',
    from: alertmanager,
    path: 'spec.configSecret',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'alertmanagers' },
    source: 'prometheus-operator AlertmanagerSpec.configSecret',
  },
  {
    relation: 'alertmanager-configuration',
    from: alertmanager,
    path: 'spec.alertmanagerConfiguration.name',
    target: monitoring('AlertmanagerConfig'),
    namespace: 'source',
    forward: { name: 'alertmanagerConfigs' },
    reverse: { name: 'alertmanagers' },
    source: 'prometheus-operator AlertmanagerConfiguration.name: in the namespace of the Alertmanager',
  },
  {
    relation: 'prometheus-alertmanager-service',
    from: prometheus,
    path: 'spec.alerting.alertmanagers[].name',
    target: service,
    namespace: { path: 'namespace' },
    // Endpoints of that name are asked for: they need no Service.
    weak: true,
    forward: { name: 'alertmanagerServices' },
    reverse: { name: 'alertingPrometheusServers' },
    source: 'prometheus-operator AlertmanagerEndpoints: name and namespace of Endpoints, by default in its own namespace',
  },
];
