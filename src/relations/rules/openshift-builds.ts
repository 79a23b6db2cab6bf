/** Builds of OpenShift: what they are made from, where they go, and as whom they run. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, csiDriver, pod, secret, serviceAccount } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { toImage } from './openshift-images.ts';
import { buildKind } from './openshift-kinds.ts';

const build = buildKind('Build');
const buildConfig = buildKind('BuildConfig');

/** Both have the fields of CommonSpec. */
const specs: readonly { readonly from: KindKey; readonly reverse: string; readonly history: { readonly weak?: true } }[] = [
  // Most have run: what they were made from may be gone.
  { from: build, reverse: 'builds', history: { weak: true } },
  { from: buildConfig, reverse: 'buildConfigs', history: {} },
];

const STRATEGIES = ['sourceStrategy', 'dockerStrategy', 'customStrategy'];
const WITH_VOLUMES = ['sourceStrategy', 'dockerStrategy'];
const HOOKS = ['github', 'generic', 'gitlab', 'bitbucket'];

const inStrategies = (path: string, strategies: readonly string[] = STRATEGIES): string[] =>
  strategies.map((strategy) => `spec.strategy.${strategy}.${path}`);

const ofBoth = specs.flatMap(({ from, reverse, history }): readonly RelationRule[] => [
  ...toImage({
    relation: 'build-input-image',
    from,
    ...history,
    paths: [...inStrategies('from.name'), 'spec.source.images[].from.name'],
    reverse,
    source: 'openshift build/v1 SourceBuildStrategy.from, ImageSource.from',
  }),
  ...toImage({
    relation: 'build-output-image',
    from,
    ...history,
    paths: ['spec.output.to.name'],
    reverse,
    output: true,
    source: 'openshift build/v1 BuildOutput.to: looked for in the namespace of the build unless it says another',
  }),
  {
    relation: 'build-service-account',
    from,
    ...history,
    path: 'spec.serviceAccount',
    target: serviceAccount,
    namespace: 'source',
    forward: { name: 'serviceAccount', one: true },
    reverse: { name: reverse },
    source: 'openshift build/v1 CommonSpec.serviceAccount',
  },
  ...atPaths(
    [
      'spec.source.sourceSecret.name',
      'spec.source.secrets[].secret.name',
      'spec.source.images[].pullSecret.name',
      'spec.output.pushSecret.name',
      ...inStrategies('pullSecret.name'),
      'spec.strategy.customStrategy.secrets[].secretSource.name',
      ...inStrategies('env[].valueFrom.secretKeyRef.name'),
    ],
    {
      relation: 'build-secret',
      from,
      ...history,
      target: secret,
      namespace: 'source',
      optional: 'optional',
      keys: ['key'],
      forward: { name: 'secrets' },
      reverse: { name: reverse },
      source: 'openshift build/v1 BuildSource, BuildOutput, BuildStrategy',
    },
  ),
  ...atPaths(['spec.source.configMaps[].configMap.name', ...inStrategies('env[].valueFrom.configMapKeyRef.name')], {
    relation: 'build-config-map',
    from,
    ...history,
    target: configMap,
    namespace: 'source',
    optional: 'optional',
    keys: ['key'],
    forward: { name: 'configMaps' },
    reverse: { name: reverse },
    source: 'openshift build/v1 ConfigMapBuildSource',
  }),
  ...atPaths(inStrategies('volumes[].source.secret.secretName', WITH_VOLUMES), {
    relation: 'build-secret',
    from,
    ...history,
    target: secret,
    namespace: 'source',
    optional: 'optional',
    keys: ['items[].key'],
    forward: { name: 'secrets' },
    reverse: { name: reverse },
    source: 'openshift build/v1 BuildVolumeSource.secret',
  }),
  ...atPaths(inStrategies('volumes[].source.configMap.name', WITH_VOLUMES), {
    relation: 'build-config-map',
    from,
    ...history,
    target: configMap,
    namespace: 'source',
    optional: 'optional',
    keys: ['items[].key'],
    forward: { name: 'configMaps' },
    reverse: { name: reverse },
    source: 'openshift build/v1 BuildVolumeSource.configMap',
  }),
  ...atPaths(inStrategies('volumes[].source.csi.driver', WITH_VOLUMES), {
    relation: 'build-csi-driver',
    from,
    ...history,
    target: csiDriver,
    namespace: 'cluster',
    forward: { name: 'csiDrivers' },
    reverse: { name: reverse },
    source: 'openshift build/v1 BuildVolumeSource.csi',
  }),
]);

export const openShiftBuildRules: readonly RelationRule[] = [
  ...ofBoth,
  ...toImage({
    relation: 'build-config-trigger',
    from: buildConfig,
    paths: ['spec.triggers[].imageChange.from.name'],
    reverse: 'buildConfigs',
    source: 'openshift build/v1 ImageChangeTrigger.from',
  }),
  ...atPaths(
    HOOKS.map((hook) => `spec.triggers[].${hook}.secretReference.name`),
    {
      relation: 'build-config-webhook-secret',
      from: buildConfig,
      target: secret,
      namespace: 'source',
      forward: { name: 'secrets' },
      reverse: { name: 'buildConfigs' },
      source: 'openshift build/v1 WebHookTrigger.secretReference',
    },
  ),
  {
    relation: 'build-build-config',
    from: build,
    path: 'status.config.name',
    target: buildConfig,
    namespace: { path: 'namespace' },
    weak: true,
    forward: { name: 'buildConfig', one: true },
    reverse: { name: 'builds' },
    source: 'openshift build/v1 BuildStatus.config',
  },
  {
    relation: 'build-pod',
    from: pod,
    path: "metadata.annotations['openshift.io/build.name']",
    target: build,
    namespace: 'source',
    weak: true,
    forward: { name: 'build', one: true },
    reverse: { name: 'pods' },
    source: 'openshift build/v1 BuildAnnotation',
  },
];
