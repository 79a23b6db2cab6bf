/** The steps of the two trees. */
import { OWNER } from '../../src/graph/owner-chain.ts';
import { ReferenceFlag } from '../../src/relations/rule.ts';
import type { Reader, ReferenceRow, ReferenceStatus } from '../../src/store/reader.ts';
import type { Step } from './tree.ts';

/** What an object owns. */
export function dependents(reader: Reader): Step {
  return (ids) => reader.edges({ parents: ids, direction: 'reverse', relations: [OWNER], flawed: true });
}

/** What owns an object. */
export function owners(reader: Reader): Step {
  return (ids) => reader.edges({ parents: ids, direction: 'forward', relations: [OWNER], flawed: true });
}

/** What owns an object, and what names or selects it; events, leases and the like, which only speak of it, are left out. */
export function ownersAndUsers(reader: Reader): Step {
  return async (ids) => {
    const above = await owners(reader)(ids);
    const users = await reader.edges({ parents: ids, direction: 'reverse', flawed: true });
    const strong = users.filter(({ reference }) => reference.relation !== OWNER && (reference.flags & ReferenceFlag.weak) === 0);
    return [...above, ...strong];
  };
}

/** Flaws end a tree: an owner reference that has one owns nothing. A missing key is no such flaw, the object is there. */
const holding: ReadonlySet<ReferenceStatus> = new Set<ReferenceStatus>([
  'OK',
  'MISSING',
  'OPTIONAL_MISSING',
  'NOT_CAPTURED',
  'DELETED',
  'EXTERNAL',
  'KEY_MISSING',
]);

export function holds(reference: ReferenceRow): boolean {
  return holding.has(reference.status);
}
