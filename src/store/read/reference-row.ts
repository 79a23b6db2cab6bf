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

/** `columns` hold those of the pointer first. */
export function referenceRow(
  context: ReadContext,
  columns: readonly [...ReferenceColumns, ...unknown[]],
  target: { readonly name: string; readonly presence: number },
): ReferenceRow {
  return new StoredReference(context, columns, target);
}

/** What few questions ask of a pointer is made when they do: a walk follows thousands and looks at none. */
class StoredReference implements ReferenceRow {
  readonly source: number;
  readonly target: number;
  readonly relation: string;
  readonly status: ReferenceRow['status'];
  readonly flags: number;
  readonly key: string | null;
  readonly #context: ReadContext;
  readonly #flaw: number;
  readonly #path: number;
  readonly #indexes: string | null;
  readonly #written: string | null;
  readonly #name: string;

  constructor(
    context: ReadContext,
    columns: readonly [...ReferenceColumns, ...unknown[]],
    target: { readonly name: string; readonly presence: number },
  ) {
    this.#context = context;
    this.source = columns[0];
    this.target = columns[1];
    this.relation = context.names.relation(columns[2]);
    this.#flaw = columns[3];
    this.flags = columns[4];
    this.status = statusOf(columns[3], columns[4], target.presence);
    this.#path = columns[5];
    this.#indexes = columns[6];
    this.key = columns[7];
    this.#written = columns[8];
    this.#name = target.name;
  }

  get path(): string {
    return filledPath(this.#context.names.path(this.#path), this.#indexes);
  }

  get written(): unknown {
    return this.#written === null ? this.#name : parsed(this.#written);
  }

  get uidHolder(): number {
    return UID_FLAWS.has(this.#flaw) ? holderOf(this.#context, this.written, this.target) : 0;
  }
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
