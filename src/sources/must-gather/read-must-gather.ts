/** OpenShift's must-gather, and what `oc adm inspect` writes, to snapshot records: docs/sources.md. */
import { documentChunks } from '../../bundle/document-chunks.ts';
import { CutError, type FileEntry } from '../../bundle/entry.ts';
import { LogJoiner } from '../../bundle/log-joiner.ts';
import { MeasuredFile } from '../../bundle/measured-file.ts';
import { ProblemLog } from '../../bundle/problem-log.ts';
import { wholeOrStream } from '../../bundle/whole-or-stream.ts';
import { splitApiVersion } from '../../kube/kind.ts';
import { BatchBuilder } from '../../records/batch.ts';
import type { InputLimits } from '../../records/input-limits.ts';
import type { RecordBatch, SnapshotStart } from '../../records/record.ts';
import type { LayoutInput } from '../layout.ts';
import { ObjectReader } from '../objects/object-reader.ts';
import { parseYaml } from '../objects/parse-yaml.ts';
import type { ListHeader, Piece } from '../objects/pieces.ts';
import { readText } from '../objects/read-text.ts';
import { kindOfList, MustGatherCoverage, versionOf } from './coverage.ts';
import { type MustGatherPath, parsePath } from './paths.ts';
import { GatheringTimes } from './times.ts';

type ObjectsPath = Extract<MustGatherPath, { holds: 'list' | 'object' | 'objects' }>;
type LogPath = Extract<MustGatherPath, { holds: 'log' }>;

export async function* readMustGather(input: LayoutInput): AsyncGenerator<RecordBatch> {
  const reading = new Reading(input);
  yield [reading.start()];
  for await (const entry of input.capture.entries({ keep: false })) {
    if (entry.type === 'cut') reading.cutOff(entry.message);
    else if (entry.type === 'problem') reading.problems.add({ ...entry, origin: { entry: entry.path } });
    else if (entry.type === 'file') yield* reading.file(entry);
  }
  yield reading.close();
}

/** Larger ones say nothing that is looked for. */
const SMALL_FILE = 8 * 2 ** 20;

class Reading {
  readonly problems: ProblemLog = new ProblemLog();
  readonly #limits: InputLimits;
  readonly #name: string;
  readonly #coverage = new MustGatherCoverage();
  readonly #times = new GatheringTimes();
  readonly #logs = new Set<string>();
  #tool: string | null = null;
  #cut: string | null = null;

  constructor({ capture, limits }: LayoutInput) {
    this.#name = capture.name;
    this.#limits = limits;
  }

  start(): SnapshotStart {
    const tool = this.#tool === null ? {} : { tool: this.#tool };
    const { from } = this.#times;
    return {
      type: 'snapshot',
      snapshot: 0,
      format: 'must-gather',
      name: this.#name,
      ...tool,
      ...(from === null ? {} : { capturedFrom: from }),
    };
  }

  cutOff(message: string): void {
    this.#cut = message;
    this.problems.add({ severity: 'error', code: 'CUT', message: `${this.#name} is cut: ${message}. What came before was kept.` });
  }

  async *file(file: FileEntry): AsyncGenerator<RecordBatch> {
    try {
      yield* this.#byKind(file, parsePath(file.path));
    } catch (error) {
      if (!(error instanceof CutError)) throw error;
      const message = `${file.path}: ${error.message}. What came before was kept.`;
      this.problems.add({ severity: 'error', code: 'ENTRY_CUT', message, origin: { entry: file.path } });
    }
    const problems = this.problems.take();
    if (problems.length > 0) yield problems;
  }

  close(): RecordBatch {
    const cut = this.#cut;
    const { to } = this.#times;
    const ended = { ...(to === null ? {} : { capturedTo: to }), ...(cut === null ? {} : { complete: false, reason: cut }) };
    return [
      this.start(),
      ...this.#coverage.outcomes(cut !== null),
      ...this.problems.take(),
      ...this.problems.summaries(),
      { type: 'end', snapshot: 0, finished: cut === null, ...ended },
    ];
  }

