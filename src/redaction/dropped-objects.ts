import { isJsonObject, objectField, optional, stringField } from '../records/json-fields.ts';
import type { ObjectRecord, Problem, ResourceOutcome, SnapshotRecord } from '../records/record.ts';

/** So many are told one by one; the rest is a count. */
const MOST_TOLD = 100;
const LONGEST_NAME = 253;
const CODE = 'REDACTION_FAILED';

/** Objects that may hold a secret and could not be looked through: they do not leave, and that they did not is told. */
export class DroppedObjects {
  readonly #snapshot: number;
  /** By resource. */
  readonly #dropped = new Map<string, number>();
  /** Outcomes that told of a whole list, for an object of it may be dropped later. */
  readonly #whole = new Map<string, ResourceOutcome>();
  #count = 0;

  constructor(snapshot: number) {
    this.#snapshot = snapshot;
  }

  /** The problem in its place; none where enough were told. */
  drop(record: ObjectRecord): readonly Problem[] {
    const { resource, origin } = record;
    if (resource !== undefined) this.#dropped.set(keyOf(resource), (this.#dropped.get(keyOf(resource)) ?? 0) + 1);
    this.#count++;
    if (this.#count > MOST_TOLD) return [];
    const object = nameOf(record);
    const message = `${labelOf(record, object)} was left out: it may hold a secret and cannot be looked through. It is no JSON, has more than 500 levels, or was made to be slow.`;
    return [this.#problem(message, { origin, ...(Object.keys(object).length === 0 ? {} : { object }) })];
  }

  /** A list of which an object was left out proves no absence. */
  outcome(row: ResourceOutcome): ResourceOutcome {
    const dropped = this.#dropped.get(keyOf(row));
    if (row.outcome !== 'ok') return row;
    if (dropped !== undefined) return partial(row, dropped);
    this.#whole.set(`${keyOf(row)} ${row.namespace ?? ''}`, row);
    return row;
  }

  /** The outcomes that had passed before an object of theirs was left out, and how many more there were than were told. */
  closing(): readonly SnapshotRecord[] {
    const corrected = [...this.#whole.values()].flatMap((row) => {
      const dropped = this.#dropped.get(keyOf(row));
      return dropped === undefined ? [] : [partial(row, dropped)];
    });
    const untold = this.#count - MOST_TOLD;
    return [
      ...corrected,
      ...(untold > 0
        ? [this.#problem(`${untold} more objects were left out: they may hold secrets and cannot be looked through.`, {})]
        : []),
    ];
  }

  #problem(message: string, about: Pick<Problem, 'origin' | 'object'>): Problem {
    return { type: 'problem', snapshot: this.#snapshot, severity: 'error', code: CODE, message, ...about };
  }
}

function partial(row: ResourceOutcome, dropped: number): ResourceOutcome {
  const told = `${dropped === 1 ? 'an object' : `${dropped} objects`} of it could not be redacted and did not leave the cluster`;
  return { ...row, outcome: 'partial', message: row.message === undefined ? told : `${row.message}; ${told}` };
}

function keyOf({ group, version, resource }: NonNullable<ObjectRecord['resource']>): string {
  return `${group}/${version}/${resource}`;
}

function labelOf({ resource, origin }: ObjectRecord, { kind, namespace, name }: NonNullable<Problem['object']>): string {
  const what = kind ?? resource?.resource ?? 'An object';
  const path = [namespace, name].filter((part) => part !== undefined).join('/');
  const place = origin.line === undefined ? origin.entry : `${origin.entry} line ${origin.line}`;
  return `${what}${path === '' ? '' : ` ${path}`} (${place})`;
}

/** As far as it can be known: what cannot be walked may still be parsed. */
function nameOf({ raw, value }: ObjectRecord): NonNullable<Problem['object']> {
  const object = isJsonObject(value) ? value : parsed(raw);
  const metadata = objectField(object, 'metadata');
  const field = (from: unknown, name: string): string | undefined => stringField(from, name)?.slice(0, LONGEST_NAME);
  return {
    ...optional('apiVersion', field(object, 'apiVersion')),
    ...optional('kind', field(object, 'kind')),
    ...optional('namespace', field(metadata, 'namespace')),
    ...optional('name', field(metadata, 'name')),
  };
}

function parsed(raw: Uint8Array | undefined): unknown {
  try {
    return raw === undefined ? null : JSON.parse(Buffer.from(raw).toString('utf8'));
  } catch {
    return null;
  }
}
