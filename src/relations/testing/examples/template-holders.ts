/** What a pod template usually says, in every kind beside Kubernetes' own that holds one; and a template that has no spec. */
import type { Example } from '../../../../test/support/example.ts';
import { holding } from '../../../../test/support/template-scaffolds.ts';
import type { JsonObject } from '../../../records/record.ts';
import { templateHolders } from '../../template-holders.ts';

const spec: JsonObject = {
  serviceAccountName: 'web',
  priorityClassName: 'high',
  runtimeClassName: 'gvisor',
  imagePullSecrets: [{ name: 'pull' }],
  containers: [
    {
      name: 'main',
      image: 'web:1',
      env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key: 'a', optional: true } } }],
      envFrom: [{ secretRef: { name: 'credentials' } }],
    },
  ],
  volumes: [
    { name: 'files', configMap: { name: 'files' } },
    { name: 'keys', secret: { secretName: 'keys', items: [{ key: 'tls.crt', path: 'crt' }] } },
    { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
  ],
};

const pointers = [
  'pod-service-account ~.serviceAccountName → ServiceAccount shop/web',
  'pod-priority-class ~.priorityClassName → PriorityClass.scheduling.k8s.io high',
  'pod-runtime-class ~.runtimeClassName → RuntimeClass.node.k8s.io gvisor',
  'pod-secret ~.imagePullSecrets[0].name → Secret shop/pull',
  'pod-image ~.containers[0].image → Image.external web:1',
  'pod-config-map ~.containers[0].env[0].valueFrom.configMapKeyRef.name → ConfigMap shop/settings [optional] keys=a',
  'pod-secret ~.containers[0].envFrom[0].secretRef.name → Secret shop/credentials',
  'pod-config-map ~.volumes[0].configMap.name → ConfigMap shop/files',
  'pod-secret ~.volumes[1].secret.secretName → Secret shop/keys keys=tls.crt',
  'pod-persistent-volume-claim ~.volumes[2].persistentVolumeClaim.claimName → PersistentVolumeClaim shop/data',
];

/** A look-alike: the fields of a pod one step above its spec. */
const above = (path: string): string => path.replace(/\.?spec$/, '');

export const templateHolderExamples: readonly Example[] = templateHolders.flatMap((holder, index): Example[] => [
  {
    object: holding(holder, spec, `typical-${index}`),
    pointers: pointers.map((pointer) => pointer.replaceAll('~', holder.path.replaceAll('[]', '[0]'))),
  },
  ...(above(holder.path) === '' ? [] : [{ object: holding({ ...holder, path: above(holder.path) }, spec, 'without-spec'), pointers: [] }]),
]);
