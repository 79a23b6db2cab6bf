/** Rows of objects that a walk passes through: of thousands few are asked for more than their names, and each column of each row costs. */
import type { HealthStatus } from '../../health/health.ts';
import { healthOf, presenceOf } from '../codes.ts';
import type { ObjectRow } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { idSet } from './id-sets.ts';
import type { PointerColumns } from './reference-row.ts';

/** Of a table or subquery named `o`. */
export const LEAN_COLUMNS = 'o.id, o.kind, o.namespace, o.name, o.presence, o.deletion, o.phase, o.ready, o.reason';

export type LeanColumns = [
  id: number,
  kind: number,
  namespace: number,
  name: string,
  presence: number,
  deletion: number | null,
  phase: string | null,
  ready: number | null,
  reason: string | null,
];

/** The columns of a pointer, then those of the object that it leads to. */
export type EdgeColumns = readonly [...PointerColumns, ...LeanColumns, ...unknown[]];

const REST = `SELECT o.id, o.uid, o.api_version, o.resource_version, o.created, o.deletion_grace, o.health
FROM json_each(?) i CROSS JOIN object o ON o.id = i.value`;

type RestColumns = [
  id: number,
  uid: string | null,
  apiVersion: string | null,
  resourceVersion: string | null,
  created: number | null,
  deletionGrace: number | null,
  health: number | null,
];

/** Rows that were read together: what they lack is read for all of them at once, when it is first asked for. */
export class LeanRows {
  readonly #context: ReadContext;
  readonly #ids: number[] = [];
  #rest: ReadonlyMap<number, RestColumns> | null = null;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** Before anything of the rows is asked for. */
  row(columns: EdgeColumns): ObjectRow {
    this.#ids.push(columns[5]);
    return new LeanRow(this.#context, columns, this);
  }

  rest(id: number): RestColumns {
    this.#rest ??= this.#read();
    return this.#rest.get(id) ?? [id, null, null, null, null, null, null];
  }

  #read(): ReadonlyMap<number, RestColumns> {
    const found = this.#context.statements.raw<RestColumns>(REST).all(idSet(new Set(this.#ids)));
    return new Map(found.map((columns) => [columns[0], columns]));
  }
}

class LeanRow implements ObjectRow {
  readonly id: number;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly presence: ObjectRow['presence'];
  readonly deletion: number | null;
  readonly phase: string | null;
  readonly ready: boolean | null;
  readonly reason: string | null;
  readonly #rows: LeanRows;

  constructor({ names }: ReadContext, columns: EdgeColumns, rows: LeanRows) {
    const { group, kind } = names.kind(columns[6]);
    const ready = columns[12];
    this.id = columns[5];
    this.group = group;
    this.kind = kind;
    this.namespace = names.namespace(columns[7]);
    this.name = columns[8];
    this.presence = presenceOf(columns[9]);
    this.deletion = columns[10];
    this.phase = columns[11];
    this.ready = ready === null ? null : ready === 1;
    this.reason = columns[13];
    this.#rows = rows;
  }

  get uid(): string | null {
    return this.#rows.rest(this.id)[1];
  }

  get apiVersion(): string | null {
    return this.#rows.rest(this.id)[2];
  }

  get resourceVersion(): string | null {
    return this.#rows.rest(this.id)[3];
  }

  get created(): number | null {
    return this.#rows.rest(this.id)[4];
  }

  get deletionGrace(): number | null {
    return this.#rows.rest(this.id)[5];
  }

  get health(): HealthStatus | null {
    return healthOf(this.#rows.rest(this.id)[6]);
  }
}
