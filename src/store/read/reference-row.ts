import { FlawCode, statusOf } from '../codes.ts';
import type { ReferenceRow } from '../reader.ts';
import type { ReadContext } from './context.ts';

/** The columns of a pointer, of the table `reference` named `r`. */
export const REFERENCE_COLUMNS = 'r.source, r.target, r.relation, r.flaw, r.flags, r.path, r.indexes, r.target_key, r.written';

export type ReferenceColumns = [
  source: number,
  target: number,
  relation: number,
  flaw: number,
  flags: number,
  path: number,
  indexes: string | null,
  key: string | null,
  written: string | null,
];

/** Flaws that a uid may explain: another object has it. */
const UID_FLAWS: ReadonlySet<number> = new Set([
  FlawCode.NAME_MISMATCH,
  FlawCode.KIND_MISMATCH,
  FlawCode.CROSS_NAMESPACE,
  FlawCode.NAMESPACED_OWNER_OF_CLUSTER_SCOPED,
]);

export function referenceRow(
  context: ReadContext,
  columns: readonly [...ReferenceColumns, ...unknown[]],
  target: { readonly name: string; readonly presence: number },
): ReferenceRow {
  const [source, targetId, relation, flaw, flags, path, indexes, key, written] = columns as ReferenceColumns;
  const pointer = written === null ? target.name : parsed(written);
  return {
    source,
    target: targetId,
    relation: context.names.relation(relation),
    path: filledPath(context.names.path(path), indexes),
    status: statusOf(flaw, flags, target.presence),
    flags,
    key,
    written: pointer,
    uidHolder: UID_FLAWS.has(flaw) ? holderOf(context, pointer, targetId) : 0,
  };
}

/** `spec.volumes[].name` and `2` make `spec.volumes[2].name`. */
export function filledPath(template: string, indexes: string | null): string {
  if (indexes === null) return template;
  const numbers = indexes.split(',');
  let place = 0;
  return template.replaceAll('[]', () => `[${numbers[place++] ?? ''}]`);
}

/** Flaws with which a pointer still leads to its object. */
export const FOLLOWED_FLAWS: string = `(0, ${FlawCode.KEY_MISSING})`;

function parsed(json: string): unknown {
  return JSON.parse(json);
}

function holderOf({ statements }: ReadContext, pointer: unknown, target: number): number {
  const uid = typeof pointer === 'object' && pointer !== null && 'uid' in pointer ? pointer.uid : undefined;
  if (typeof uid !== 'string') return 0;
  return statements.pluck<number>('SELECT id FROM object WHERE uid = ? AND id <> ? ORDER BY id LIMIT 1').get(uid, target) ?? 0;
}
