/** What was not captured and may hold more of a tree. */
import { kindName } from '../../src/kube/kind.ts';
import type { Gap, ObjectRow, Reader } from '../../src/store/reader.ts';

/** So many kinds are named. */
const MOST = 5;

/**
 * A sentence, or null where all kinds that may hold dependents of the object were captured. What was left out on purpose and has no owners, as
 * kinds that are computed on each call, is not named.
 */
export async function gapNote(reader: Reader, root: ObjectRow): Promise<string | null> {
  const { gaps } = await reader.completeness({ namespace: root.namespace });
  const names = [...new Set(gaps.filter(({ outcome }) => outcome !== 'excluded').map(gapName))];
  if (names.length === 0) return null;
  const more = names.length > MOST ? ` and ${names.length - MOST} more` : '';
  return `There may be more dependents than the tree shows, for these were not captured: ${names.slice(0, MOST).join(', ')}${more}.`;
}

function gapName(gap: Gap): string {
  const what = gap.kind === '*' ? `all of ${gap.group === '*' ? 'some groups' : gap.group}` : kindName(gap);
  return `${what} (${gap.outcome.replaceAll('_', ' ')})`;
}
