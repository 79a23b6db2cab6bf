import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';
import { froms, lookAlikes, pointersOfFrom, pointersOfFroms } from './openshift-images.ts';

const object = (kind: string, name: string, spec: JsonObject, status: JsonObject = {}): JsonObject => ({
  apiVersion: 'build.openshift.io/v1',
  kind,
  metadata: { name, namespace: 'shop' },
  spec,
  status,
});

const WITH_VOLUMES = ['sourceStrategy', 'dockerStrategy'];
const env = [
  { name: 'A', valueFrom: { secretKeyRef: { name: 'tokens', key: 'npm', optional: true } } },
  { name: 'B', valueFrom: { configMapKeyRef: { name: 'settings', key: 'level' } } },
];
const volumes = [
  { name: 'a', source: { type: 'Secret', secret: { secretName: 'volume', optional: true, items: [{ key: 'k', path: 'p' }] } } },
  { name: 'b', source: { type: 'ConfigMap', configMap: { name: 'volume', items: [{ key: 'k', path: 'p' }] } } },
  { name: 'c', source: { type: 'CSI', csi: { driver: 'csi.example.com' } } },
];

const strategyExamples = (kind: string): Example[] =>
  ['sourceStrategy', 'dockerStrategy', 'customStrategy'].flatMap((strategy): Example[] => {
    const path = `spec.strategy.${strategy}`;
    const hasVolumes = WITH_VOLUMES.includes(strategy);
    return [
      ...froms.map(
        (from, index): Example => ({
          object: object(kind, `${strategy.toLowerCase()}-${index}`, { strategy: { [strategy]: { from } } }),
          pointers: pointersOfFrom('build-input-image', `${path}.from.name`, index),
        }),
      ),
      ...lookAlikes.map(
        (from, index): Example => ({
          object: object(kind, `${strategy.toLowerCase()}-look-alike-${index}`, { strategy: { [strategy]: { from } } }),
          pointers: [],
        }),
      ),
      {
        object: object(kind, `${strategy.toLowerCase()}-configured`, {
          strategy: {
            [strategy]: {
              pullSecret: { name: 'pull' },
              env,
              ...(hasVolumes ? { volumes } : { secrets: [{ secretSource: { name: 'more' }, mountPath: '/m' }] }),
            },
          },
        }),
        pointers: [
          `build-secret ${path}.pullSecret.name → Secret shop/pull`,
          ...(hasVolumes ? [] : [`build-secret ${path}.secrets[0].secretSource.name → Secret shop/more`]),
          `build-secret ${path}.env[0].valueFrom.secretKeyRef.name → Secret shop/tokens [optional] keys=npm`,
          `build-config-map ${path}.env[1].valueFrom.configMapKeyRef.name → ConfigMap shop/settings keys=level`,
          ...(hasVolumes
            ? [
                `build-secret ${path}.volumes[0].source.secret.secretName → Secret shop/volume [optional] keys=k`,
                `build-config-map ${path}.volumes[1].source.configMap.name → ConfigMap shop/volume keys=k`,
                `build-csi-driver ${path}.volumes[2].source.csi.driver → CSIDriver.storage.k8s.io csi.example.com`,
              ]
            : []),
        ],
      },
    ];
  });

const outputs: readonly { readonly to: JsonObject; readonly pointers: readonly string[] }[] = [
  {
    to: { kind: 'ImageStreamTag', name: 'web:latest' },
    pointers: ['ImageStreamTag.image.openshift.io shop/web:latest [weak]', 'ImageStream.image.openshift.io shop/web'],
  },
  { to: { kind: 'DockerImage', name: 'example.com/web:1' }, pointers: ['Image.external example.com/web:1'] },
  { to: { kind: 'ImageStreamTag', name: 'latest' }, pointers: [] },
];

/** Of a Build everything is history. */
const weakly = (pointer: string): string => {
  const [plain = '', ...rest] = pointer.replace(' [weak]', '').split(/(?= \[| keys=)/);
  const flags = rest.find((part) => part.startsWith(' ['));
  const others = rest.filter((part) => part !== flags);
  return [plain, flags === undefined ? ' [weak]' : flags.replace(']', ' weak]'), ...others].join('');
};
const asHistory = ({ object: build, pointers }: Example): Example => ({ object: build, pointers: pointers.map(weakly) });

const ofBoth = (kind: string): Example[] => [
  ...strategyExamples(kind),
  ...outputs.map(
    ({ to, pointers }, index): Example => ({
      object: object(kind, `output-${index}`, { output: { to } }),
      pointers: pointers.map((pointer) => `build-output-image spec.output.to.name → ${pointer}`),
    }),
  ),
  {
    object: object(kind, 'sources', {
      serviceAccount: 'builder',
      source: {
        sourceSecret: { name: 'git' },
        secrets: [{ secret: { name: 'maven' } }],
        configMaps: [{ configMap: { name: 'settings' } }],
        images: froms.map((from) => ({ from, pullSecret: { name: 'pull' } })),
      },
      output: { pushSecret: { name: 'push' } },
    }),
    pointers: [
      ...[0, 1, 2, 3].flatMap((index) => [
        ...pointersOfFrom('build-input-image', `spec.source.images[${index}].from.name`, index),
        `build-secret spec.source.images[${index}].pullSecret.name → Secret shop/pull`,
      ]),
      'build-secret spec.source.sourceSecret.name → Secret shop/git',
      'build-secret spec.source.secrets[0].secret.name → Secret shop/maven',
      'build-config-map spec.source.configMaps[0].configMap.name → ConfigMap shop/settings',
      'build-secret spec.output.pushSecret.name → Secret shop/push',
      'build-service-account spec.serviceAccount → ServiceAccount shop/builder',
    ],
  },
  { object: object(kind, 'look-alikes', { source: { images: lookAlikes.map((from) => ({ from })) } }), pointers: [] },
];

export const openShiftBuildExamples: readonly Example[] = [
  ...ofBoth('Build').map(asHistory),
  ...ofBoth('BuildConfig'),
  {
    object: object('BuildConfig', 'triggers', {
      triggers: [
        ...froms.map((from) => ({ type: 'ImageChange', imageChange: { from } })),
        ...['github', 'generic', 'gitlab', 'bitbucket'].map((hook) => ({ type: hook, [hook]: { secretReference: { name: hook } } })),
        ...lookAlikes.map((from) => ({ type: 'ImageChange', imageChange: { from } })),
      ],
    }),
    pointers: [
      ...pointersOfFroms('build-config-trigger', 'spec.triggers[#].imageChange.from.name'),
      ...['github', 'generic', 'gitlab', 'bitbucket'].map(
        (hook, index) => `build-config-webhook-secret spec.triggers[${index + 4}].${hook}.secretReference.name → Secret shop/${hook}`,
      ),
    ],
  },
  {
    object: object('Build', 'web-1', {}, { phase: 'Complete', config: { kind: 'BuildConfig', name: 'web', namespace: 'shop' } }),
    pointers: ['build-build-config status.config.name → BuildConfig.build.openshift.io shop/web [weak]'],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web-1-build', namespace: 'shop', annotations: { 'openshift.io/build.name': 'web-1' } },
      spec: { containers: [{ name: 'main', image: 'builder:1' }] },
    },
    pointers: ["build-pod metadata.annotations['openshift.io/build.name'] → Build.build.openshift.io shop/web-1 [weak]"],
  },
];
