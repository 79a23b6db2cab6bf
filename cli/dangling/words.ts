/** How a finding is told. */
import type { DanglingGroup } from '../../src/graph/dangling/group.ts';
import type { ReferenceStatus } from '../../src/store/reader.ts';
import { kindText, objectText } from '../output/object-text.ts';

const statusTexts: Partial<Readonly<Record<ReferenceStatus, string>>> = {
  MISSING: 'missing',
  UID_MISMATCH: 'another object has that name now',
  NAME_MISMATCH: 'the uid is that of an object of another name',
  KIND_MISMATCH: 'the uid is that of an object of another kind',
  KIND_UNKNOWN: 'the cluster knows no such kind',
  CROSS_NAMESPACE: 'lies in another namespace',
  NAMESPACED_OWNER_OF_CLUSTER_SCOPED: 'lies in a namespace',
  NOT_PERMITTED: 'not permitted',
};

export function statusText({ status, key }: DanglingGroup): string {
  if (status === 'KEY_MISSING') return `has no key ${key ?? ''}`;
  return statusTexts[status] ?? status.toLowerCase();
}

/** So many others are named. */
const mostNamed = 2;

/** Who else holds such a pointer: `and Deployment shop/web, 2 Pods`. Nothing where nobody does. */
export function othersText({ sources }: DanglingGroup): string {
  const [first] = sources;
  const others = new Map(sources.map(({ object, top }) => [object.id, { object, top }]));
  if (first === undefined || others.size === 1) return '';
  others.delete(first.object.id);
  const rest = [...others.values()];
  const named = rest.filter(({ top }) => top).slice(0, mostNamed);
  const counts = new Map<string, number>();
  for (const each of rest) if (!named.includes(each)) counts.set(kindText(each.object), (counts.get(kindText(each.object)) ?? 0) + 1);
  const numbers = [...counts].map(([kind, count]) => `${count.toLocaleString('en')} ${kind}${count === 1 ? '' : 's'}`);
  return `and ${[...named.map(({ object }) => objectText(object)), ...numbers].join(', ')}`;
}
