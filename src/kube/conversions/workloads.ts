/** Deployment, ReplicaSet, DaemonSet, StatefulSet, Job and CronJob of the beta groups. */
import type { JsonObject } from '../../records/record.ts';
import { objectAt, valueAt } from '../safe.ts';
import type { Conversion } from './conversion.ts';
import { annotate, editAt, omit, withDefaults } from './edit.ts';

export const workloadConversions: readonly Conversion[] = [
  {
    from: ['extensions/v1beta1/Deployment', 'apps/v1beta1/Deployment'],
    convert: (deployment) => convertRollback(editAt(deployment, 'spec', withSelector)),
    source:
      'kubernetes, pkg/apis/{extensions,apps}/v1beta1/defaults.go, SetDefaults_Deployment; pkg/apis/apps/v1/conversion.go (rollbackTo)',
  },
  {
    from: ['extensions/v1beta1/ReplicaSet'],
    convert: (replicaSet) => editAt(replicaSet, 'spec', withSelector),
    source: 'kubernetes, pkg/apis/extensions/v1beta1/defaults.go, SetDefaults_ReplicaSet',
  },
  {
    from: ['extensions/v1beta1/DaemonSet'],
    convert: (daemonSet) => convertTemplateGeneration(editAt(daemonSet, 'spec', (spec) => withOnDelete(withSelector(spec)))),
    source:
      'kubernetes, pkg/apis/extensions/v1beta1/defaults.go, SetDefaults_DaemonSet; pkg/apis/apps/v1/conversion.go (templateGeneration)',
  },
  {
    from: ['apps/v1beta1/StatefulSet', 'apps/v1alpha1/PetSet'],
    convert: (statefulSet) => editAt(statefulSet, 'spec', (spec) => withOnDelete(withSelector(spec))),
    source: 'kubernetes, pkg/apis/apps/v1beta1/defaults.go, SetDefaults_StatefulSet; CHANGELOG-1.5 (PetSet renamed)',
  },
  {
    from: ['extensions/v1beta1/Job'],
    convert: (job) => editAt(job, 'spec', convertAutoSelector),
    source: 'kubernetes 1.5, pkg/apis/extensions/v1beta1/{conversion,defaults}.go, JobSpec',
  },
  {
    from: ['batch/v2alpha1/ScheduledJob'],
    convert: (job) => job,
    source: 'kubernetes, CHANGELOG-1.5 (ScheduledJob renamed to CronJob)',
  },
];

/** Without a selector the old APIs took the labels of the template. */
function withSelector(spec: JsonObject): JsonObject {
  const labels = objectAt(spec, 'template', 'metadata', 'labels');
  return labels === undefined || Object.keys(labels).length === 0 ? spec : withDefaults(spec, { selector: { matchLabels: labels } });
}

/** These versions replaced pods only when someone deleted them; apps/v1 rolls. */
function withOnDelete(spec: JsonObject): JsonObject {
  return editAt(withDefaults(spec, { updateStrategy: {} }), 'updateStrategy', (strategy) => withDefaults(strategy, { type: 'OnDelete' }));
}

function convertRollback(deployment: JsonObject): JsonObject {
  if (objectAt(deployment, 'spec', 'rollbackTo') === undefined) return deployment;
  const revision = valueAt(deployment, 'spec', 'rollbackTo', 'revision') ?? 0;
  const annotated = annotate(deployment, 'deprecated.deployment.rollback.to', String(revision));
  return editAt(annotated, 'spec', (spec) => omit(spec, 'rollbackTo'));
}

function convertTemplateGeneration(daemonSet: JsonObject): JsonObject {
  const generation = valueAt(daemonSet, 'spec', 'templateGeneration');
  if (typeof generation !== 'number') return daemonSet;
  const annotated = annotate(daemonSet, 'deprecated.daemonset.template.generation', String(generation));
  return editAt(annotated, 'spec', (spec) => omit(spec, 'templateGeneration'));
}

/** autoSelector means the opposite of manualSelector, and unset is false for both. */
function convertAutoSelector(spec: JsonObject): JsonObject {
  const automatic = valueAt(spec, 'autoSelector') ?? false;
  if (typeof automatic !== 'boolean') return spec;
  const rest = omit(spec, 'autoSelector');
  return automatic ? rest : withSelector(withDefaults(rest, { manualSelector: true }));
}