  #byKind(file: FileEntry, path: MustGatherPath): AsyncIterable<RecordBatch> {
    switch (path.holds) {
      case 'list':
      case 'object':
      case 'objects':
        return this.#objects(file, path);
      case 'log':
        return this.#log(file, path);
      case 'document':
        return document(file.path, file.chunks());
      default:
        return this.#small(file, path.holds);
    }
  }

  async *#objects(file: FileEntry, path: ObjectsPath): AsyncGenerator<RecordBatch> {
    const { problems } = this;
    const faults = problems.count;
    const said: { version: string | null; kind: string | null } = { version: null, kind: null };
    const reader = new ObjectReader({
      entry: file.path,
      limits: this.#limits,
      problems,
      onObject: ({ apiVersion, kind }) => {
        said.version ??= splitApiVersion(apiVersion).version;
        said.kind ??= kind;
      },
    });
    const pieces = await readText({ file, limits: this.#limits });
    const builder = new BatchBuilder();
    let list: ListHeader = {};
    let items = 0;
    for await (const piece of pieces ?? []) {
      list = headerOf(piece) ?? list;
      for (const record of reader.read(piece)) {
        items += 1;
        builder.push(record);
        if (builder.full) yield builder.take();
      }
    }
    for (const record of reader.end()) builder.push(record);
    if (!builder.empty) yield builder.take();
    if (items === 0 && reader.lists === 0) return this.#skipped(file.path);
    if (path.holds === 'objects') return;
    const { group, resource } = path;
    const version = said.version ?? (list.kind === 'List' ? null : versionOf(list.apiVersion));
    const found = { group, resource, version, kind: said.kind ?? kindOfList(list.kind) };
    const isList = path.holds === 'list' && reader.lists > 0;
    const namespaced = path.holds === 'list' ? path.namespace !== null : path.namespaced;
    if (isList) this.#coverage.list({ ...found, namespaced, namespace: path.namespace, items, whole: problems.count === faults });
    else this.#coverage.singles({ ...found, namespaced }, items);
  }

  /** An empty one is of a log that could not be read, or that there is not: then nothing is known of it. */
  async *#log(file: FileEntry, log: LogPath): AsyncGenerator<RecordBatch> {
    const key = JSON.stringify([log.namespace, log.pod, log.container, log.previous]);
    if (file.size === 0 || this.#logs.has(key)) return;
    const joiner = new LogJoiner();
    for await (const chunk of wholeOrStream(file.chunks())) {
      this.#logs.add(key);
      yield joiner.push(log, chunk, { entry: file.path });
    }
    yield joiner.flush();
  }

  /** What says something of the capture. It is kept as a document too. */
  async *#small(file: FileEntry, holds: 'discovery' | 'version' | 'timestamp'): AsyncGenerator<RecordBatch> {
    const bytes = await new MeasuredFile(file).whole(SMALL_FILE);
    if (bytes === null) return this.#skipped(file.path, `it has more than ${SMALL_FILE} bytes`);
    yield* document(file.path, once(bytes));
    const text = Buffer.from(bytes).toString('utf8');
    if (holds === 'timestamp') this.#times.add(text);
    else if (holds === 'version') this.#tool ??= text.trim().split('\n', 2).join(' ').slice(0, 200) || null;
    else this.#learn(file.path, text);
  }

  #learn(path: string, text: string): void {
    const parsed = parseYaml(text, this.#limits);
    if ('fault' in parsed) this.#skipped(path, parsed.fault.message);
    else this.#coverage.discovery(parsed.value);
  }

  #skipped(path: string, reason = 'it holds no object'): void {
    this.problems.add({ severity: 'warning', code: 'EMPTY_FILE', message: `${path} was skipped: ${reason}.`, origin: { entry: path } });
  }
}

function headerOf(piece: Piece): ListHeader | null {
  if (piece.type === 'listEnd') return piece.list;
  if (piece.type !== 'value' || typeof piece.value !== 'object' || piece.value === null || !('items' in piece.value)) return null;
  const { apiVersion, kind } = piece.value as { apiVersion?: unknown; kind?: unknown };
  return { ...(typeof apiVersion === 'string' ? { apiVersion } : {}), ...(typeof kind === 'string' ? { kind } : {}) };
}

async function* document(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RecordBatch> {
  for await (const chunk of documentChunks(path, chunks)) yield [chunk];
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
