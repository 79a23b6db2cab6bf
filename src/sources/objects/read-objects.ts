/** Objects in YAML or JSON, in one file, a folder or an archive: what `kubectl get` prints, and what people keep in Git. */
import { CutError, type Entry, type FileEntry } from '../../bundle/entry.ts';
import { ProblemLog } from '../../bundle/problem-log.ts';
import { BatchBuilder } from '../../records/batch.ts';
import { InputError } from '../../records/input-error.ts';
import type { RecordBatch, SnapshotEnd } from '../../records/record.ts';
import { knownFormats } from '../input/capture.ts';
import type { LayoutInput } from '../layout.ts';
import { KindsSeen } from './kinds-seen.ts';
import { ObjectReader } from './object-reader.ts';
import { readText } from './read-text.ts';

/** Where such a file is neither JSON nor YAML, objects may be missing. */
const NAMED_AS_OBJECTS = /\.(?:json|ndjson|ya?ml)(?:\.(?:gz|zst))?$/i;
const PARTIAL = 'a stream of objects does not say that it holds all of them';

/** Yields the records of one snapshot. Proves no absence, unless the user vouches for it. */
export async function* readObjects(input: LayoutInput): AsyncGenerator<RecordBatch> {
  const reading = new Reading(input);
  yield [{ type: 'snapshot', snapshot: 0, format: 'objects', name: input.capture.name, options: { complete: input.complete } }];
  for await (const entry of input.capture.entries({ keep: false })) yield* reading.entry(entry);
  yield* reading.close();
}

class Reading {
  readonly #input: LayoutInput;
  readonly #problems = new ProblemLog();
  readonly #kinds = new KindsSeen();
  readonly #builder = new BatchBuilder();
  #objects = 0;
  /** Files of other things, which are no part of what is asked for. */
  #foreign = 0;
  #lists = 0;
  #cut: string | null = null;

  constructor(input: LayoutInput) {
    this.#input = input;
  }

  async *entry(entry: Entry): AsyncGenerator<RecordBatch> {
    if (entry.type === 'cut') this.#cut = entry.message;
    else if (entry.type === 'problem') this.#problems.add({ ...entry, origin: { entry: entry.path } });
    else if (entry.type === 'file') yield* this.#file(entry);
  }

  *close(): Generator<RecordBatch> {
    if (!this.#builder.empty) yield this.#builder.take();
    const { capture, complete } = this.#input;
    if (this.#objects === 0 && this.#lists === 0) throw noObjects(capture.name, this.#problems);
    const isWhole = this.#isWhole;
    if (this.#cut !== null)
      this.#problems.add({ severity: 'error', code: 'CUT', message: `${capture.name} is cut: ${this.#cut}. What came before was kept.` });
    const outcomes =
      complete && isWhole
        ? this.#kinds.outcomes('ok')
        : this.#kinds.outcomes('partial', complete ? 'some of it could not be read' : PARTIAL);
    yield [...outcomes, ...this.#problems.take(), ...this.#problems.summaries(), this.#end()];
  }

  async *#file(file: FileEntry): AsyncGenerator<RecordBatch> {
    const { limits } = this.#input;
    const faults = this.#problems.count;
    const reader = new ObjectReader({ entry: file.path, limits, problems: this.#problems, onObject: (found) => this.#kinds.add(found) });
    try {
      const pieces = await readText({ file, limits });
      if (pieces === null) this.#skipped(file);
      for await (const piece of pieces ?? []) yield* this.#add(reader.read(piece));
    } catch (error) {
      if (!(error instanceof CutError)) throw error;
      this.#problems.add({
        severity: 'error',
        code: 'ENTRY_CUT',
        message: `${file.path}: ${error.message}. What came before was kept.`,
        origin: { entry: file.path },
      });
      this.#cut ??= error.message;
    }
    yield* this.#add(reader.end());
    // A list of nothing is an answer; a list of what are no objects is none.
    if (this.#problems.count === faults) this.#lists += reader.lists;
  }

  *#add(records: Iterable<RecordBatch[number]>): Generator<RecordBatch> {
    for (const record of records) {
      this.#objects++;
      this.#builder.push(record);
      if (this.#builder.full) yield this.#builder.take();
    }
  }

  #skipped(file: FileEntry): void {
    const message = `${file.path} was skipped: it is neither JSON nor YAML.`;
    if (!NAMED_AS_OBJECTS.test(file.path)) this.#foreign++;
    this.#problems.add({ severity: 'info', code: 'NOT_OBJECTS', message, origin: { entry: file.path } });
  }

  get #isWhole(): boolean {
    return this.#cut === null && this.#problems.count === this.#foreign;
  }

  #end(): SnapshotEnd {
    const { complete } = this.#input;
    const cut = this.#cut;
    return {
      type: 'end',
      snapshot: 0,
      finished: cut === null,
      complete: complete && this.#isWhole,
      ...(cut === null ? {} : { reason: cut }),
    };
  }
}

function noObjects(name: string, problems: ProblemLog): InputError {
  const told = problems.take();
  const why = told.length === 0 ? '' : ` ${told[0]?.message ?? ''}${told.length > 1 ? ` (and ${told.length - 1} more)` : ''}`;
  return new InputError('NO_OBJECTS', `${name} holds no Kubernetes object.${why} ${knownFormats()}`);
}
