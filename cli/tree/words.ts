/** What a line of the tree says of its object, and of the pointer that leads to it. */
import { OWNER } from '../../src/graph/owner-chain.ts';
import type { ObjectRow, Presence, ReferenceRow, ReferenceStatus } from '../../src/store/reader.ts';
import { formatAge } from '../output/age.ts';
import type { Style } from '../output/output.ts';
import type { TreeNode } from './tree.ts';

export interface Said {
  readonly text: string;
  readonly style: Style | null;
}

const absences: Readonly<Record<Exclude<Presence, 'PRESENT'>, Said>> = {
  MISSING: { text: 'missing', style: 'bad' },
  NOT_CAPTURED: { text: 'not captured', style: 'warning' },
  DELETED: { text: 'deleted', style: 'bad' },
  EXTERNAL: { text: 'outside the cluster', style: 'faint' },
};

/** How an object is: its absence, its deletion, or its phase and readiness. */
export function objectState(object: ObjectRow, now: number | null): Said {
  if (object.presence !== 'PRESENT') return absences[object.presence];
  const state = stateText(object);
  if (object.deletion !== null) {
    const since = formatAge({ time: object.deletion - (object.deletionGrace ?? 0) * 1_000, now });
    return { text: `being deleted for ${since}${state === '' ? '' : `, ${state}`}`, style: 'warning' };
  }
  return { text: state, style: object.ready === false ? 'bad' : object.ready === true ? 'good' : null };
}

function stateText({ phase, ready, reason }: ObjectRow): string {
  const readiness = ready === null ? null : ready ? 'ready' : 'not ready';
  const parts = [phase, readiness].filter((part) => part !== null && part !== '' && part !== 'Ready');
  const says = reason && reason !== phase && reason !== 'Terminating' ? reason : '';
  return [parts.join(', '), says].filter((part) => part !== '').join(': ');
}

/** Why an owner reference owns nothing. Source: garbage-collection rules of https://kubernetes.io/docs/concepts/architecture/garbage-collection/. */
const ownerFaults: Partial<Readonly<Record<ReferenceStatus, string>>> = {
  UID_MISMATCH: 'the owner reference has the uid of another, earlier object of that name',
  NAME_MISMATCH: 'the owner reference has the uid of an object with another name',
  KIND_MISMATCH: 'the owner reference has the uid of an object of another kind',
  KIND_UNKNOWN: 'the owner reference names a kind that the cluster does not know',
  CROSS_NAMESPACE: 'the owner reference leads to another namespace, where it does not hold',
  NAMESPACED_OWNER_OF_CLUSTER_SCOPED: 'the owner is in a namespace and its dependent is in none, which does not hold',
  NOT_PERMITTED: 'the owner reference is not permitted',
  MISSING: 'the owner is not there: without another one the garbage collector deletes the dependent',
  NOT_CAPTURED: 'whether the owner is there is not known: its kind was not captured',
};

/** How a pointer is told, by its status; what is amiss comes first. */
const tellings: readonly {
  readonly statuses: readonly ReferenceStatus[];
  readonly verb: (references: readonly ReferenceRow[]) => string;
}[] = [
  { statuses: ['KEY_MISSING'], verb: (references) => `needs ${keysText(references)}, not in it` },
  { statuses: ['CROSS_NAMESPACE'], verb: () => 'names it from another namespace, which does not hold' },
  { statuses: ['NOT_PERMITTED'], verb: () => 'names it, which is not permitted' },
  { statuses: ['UID_MISMATCH', 'NAME_MISMATCH', 'KIND_MISMATCH', 'KIND_UNKNOWN'], verb: () => 'names it, but means another object' },
  { statuses: ['OPTIONAL_MISSING'], verb: () => 'names it as optional' },
];
const namesIt = 'names it';

/** Why nothing stands below a line. */
const endings: Readonly<Record<NonNullable<TreeNode['ends']>, string>> = {
  cycle: 'a cycle: the way here leads through it',
  'shown-above': 'shown above',
  'too-deep': 'the tree is cut here: it is too deep',
};

/** Why this line stands where it does, and why the tree ends at it. */
export function nodeNote(node: TreeNode): Said {
  const owner = node.references.find(({ relation }) => relation === OWNER);
  const fault = owner === undefined ? undefined : ownerFaults[owner.status];
  const users = node.references.filter(({ relation }) => relation !== OWNER);
  const ends = node.ends === null ? [] : [endings[node.ends]];
  const text = [...(fault === undefined ? [] : [fault]), ...usedBy(users), ...ends].join('; ');
  return { text, style: fault !== undefined || users.some(({ status }) => status === 'KEY_MISSING') ? 'bad' : 'faint' };
}

function usedBy(references: readonly ReferenceRow[]): string[] {
  const told = tellings.map(({ statuses, verb }) => ({ verb, group: references.filter(({ status }) => statuses.includes(status)) }));
  const rest = references.filter(({ status }) => !tellings.some(({ statuses }) => statuses.includes(status)));
  return [
    ...told.flatMap(({ verb, group }) => pathsText(verb(group), group)),
    ...pathsText(
      namesIt,
      rest.filter(({ written }) => written !== null),
    ),
    ...pathsText(
      'selects it',
      rest.filter(({ written }) => written === null),
    ),
  ];
}

/** So many paths are named. */
const mostPaths = 3;

function pathsText(verb: string, references: readonly ReferenceRow[]): string[] {
  const paths = [...new Set(references.map(({ path }) => path))];
  const more = paths.length > mostPaths ? [`and ${paths.length - mostPaths} more`] : [];
  return paths.length === 0 ? [] : [`${verb}: ${[...paths.slice(0, mostPaths), ...more].join(', ')}`];
}

function keysText(references: readonly ReferenceRow[]): string {
  const keys = [...new Set(references.flatMap(({ key }) => key ?? []))];
  return `${keys.length === 1 ? 'key' : 'keys'} ${keys.join(', ')}`;
}
