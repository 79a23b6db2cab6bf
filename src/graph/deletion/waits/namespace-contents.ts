/** What is left in a namespace that is being deleted, and what its conditions say of it. */
import { kindName } from '../../../kube/kind.ts';
import { pod } from '../../../relations/kinds.ts';
import type { ConditionRow, ObjectRow } from '../../../store/reader.ts';
import { isNeverLeft } from '../never-left.ts';
import { listed, type Wait, type WaitQuery } from './wait.ts';

/**
 * Every object that is still there and can be left. The conditions are told by their type:
 * reasons and the first words of their messages differ between versions. While pods are going, nothing else has been deleted yet, unless
 * its deletion failed: the controller deletes pods first.
 * Source: kubernetes pkg/controller/namespace/deletion, status_condition_utils.go; OrderedNamespaceDeletion in namespaced_resources_deleter.go.
 */
export const namespaceContents: WaitQuery = async (context, held) => {
  const conditions = await context.reader.conditions(held.map(({ id }) => id));
  const waits = new Map<number, Wait>();
  for (const { id, name } of held) {
    const { rows } = await context.reader.list({ filter: { namespace: name, presence: ['PRESENT'] } });
    const open = await context.open(name);
    const own = conditions.filter(({ object, type, status }) => object === id && status === 'True' && type.startsWith('Namespace'));
    const left = rows.filter((row) => !isNeverLeft(row));
    const going = left.filter(({ deletion }) => deletion !== null);
    const isOrdered = going.some((row) => kindName(row) === kindName(pod)) && !own.some(({ type }) => type === CONTENT_FAILURE);
    const objects = isOrdered ? going : left;
    const untouched = left.length - objects.length;
    const later = untouched === 0 ? [] : [`${untouched} more objects in it are deleted once its pods are gone`];
    const lists = open.length === 0 ? [] : [`not captured completely, so that objects of them may be left: ${listed(open.map(kindName))}`];
    waits.set(id, { objects, attends: true, evidence: [...own.map(conditionText), ...contradictions(own, left), ...later], gaps: lists });
  }
  return waits;
};

const CONTENT_FAILURE = 'NamespaceDeletionContentFailure';

function conditionText({ type, message, reason }: ConditionRow): string {
  return `condition ${type}: ${message ?? reason ?? 'True'}`;
}

/** Where the conditions name a finalizer that nothing in the snapshot has, the capture and the controller saw different moments. */
function contradictions(conditions: readonly ConditionRow[], objects: readonly ObjectRow[]): string[] {
  if (objects.length > 0) return [];
  const remaining = conditions.filter(({ type }) => type === 'NamespaceContentRemaining' || type === 'NamespaceFinalizersRemaining');
  return remaining.length === 0
    ? []
    : ['The conditions speak of remaining objects, and the snapshot holds none: it is of another moment, or did not capture their kinds.'];
}
