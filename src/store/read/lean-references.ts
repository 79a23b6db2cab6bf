/** Pointers that a walk follows backwards: the index of targets alone names them, and what else they say is read for all at once, when it is asked for. */
import type { ReadContext } from './context.ts';
import { idSet } from './id-sets.ts';
import type { PointerColumns, ReferenceRest, TargetOfReference, WrittenColumns } from './reference-row.ts';
import { WRITTEN_COLUMNS } from './reference-row.ts';

const WRITTEN = `SELECT r.source, r.relation, r.ordinal, ${WRITTEN_COLUMNS} FROM json_each(?) s
  CROSS JOIN reference r ON r.source = s.value AND r.relation IN (SELECT value FROM json_each(?))`;

const TARGETS = 'SELECT o.id, o.name, o.presence FROM json_each(?) t CROSS JOIN object o ON o.id = t.value';

export class LeanReferences implements ReferenceRest {
  readonly #context: ReadContext;
  /** All rows that were read together. */
  readonly #rows: readonly (readonly [...PointerColumns, ...unknown[]])[];
  #written: ReadonlyMap<string, WrittenColumns> | null = null;
  #targets: ReadonlyMap<number, TargetOfReference> | null = null;

  constructor(context: ReadContext, rows: readonly (readonly [...PointerColumns, ...unknown[]])[]) {
    this.#context = context;
    this.#rows = rows;
  }

  written(source: number, relation: number, ordinal: number): WrittenColumns {
    this.#written ??= this.#readWritten();
    return this.#written.get(keyOf(source, relation, ordinal)) ?? [0, 0, null, null, null];
  }

  target(id: number): TargetOfReference {
    this.#targets ??= this.#readTargets();
    return this.#targets.get(id) ?? { name: '', presence: 0 };
  }

  #readWritten(): ReadonlyMap<string, WrittenColumns> {
    const sources = idSet(new Set(this.#rows.map(([source]) => source)));
    const relations = idSet(new Set(this.#rows.map(([, , relation]) => relation)));
    const find = this.#context.statements.raw<[number, number, number, ...WrittenColumns]>(WRITTEN);
    return new Map(
      find.all(sources, relations).map(([source, relation, ordinal, ...written]) => [keyOf(source, relation, ordinal), written]),
    );
  }

  #readTargets(): ReadonlyMap<number, TargetOfReference> {
    const targets = idSet(new Set(this.#rows.map(([, target]) => target)));
    const found = this.#context.statements.raw<[number, string, number]>(TARGETS).all(targets);
    return new Map(found.map(([id, name, presence]) => [id, { name, presence }]));
  }
}

function keyOf(source: number, relation: number, ordinal: number): string {
  return `${source} ${relation} ${ordinal}`;
}
