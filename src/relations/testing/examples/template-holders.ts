/** What a pod template usually says, in every kind beside Kubernetes' own that holds one; and a template that has no spec. */
import type { Example } from '../../../../test/support/example.ts';
import { holding } from '../../../../test/support/template-scaffolds.ts';
import type { JsonObject } from '../../../records/record.ts';
import { templateHolders } from '../../template-holders.ts';

const specOf = (written: (plain: string) => string): JsonObject => ({
  serviceAccountName: written('web'),
  priorityClassName: written('high'),
  runtimeClassName: written('gvisor'),
  imagePullSecrets: [{ name: written('pull') }],
  containers: [
    {
      name: 'main',
      image: written('web:1'),
      env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: written('settings'), key: 'a', optional: true } } }],
      envFrom: [{ secretRef: { name: written('credentials') } }],
    },
  ],
  volumes: [
    { name: 'files', configMap: { name: written('files') } },
    { name: 'keys', secret: { secretName: written('keys'), items: [{ key: 'tls.crt', path: 'crt' }] } },
    { name: 'data', persistentVolumeClaim: { claimName: written('data') } },
  ],
});
const spec = specOf((plain) => plain);

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
  // What fills them in has not run yet.
  ...(holder.templated === true
    ? [
        {
          object: holding(
            holder,
            specOf((plain) => `${plain}-{{args.suffix}}`),
            'filled-in-later',
          ),
          pointers: [],
        },
      ]
    : []),
  ...(above(holder.path) === '' ? [] : [{ object: holding({ ...holder, path: above(holder.path) }, spec, 'without-spec'), pointers: [] }]),
]);
