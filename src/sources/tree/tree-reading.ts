/** What is read of one cluster's tree. */
import { documentChunks } from '../../bundle/document-chunks.ts';
import type { FileEntry } from '../../bundle/entry.ts';
import { LogJoiner } from '../../bundle/log-joiner.ts';
import { MeasuredFile } from '../../bundle/measured-file.ts';
import { ProblemLog } from '../../bundle/problem-log.ts';
import { wholeOrStream } from '../../bundle/whole-or-stream.ts';
import { splitApiVersion } from '../../kube/kind.ts';
import { BatchBuilder } from '../../records/batch.ts';
import { isJsonObject, optional } from '../../records/json-fields.ts';
import type { LogChunk, ObjectRecord, RecordBatch, SnapshotStart } from '../../records/record.ts';
import type { LayoutInput } from '../layout.ts';
import { ObjectReader } from '../objects/object-reader.ts';
import type { ListHeader, Piece } from '../objects/pieces.ts';
import { readText } from '../objects/read-text.ts';
import { logSections } from './log-sections.ts';
import { withoutTrailingNul } from './trailing-nul.ts';
import { kindOfList, TreeCoverage, versionOf } from './tree-coverage.ts';
import type { TreePath } from './tree-path.ts';
import type { TreeSaid, TreeTool } from './tree-tool.ts';

type ObjectsPath = Extract<TreePath, { holds: 'list' | 'object' | 'objects' }>;
type LogPath = Extract<TreePath, { holds: 'log' }>;

/** Larger ones say nothing that is looked for. */
const SMALL_FILE = 8 * 2 ** 20;
/** Of logs that lie in one file. */
const MOST_LOG_BYTES = 64 * 2 ** 20;
const MOST_COMPLAINTS = 50;

interface GeneralNote {
  readonly path: string;
  readonly note: string;
  readonly text: string;
}

export class TreeReading {
  readonly problems: ProblemLog = new ProblemLog();
  /** Of files that lie in no cluster's folder: they speak of all. */
  readonly generalNotes: GeneralNote[] = [];
  readonly #said: TreeSaid = { coverage: new TreeCoverage(), from: null, to: null, tool: null, serverVersion: null, complaints: [] };
  readonly #own: GeneralNote[] = [];
  readonly #logs = new Set<string>();
  readonly #emptyLogs = new Map<string, LogPath & { readonly path: string }>();
  readonly #input: LayoutInput;
  readonly #tool: TreeTool;
  #hasStarted = false;

  constructor(input: LayoutInput, tool: TreeTool) {
    this.#input = input;
    this.#tool = tool;
  }

