import type { ProblemLog } from '../../bundle/problem-log.ts';
import type { InputLimits } from '../../records/input-limits.ts';
import type { ObjectRecord } from '../../records/record.ts';
import type { ListHeader, Piece } from './pieces.ts';
import { type DefaultsFor, defaultsOf, type FoundObject, type KindDefaults, toObjects } from './to-objects.ts';

/** Items that wait for their list's kind may have so many bytes together; the rest is told to have none. */
const WAITING_BYTES = 32 * 2 ** 20;
const NO_DEFAULTS: DefaultsFor = () => ({});

export interface ObjectReaderOptions {
  readonly entry: string;
  readonly limits: InputLimits;
  readonly problems: ProblemLog;
  /** What items are that neither say so nor learn it from their list. */
  readonly defaults?: DefaultsFor;
  /** Called for each object, before it is handed on. */
  readonly onObject?: (found: { readonly apiVersion: string; readonly kind: string; readonly record: ObjectRecord }) => void;
}

/** Objects of one text, from its pieces. What is none is told as a problem. */
export class ObjectReader {
  readonly #options: ObjectReaderOptions;
  #waiting: (Piece & { type: 'item' })[] = [];
  #waitingBytes = 0;
  /** Lists, empty ones too: a text of nothing but those is no mistake. */
  lists = 0;

  constructor(options: ObjectReaderOptions) {
    this.#options = options;
  }

  *read(piece: Piece): Generator<ObjectRecord> {
    if (piece.type === 'fault') this.#fault(piece.code, piece.message, piece.line, piece.kept);
    else if (piece.type === 'listEnd') yield* this.#endList(piece.list);
    else if (piece.type === 'item' && this.#mustWait(piece)) this.#wait(piece);
    else yield* this.#toRecords(piece, piece.type === 'item' ? defaultsOf(piece.list) : {});
  }

  /** The text came to its end, whole or cut: no list's kind is still to come. */
  *end(): Generator<ObjectRecord> {
    yield* this.#endList({});
    this.lists--;
  }

  /** An item without a kind, in a list whose kind may come after it. */
  #mustWait({ value, list }: Piece & { type: 'item' }): boolean {
    const { defaults } = this.#options;
    if (defaults !== undefined || list.kind !== undefined || this.#waitingBytes >= WAITING_BYTES) return false;
    return [...toObjects({ value, defaults: NO_DEFAULTS })].some((found) => 'fault' in found && found.fault.code === 'NO_KIND');
  }

  #wait(piece: Piece & { type: 'item' }): void {
    this.#waiting.push(piece);
    this.#waitingBytes += piece.bytes;
  }

  *#endList(list: ListHeader): Generator<ObjectRecord> {
    this.lists++;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    for (const piece of waiting) yield* this.#toRecords(piece, defaultsOf(list));
  }

  *#toRecords(piece: Piece & { type: 'item' | 'value' }, fromList: KindDefaults): Generator<ObjectRecord> {
    const { value, raw, line } = piece;
    if (piece.type === 'value' && typeof value === 'object' && value !== null && 'items' in value) this.lists++;
    if (value === null && piece.type === 'value' && raw === undefined) return;
    const { defaults: fromPlace = NO_DEFAULTS } = this.#options;
    const defaults: DefaultsFor = (item) => ({ ...fromPlace(item), ...fromList });
    for (const found of toObjects({ value, defaults, ...(raw === undefined ? {} : { raw }) })) {
      if ('fault' in found) this.#fault(found.fault.code, found.fault.message, line);
      else yield this.#toRecord(found, line);
    }
  }

  #toRecord(found: Exclude<FoundObject, { fault: unknown }>, line: number): ObjectRecord {
    const { entry, onObject } = this.#options;
    const { object, raw, apiVersion, kind } = found;
    const record: ObjectRecord = {
      type: 'object',
      snapshot: 0,
      operation: 'present',
      value: object,
      ...(raw === undefined ? {} : { raw }),
      origin: { entry, line },
    };
    onObject?.({ apiVersion, kind, record });
    return record;
  }

  #fault(code: string, reason: string, line: number, kept = false): void {
    const { entry, problems } = this.#options;
    problems.add({
      severity: 'error',
      code,
      message: `${entry} line ${line}${kept ? '' : ' was skipped'}: ${reason}.`,
      origin: { entry, line },
    });
  }
}
