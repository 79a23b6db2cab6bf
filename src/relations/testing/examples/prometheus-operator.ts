import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const VERSIONS: Record<string, string> = { PrometheusAgent: 'v1alpha1' };
const object = (kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: `monitoring.coreos.com/${VERSIONS[kind] ?? 'v1'}`,
  kind,
  metadata: { name, namespace: 'monitoring' },
  spec,
});

/** What the API asks for beside what is shown. */
const REQUIRED: Record<string, JsonObject> = { ThanosRuler: { queryEndpoints: ['query.example.com'] } };

const volumes = [
  { name: 'a', secret: { secretName: 'volume', optional: true, items: [{ key: 'k', path: 'p' }] } },
  { name: 'b', configMap: { name: 'volume', items: [{ key: 'k', path: 'p' }] } },
  { name: 'c', projected: { sources: [{ secret: { name: 'part' } }, { configMap: { name: 'part' } }] } },
  { name: 'd', persistentVolumeClaim: { claimName: 'data' } },
];

const serverExamples = ['Prometheus', 'PrometheusAgent', 'Alertmanager', 'ThanosRuler'].flatMap((kind): Example[] => {
  const mounts = kind !== 'ThanosRuler';
  return [
    {
      object: object(kind, 'main', {
        ...REQUIRED[kind],
        serviceAccountName: 'server',
        serviceName: 'governing',
        priorityClassName: 'high',
        storage: { volumeClaimTemplate: { spec: { storageClassName: 'fast' } } },
        imagePullSecrets: [{ name: 'pull' }],
        ...(mounts ? { secrets: ['mounted'], configMaps: ['mounted'] } : {}),
      }),
      pointers: [
        'monitoring-service-account spec.serviceAccountName → ServiceAccount monitoring/server',
        'monitoring-governing-service spec.serviceName → Service monitoring/governing',
        'monitoring-priority-class spec.priorityClassName → PriorityClass.scheduling.k8s.io high',
        'monitoring-storage-class spec.storage.volumeClaimTemplate.spec.storageClassName → StorageClass.storage.k8s.io fast',
        'monitoring-secret spec.imagePullSecrets[0].name → Secret monitoring/pull',
        ...(mounts
          ? [
              'monitoring-secret spec.secrets[0] → Secret monitoring/mounted',
              'monitoring-config-map spec.configMaps[0] → ConfigMap monitoring/mounted',
            ]
          : []),
      ],
    },
    {
      object: object(kind, 'volumes', { ...REQUIRED[kind], volumes }),
      pointers: [
        'monitoring-secret spec.volumes[0].secret.secretName → Secret monitoring/volume [optional] keys=k',
        'monitoring-config-map spec.volumes[1].configMap.name → ConfigMap monitoring/volume keys=k',
        'monitoring-secret spec.volumes[2].projected.sources[0].secret.name → Secret monitoring/part',
        'monitoring-config-map spec.volumes[2].projected.sources[1].configMap.name → ConfigMap monitoring/part',
        'monitoring-claim spec.volumes[3].persistentVolumeClaim.claimName → PersistentVolumeClaim monitoring/data',
      ],
    },
    { object: object(kind, 'plain', { ...REQUIRED[kind], replicas: 1 }), pointers: [] },
  ];
});

export const prometheusOperatorRuleExamples: readonly Example[] = [
  ...serverExamples,
  {
    object: object('Alertmanager', 'configured', { configSecret: 'routes', alertmanagerConfiguration: { name: 'global' } }),
    pointers: [
      'monitoring-secret spec.configSecret → Secret monitoring/routes',
      'alertmanager-configuration spec.alertmanagerConfiguration.name → AlertmanagerConfig.monitoring.coreos.com monitoring/global',
    ],
  },
  {
    object: object('Prometheus', 'alerting', {
      alerting: {
        alertmanagers: [
          { name: 'alertmanager', namespace: 'alerts', port: 'web' },
          { name: 'own', port: 'web' },
        ],
      },
    }),
    pointers: [
      'prometheus-alertmanager-service spec.alerting.alertmanagers[0].name → Service alerts/alertmanager [weak]',
      'prometheus-alertmanager-service spec.alerting.alertmanagers[1].name → Service monitoring/own [weak]',
    ],
  },
];