  async *file(found: FileEntry): AsyncGenerator<RecordBatch> {
    const file = this.#tool.trailingNul === true ? withoutTrailingNul(found) : found;
    if (!this.#hasStarted) yield [this.#start('')];
    this.#hasStarted = true;
    const path = this.#tool.parse(file.path);
    switch (path.holds) {
      case 'list':
      case 'object':
      case 'objects':
        return yield* this.#objects(file, path);
      case 'log':
        return yield* this.#log(file, path);
      case 'logSections':
        return yield* this.#sections(file, path);
      case 'note':
        return yield* this.#note(file, path.note);
      case 'document':
        return yield* document(file.path, file.chunks());
    }
  }

  entryCut(path: string, reason: string): void {
    const message = `${path}: ${reason}. What came before was kept.`;
    this.problems.add({ severity: 'error', code: 'ENTRY_CUT', message, origin: { entry: path } });
  }

  close(options: { readonly cluster: string; readonly cut: string | null; readonly general: readonly GeneralNote[] }): RecordBatch {
    const { cluster, cut, general } = options;
    for (const { path, note, text } of [...this.#own, ...general]) {
      const fault = this.#tool.notes[note]?.({ text, said: this.#said, cluster }) ?? null;
      if (fault !== null) this.#skipped(path, fault);
    }
    const complaints = [...new Set(this.#said.complaints)];
    for (const complaint of complaints.slice(0, MOST_COMPLAINTS)) this.#complain(`The tool says: ${complaint.slice(0, 1000)}`);
    if (complaints.length > MOST_COMPLAINTS)
      this.#complain(`The tool says ${complaints.length - MOST_COMPLAINTS} more things of that kind.`);
    const { name: capture } = this.#input.capture;
    if (cut !== null)
      this.problems.add({ severity: 'error', code: 'CUT', message: `${capture} is cut: ${cut}. What came before was kept.` });
    const { coverage, to } = this.#said;
    const { name, collectsAll } = this.#tool;
    return [
      this.#start(cluster),
      ...this.#failedLogs(),
      ...coverage.outcomes({ cut: cut !== null, name, collectsAll }),
      ...this.problems.take(),
      ...this.problems.summaries(),
      {
        type: 'end',
        snapshot: 0,
        finished: cut === null,
        ...optional('capturedTo', to),
        ...(cut === null ? {} : { complete: false, reason: cut }),
      },
    ];
  }

  #start(cluster: string): SnapshotStart {
    const { tool, from, serverVersion } = this.#said;
    return {
      type: 'snapshot',
      snapshot: 0,
      format: this.#tool.format,
      name: this.#input.capture.name,
      ...(cluster === '' ? {} : { cluster: { name: cluster } }),
      ...optional('tool', tool),
      ...optional('capturedFrom', from),
      ...optional('serverVersion', serverVersion),
    };
  }

  async *#objects(file: FileEntry, path: ObjectsPath): AsyncGenerator<RecordBatch> {
    const { problems } = this;
    const { limits } = this.#input;
    const faults = problems.count;
    const found: { version: string | null; kind: string | null } = { version: null, kind: null };
    const reader = new ObjectReader({
      entry: file.path,
      limits,
      problems,
      onObject: ({ apiVersion, kind, record }) => {
        found.version ??= splitApiVersion(apiVersion).version;
        found.kind ??= kind;
        if (kind === 'CustomResourceDefinition') this.#said.coverage.define(record.value);
      },
    });
    const builder = new BatchBuilder();
    let list: ListHeader = {};
    let items = 0;
    for await (const piece of (await readText({ file, limits })) ?? []) {
      list = headerOf(piece) ?? list;
      for (const record of reader.read(piece)) {
        items += 1;
        builder.push(this.#mended(record));
        if (builder.full) yield builder.take();
      }
    }
    for (const record of reader.end()) builder.push(this.#mended(record));
    if (!builder.empty) yield builder.take();
    if (items === 0 && reader.lists === 0) return this.#skipped(file.path, 'it holds no object');
    this.#cover({ path, list, items, found, whole: problems.count === faults, isList: reader.lists > 0 });
  }

  #cover(options: {
    readonly path: ObjectsPath;
    readonly list: ListHeader;
    readonly items: number;
    readonly found: { readonly version: string | null; readonly kind: string | null };
    readonly whole: boolean;
    readonly isList: boolean;
  }): void {
    const { path, list, items, found, whole, isList } = options;
    if (path.holds === 'objects') return;
    const { group, resource } = path;
    const version = found.version ?? (list.kind === 'List' ? null : versionOf(list.apiVersion));
    const of = { group, resource, version, kind: found.kind ?? kindOfList(list.kind) };
    const { coverage } = this.#said;
    if (path.holds === 'object') coverage.singles({ ...of, namespaced: path.namespaced }, items);
    else if (isList) coverage.list({ ...of, namespaced: path.namespace !== null, namespace: path.namespace, items, whole });
    else coverage.singles({ ...of, namespaced: path.namespace !== null }, items);
  }

  /** An empty one of a run before is of one that there may not have been: nothing is known of it. */
  async *#log(file: FileEntry, log: LogPath): AsyncGenerator<RecordBatch> {
    const key = JSON.stringify([log.namespace, log.pod, log.container, log.previous]);
    if (file.size === 0 && !log.previous) this.#emptyLogs.set(key, { ...log, path: file.path });
    if (file.size === 0 || this.#logs.has(key)) return;
    const joiner = new LogJoiner();
    for await (const chunk of wholeOrStream(file.chunks())) {
      this.#logs.add(key);
      yield joiner.push(log, chunk, { entry: file.path });
    }
    yield joiner.flush();
  }

  async *#sections(file: FileEntry, { namespace, pod }: Extract<TreePath, { holds: 'logSections' }>): AsyncGenerator<RecordBatch> {
    const bytes = await new MeasuredFile(file).whole(MOST_LOG_BYTES);
    if (bytes === null) return this.#skipped(file.path, `it has more than ${MOST_LOG_BYTES} bytes`);
    const chunks = logSections({ text: Buffer.from(bytes).toString('utf8'), path: file.path, namespace, pod });
    if (chunks.length > 0) yield chunks;
  }

  #failedLogs(): LogChunk[] {
    if (this.#tool.emptyLogsFailed !== true) return [];
    return [...this.#emptyLogs].flatMap(([key, { namespace, pod, container, previous, path }]): LogChunk[] => {
      if (this.#logs.has(key)) return [];
      const of = { type: 'log' as const, snapshot: 0, namespace, pod, container, previous, part: 0, last: true, chunk: new Uint8Array() };
      return [{ ...of, origin: { entry: path }, outcome: 'failed', message: 'its file is empty: it could not be read' }];
    });
  }

  /** It is kept as a document too, and understood when all is read. */
  async *#note(file: FileEntry, note: string): AsyncGenerator<RecordBatch> {
    const bytes = await new MeasuredFile(file).whole(SMALL_FILE);
    if (bytes === null) return this.#skipped(file.path, `it has more than ${SMALL_FILE} bytes`);
    yield* document(file.path, once(bytes));
    const isGeneral = this.#tool.clusterOf?.(file.path) === null;
    (isGeneral ? this.generalNotes : this.#own).push({ path: file.path, note, text: Buffer.from(bytes).toString('utf8') });
  }

  #mended(record: ObjectRecord): ObjectRecord {
    const { mend } = this.#tool;
    const { value, raw: _raw, ...rest } = record;
    return mend === undefined || !isJsonObject(value) ? record : { ...rest, value: mend(value) };
  }

  #complain(message: string): void {
    this.problems.add({ severity: 'warning', code: 'TOOL_FAILED', message });
  }

  #skipped(path: string, reason: string): void {
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
