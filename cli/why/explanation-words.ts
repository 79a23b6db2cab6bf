/** How the parts of an explanation are told. */
import type { Explanation } from '../../src/graph/explanation/explain.ts';
import type { ObjectRow, ReferenceRow } from '../../src/store/reader.ts';
import { kindText, objectText } from '../output/object-text.ts';
import type { Style } from '../output/output.ts';

const BROKEN: Partial<Readonly<Record<ReferenceRow['status'], string>>> = {
  MISSING: 'is missing',
  DELETED: 'was deleted',
  UID_MISMATCH: 'is another object of that name now',
  NAME_MISMATCH: 'has the uid of an object of another name',
  KIND_MISMATCH: 'has the uid of an object of another kind',
  KIND_UNKNOWN: 'is of a kind that the cluster does not know',
  CROSS_NAMESPACE: 'lies in another namespace, where it does not hold',
  NOT_PERMITTED: 'may not be named from there',
};

/** Of what is named and is not as it is named: `has no key PAYMENT_URL`; null where that is not the matter. */
export function brokenText({ pointer }: Explanation): string | null {
  if (pointer === null) return null;
  if (pointer.status === 'KEY_MISSING') return `has no key ${pointer.key ?? ''}`.trimEnd();
  return BROKEN[pointer.status] ?? null;
}

export function healthText({ object, health }: Explanation): string {
  const status = (object.health ?? 'nothing is known of its health').toLowerCase();
  return health?.reason ? `${status}, ${health.reason}` : status;
}

export function styleOf(explanation: Explanation): Style {
  if (brokenText(explanation) !== null) return 'bad';
  const { health } = explanation.object;
  return health === 'DEGRADED' ? 'bad' : health === 'HEALTHY' ? 'good' : 'warning';
}

/** `and 1 more like it`, `` where there is none. */
export function alikeText({ alike }: Explanation): string {
  return alike.length === 0 ? '' : ` and ${alike.length} more like it`;
}

/** Where a branch ends: what it comes down to. */
export function rootText(explanation: Explanation): string {
  const broken = brokenText(explanation);
  if (broken !== null) return `${objectText(explanation.object)} ${broken}`;
  const { health } = explanation;
  const says = health?.message ?? health?.reason ?? healthText(explanation);
  return `${objectText(explanation.object)}${alikeText(explanation)}: ${says}`;
}

/** The ends of all branches, in their order. */
export function rootsOf(explanation: Explanation): readonly Explanation[] {
  return explanation.causes.length === 0 ? [explanation] : explanation.causes.flatMap(rootsOf);
}

/** `Deployment shop/web, 2 Pods`: the first by name, the others by number. */
export function usersText(users: readonly ObjectRow[]): string {
  const named = users.slice(0, MOST_NAMED).map(objectText);
  const counts = new Map<string, number>();
  for (const user of users.slice(MOST_NAMED)) counts.set(kindText(user), (counts.get(kindText(user)) ?? 0) + 1);
  return [...named, ...[...counts].map(([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`)].join(', ');
}

const MOST_NAMED = 3;
