/** Claims whose names are made from other names: of generic ephemeral volumes, and of a StatefulSet's templates. */
import { arrayAt, isObject, objectAt, stringAt, valueAt } from '../../kube/safe.ts';
import type { JsonValue } from '../../records/record.ts';
import { persistentVolumeClaim, pod, statefulSet } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, type NamePatternDraft, type ReferenceDraft, ReferenceFlag } from '../rule.ts';

/** More claims than this are not drafted one by one for a StatefulSet; its name patterns still find those that are there. */
const MOST_EXPECTED_CLAIMS = 1000;

export const claimRelations: readonly CodedRelation[] = [
  {
    relation: 'pod-persistent-volume-claim',
    from: pod,
    target: persistentVolumeClaim,
    source: 'k8s.io/component-helpers storage/ephemeral VolumeClaimName: `<pod>-<volume>`',
    describe: '`spec.volumes[].ephemeral`: the claim `<pod>-<volume>`, on Pods only',
    extract: ({ object, namespace, name }) => {
      const references: ReferenceDraft[] = [];
      for (const [index, volume] of arrayAt(object, 'spec', 'volumes').entries()) {
        if (!isObject(volume) || !isObject(volume['ephemeral'])) continue;
        const volumeName = volume['name'];
        const claim = isPointerText(volumeName) ? `${name}-${volumeName}` : '';
        if (!isPointerText(claim)) continue;
        references.push({
          relation: 'pod-persistent-volume-claim',
          path: 'spec.volumes[].ephemeral',
          indexes: [index],
          ...persistentVolumeClaim,
          namespace,
          name: claim,
          flags: 0,
          written: volume['ephemeral'],
        });
      }
      return { references };
    },
  },
  {
    relation: 'stateful-set-claim',
    from: statefulSet,
    target: persistentVolumeClaim,
    forward: { name: 'persistentVolumeClaims' },
    reverse: { name: 'statefulSets' },
    source: 'kubernetes pkg/controller/statefulset getPersistentVolumeClaimName: `<template>-<statefulset>-<ordinal>`',
    describe:
      '`spec.volumeClaimTemplates[]`: a weak reference to the claim of every ordinal that `spec.replicas`, `status.replicas` and `spec.ordinals.start` ask for (at most 1000), and the name pattern `^<template>-<statefulset>-\\d+$` for claims that a scale-down left',
    extract: ({ object, namespace, name }) => {
      const references: ReferenceDraft[] = [];
      const patterns: NamePatternDraft[] = [];
      const { first, count } = ordinals(object);
      for (const [index, template] of arrayAt(object, 'spec', 'volumeClaimTemplates').entries()) {
        const templateName = stringAt(template, 'metadata', 'name');
        if (!isPointerText(templateName) || !isPointerText(`${templateName}-${name}-${first + count}`)) continue;
        const draft = {
          relation: 'stateful-set-claim',
          path: 'spec.volumeClaimTemplates[].metadata.name',
          indexes: [index],
          ...persistentVolumeClaim,
          namespace,
          flags: ReferenceFlag.weak,
        };
        const prefix = `${templateName}-${name}`;
        patterns.push({ ...draft, prefix });
        for (let ordinal = first; ordinal < first + count && references.length < MOST_EXPECTED_CLAIMS; ordinal++) {
          references.push({ ...draft, name: `${prefix}-${ordinal}`, written: templateName });
        }
      }
      return { references, patterns };
    },
  },
];

/** Absent replicas are one, as the API defaults them. While it scales down, `status.replicas` is still the greater. */
function ordinals(object: JsonValue): { readonly first: number; readonly count: number } {
  const spec = objectAt(object, 'spec');
  const wanted = toCount(spec?.['replicas'] ?? 1);
  return { first: toCount(valueAt(spec, 'ordinals', 'start')), count: Math.max(wanted, toCount(valueAt(object, 'status', 'replicas'))) };
}

function toCount(value: JsonValue | undefined): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MAX_INT32 ? value : 0;
}

const MAX_INT32 = 2 ** 31 - 1;
