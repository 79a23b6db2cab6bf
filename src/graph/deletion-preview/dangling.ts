/** What else names what goes. */
import { SERVICE_WORKLOAD } from '../../relations/coded/service-workloads.ts';
import { ReferenceFlag } from '../../relations/rule.ts';
import type { ObjectRow, Reader, ReferenceRow } from '../../store/reader.ts';
import { OWNER } from '../owner-chain.ts';

/**
 * Pointers from what stays to what goes, by source and place. Selectors are none, nor what the import makes of one: they would select less. Weak pointers only speak of an object,
 * and owner references are the collector's.
 */
export async function whatWouldDangle(reader: Reader, gone: ReadonlyMap<number, ObjectRow>): Promise<readonly ReferenceRow[]> {
  const edges = await reader.edges({ parents: [...gone.keys()], direction: 'reverse' });
  return edges
    .filter(({ object, reference }) => !gone.has(object.id) && object.presence === 'PRESENT' && isStrong(reference))
    .map(({ reference }) => reference);
}

function isStrong({ relation, flags, written }: ReferenceRow): boolean {
  return relation !== OWNER && relation !== SERVICE_WORKLOAD && written !== null && (flags & ReferenceFlag.weak) === 0;
}
