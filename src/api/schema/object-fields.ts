/** The fields of every kind of object: those of the interface, and each kind's own. */
import { type KindKey, kindName } from '../../kube/kind.ts';
import { relationFieldsByKind } from '../../relations/relation-fields.ts';
import type { RelationRule } from '../../relations/rule.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { endpointSliceFields } from '../curated/endpoint-slice.ts';
import { eventFields } from '../curated/event.ts';
import { nodeFields } from '../curated/node.ts';
import { podFields } from '../curated/pod.ts';
import { serviceFields } from '../curated/service.ts';
import { workloadFields } from '../curated/workload.ts';
import { conditionFields } from '../fields/conditions.ts';
import { definitionFields } from '../fields/definition.ts';
import { deletionField } from '../fields/deletion.ts';
import { eventsOfObject } from '../fields/events.ts';
import { healthField } from '../fields/health.ts';
import { metadataFields } from '../fields/metadata.ts';
import { namespaceFields, namespaceObjectField } from '../fields/namespace.ts';
import { ownerFields } from '../fields/owners.ts';
import { relatedFields } from '../fields/related.ts';
import { relationField } from '../fields/relation-field.ts';
import type { FieldRow } from '../model/field-row.ts';
import { snapshotOfObject } from '../roots/snapshot-type.ts';

type TypeNamer = (kind: KindKey) => string;

/** By kind, those that no rule gives. */
export const curatedFields: ReadonlyMap<string, readonly FieldRow<ObjectRow>[]> = new Map([
  ['Pod', podFields],
  ['Node', nodeFields],
  ['Service', serviceFields],
  ['Event', eventFields],
  ['EndpointSlice.discovery.k8s.io', endpointSliceFields],
  ['Namespace', namespaceFields],
  ['CustomResourceDefinition.apiextensions.k8s.io', definitionFields],
  ...workloadFields,
]);

/** Of `KubernetesObject`: every kind has them, the same rows for all. */
export function interfaceFields(typeName: TypeNamer): readonly FieldRow<ObjectRow>[] {
  return [
    ...metadataFields,
    ...conditionFields,
    healthField,
    deletionField,
    ...ownerFields,
    relationField({ ...eventsOfObject, on: { group: '', kind: '*' } }, typeName),
    ...relatedFields,
    namespaceObjectField,
    snapshotOfObject,
  ];
}

/**
 * By kind: curated fields, then relations, those of the user's rules too. A curated field outranks a relation of its name.
 * A relation to a custom kind that no snapshot knows leads nowhere: it has no field.
 */
export function ownFields(typeName: TypeNamer, userRules: readonly RelationRule[]): (key: KindKey) => readonly FieldRow<ObjectRow>[] {
  const relations = relationFieldsByKind(userRules);
  return (key) => {
    const fields = [...(curatedFields.get(kindName(key)) ?? [])];
    for (const walk of relations(key)) {
      if (walk.to !== null && typeName(walk.to) === 'OtherObject') continue;
      if (!fields.some(({ name }) => name === walk.name)) fields.push(relationField(walk, typeName));
    }
    return fields;
  };
}
