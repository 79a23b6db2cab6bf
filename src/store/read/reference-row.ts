import { FlawCode, presenceOf, statusOf } from '../codes.ts';
import type { ReferenceRow } from '../reader.ts';
import type { ReadContext } from './context.ts';

/** The columns of a pointer, of the table `reference` named `r`: those that the index of targets holds. */
export const POINTER_COLUMNS = 'r.source, r.target, r.relation, r.flaw, r.ordinal';

export type PointerColumns = [source: number, target: number, relation: number, flaw: number, ordinal: number];

/** The others. */
export const WRITTEN_COLUMNS = 'r.flags, r.path, r.indexes, r.target_key, r.written';

export type WrittenColumns = [flags: number, path: number, indexes: string | null, key: string | null, written: string | null];

export interface TargetOfReference {
  readonly name: string;
  readonly presence: number;
}

/** What a row lacks, by the row's own columns. */
export interface ReferenceRest {
  written(source: number, relation: number, ordinal: number): WrittenColumns;
  target(id: number): TargetOfReference;
}

/** Flaws that a uid may explain: another object has it. */
const UID_FLAWS: ReadonlySet<number> = new Set([
  FlawCode.NAME_MISMATCH,
  FlawCode.KIND_MISMATCH,
  FlawCode.CROSS_NAMESPACE,
  FlawCode.NAMESPACED_OWNER_OF_CLUSTER_SCOPED,
]);

/** `columns` hold those of the pointer first. */
export function referenceRow(context: ReadContext, columns: readonly [...PointerColumns, ...unknown[]], rest: ReferenceRest): ReferenceRow {
  return new StoredReference(context, columns, rest);
}

/** What few questions ask of a pointer is made when they do: a walk follows thousands and looks at none. */
class StoredReference implements ReferenceRow {
  readonly source: number;
  readonly target: number;
  readonly relation: string;
  readonly #context: ReadContext;
  readonly #relation: number;
  readonly #flaw: number;
  readonly #ordinal: number;
  readonly #rest: ReferenceRest;

  constructor(context: ReadContext, columns: readonly [...PointerColumns, ...unknown[]], rest: ReferenceRest) {
    this.#context = context;
    this.source = columns[0];
    this.target = columns[1];
    this.relation = context.names.relation(columns[2]);
    this.#relation = columns[2];
    this.#flaw = columns[3];
    this.#ordinal = columns[4];
    this.#rest = rest;
  }

  get #columns(): WrittenColumns {
    return this.#rest.written(this.source, this.#relation, this.#ordinal);
  }

  get status(): ReferenceRow['status'] {
    const { presence } = this.#rest.target(this.target);
    // The flags of a pointer that leads somewhere decide nothing.
    return statusOf(this.#flaw, presenceOf(presence) === 'PRESENT' ? 0 : this.flags, presence);
  }

  get flags(): number {
    return this.#columns[0];
  }

  get path(): string {
    const [, path, indexes] = this.#columns;
    return filledPath(this.#context.names.path(path), indexes);
  }

  get key(): string | null {
    return this.#columns[3];
  }

  get written(): unknown {
    const [, , , , written] = this.#columns;
    return written === null ? this.#rest.target(this.target).name : parsed(written);
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
