import { InputError } from '../records/input-error.ts';
import type {
  DocumentChunk,
  LogChunk,
  ObjectRecord,
  Problem,
  ResourceOutcome,
  SnapshotEnd,
  SnapshotRecord,
  SnapshotStart,
} from '../records/record.ts';
import { type LogRow, manifestDocument, snapshotDocument } from './bundle-manifest.ts';
import { ChangesWriter } from './changes-writer.ts';
import { checkPath } from './entry-path.ts';
import { logPath, parseNodeDocumentName, parsePath, resourceName } from './layout.ts';
import { PageWriter } from './page-writer.ts';
import { Spool } from './spool.ts';
import type { TarFile } from './tar-file.ts';
import { discoveryDocument } from './write-discovery.ts';

const UNKNOWN_START: SnapshotStart = { type: 'snapshot', snapshot: 0, format: 'snapgraph' };
const NOT_ENDED: SnapshotEnd = { type: 'end', snapshot: 0, finished: false, reason: 'the source did not say how it ended' };

export interface BundleSummary {
  readonly path: string;
  /** Of the archive. */
  readonly bytes: number;
  readonly objects: number;
  readonly finished: boolean;
  readonly complete: boolean;
}

/** A bundle that grows: what is written already, and what the manifest will say. */
export class BundleWriting {
  readonly #tar: TarFile;
  readonly #path: string;
  readonly #pages: PageWriter;
  readonly #changes: ChangesWriter;
  readonly #documents = new Map<string, Spool>();
  /** One a resource and namespace: of two the later one counts. */
  readonly #outcomes = new Map<string, ResourceOutcome>();
  readonly #logs = new Map<string, LogRow>();
  readonly #nodes: DocumentChunk[] = [];
  readonly #problems: Problem[] = [];
  readonly #paths = new Set<string>();
  #start: SnapshotStart | null = null;
  #written: SnapshotStart | null = null;
  #end: SnapshotEnd = NOT_ENDED;

  constructor(options: { readonly tar: TarFile; readonly path: string }) {
    this.#tar = options.tar;
    this.#path = options.path;
    this.#pages = new PageWriter(options.tar);
    this.#changes = new ChangesWriter(options.tar);
  }

  async add(record: SnapshotRecord): Promise<void> {
    if (record.snapshot !== 0) throw severalClusters(this.#path);
    if (record.type === 'snapshot') this.#start = record;
    else {
      await this.#writeStart();
      await this.#addBody(record);
    }
  }

  /** A page never waits for the batch after it: it may be long in coming. */
  async endBatch(): Promise<void> {
    await this.#pages.flush();
    await this.#changes.flush();
  }

  async finish(): Promise<BundleSummary> {
    await this.#writeStart();
    await this.endBatch();
    for (const [name, spool] of this.#documents) await this.#endDocument(name, spool);
    await this.#writeDiscovery();
    const manifest = this.#manifest();
    await this.#addJson('manifest.json', manifest);
    await this.#tar.finish();
    const { counts, complete } = manifest as { counts: { objects: number }; complete: boolean };
    return { path: this.#path, bytes: this.#tar.bytes, objects: counts.objects, finished: this.#end.finished, complete };
  }

  /** True where what was written until then lies under the archive's name. */
  async abort({ keep }: { readonly keep: boolean }): Promise<boolean> {
    for (const spool of this.#documents.values()) await spool.dispose();
    if (keep) return await this.#tar.keep();
    await this.#tar.discard();
    return false;
  }

  async #addBody(record: Exclude<SnapshotRecord, SnapshotStart>): Promise<void> {
    if (record.type === 'object') return this.#addObject(record);
    await this.#pages.flush();
    await this.#changes.flush();
    if (record.type === 'log') await this.#addLog(record);
    else if (record.type === 'document') await this.#addDocument(record);
    else if (record.type === 'resource') this.#addOutcome(record);
    else if (record.type === 'problem') this.#problems.push(record);
    else if (record.type === 'end') this.#end = record;
  }

  async #addObject(record: ObjectRecord): Promise<void> {
    if (record.operation === 'present') await this.#pages.add(record);
    else await this.#changes.add(record);
  }

  #addOutcome(row: ResourceOutcome): void {
    this.#pages.learn(row);
    this.#outcomes.set(JSON.stringify([resourceName(row), row.namespace]), row);
  }

  async #addLog(record: LogChunk): Promise<void> {
    const key = JSON.stringify([record.namespace, record.pod, record.container, record.previous]);
    const before = this.#logs.get(key);
    const told = { ...(before?.record ?? record), ...record, chunk: NOTHING };
    this.#logs.set(key, { record: told, bytes: (before?.bytes ?? 0) + record.chunk.length });
    if (record.part > 0) await this.#addOnce(logPath(record), record.chunk);
  }

  async #addDocument(record: DocumentChunk): Promise<void> {
    const isOfNode = parseNodeDocumentName(record.name) !== null;
    if (isOfNode && (record.outcome !== undefined || record.part === 0)) this.#nodes.push(record);
    if (!isOfNode && (record.outcome ?? 'ok') !== 'ok') this.#notRead(record);
    if (record.part === 0) return;
    const spool = this.#documents.get(record.name) ?? new Spool(`${this.#path}.spool-${this.#paths.size}-${this.#documents.size}`);
    this.#documents.set(record.name, spool);
    await spool.push(record.chunk);
    if (record.last) await this.#endDocument(record.name, spool);
  }

  async #endDocument(name: string, spool: Spool): Promise<void> {
    const path = documentPath(name);
    if (path === null || this.#paths.has(path))
      this.#skipped(name, path === null ? 'its name is no path' : 'a document of this name was written already');
    else {
      this.#paths.add(path);
      await this.#tar.add(path, spool.content());
    }
    await spool.dispose();
    this.#documents.delete(name);
  }

  async #addOnce(path: string, bytes: Uint8Array): Promise<void> {
    if (this.#paths.has(path)) return this.#skipped(path, 'a part of this number was written already');
    this.#paths.add(path);
    await this.#tar.add(path, { size: bytes.length, chunks: [bytes] });
  }

  async #addJson(path: string, value: unknown): Promise<void> {
    await this.#addOnce(path, Buffer.from(`${JSON.stringify(value, null, 1)}\n`));
  }

  async #writeStart(): Promise<void> {
    if (this.#written !== null) return;
    this.#written = this.#start ?? UNKNOWN_START;
    await this.#addJson('snapshot.json', snapshotDocument(this.#written));
  }

  /** Where the source told of resources and had no discovery document, one is made of what it told. */
  async #writeDiscovery(): Promise<void> {
    const outcomes = [...this.#outcomes.values()];
    const isTold = outcomes.some((row) => row.served === true);
    if (isTold && !this.#paths.has('discovery.json')) await this.#addJson('discovery.json', discoveryDocument(outcomes));
  }

  #manifest(): Record<string, unknown> {
    const start = this.#start ?? UNKNOWN_START;
    return manifestDocument({
      start,
      written: this.#written ?? start,
      end: this.#end,
      outcomes: [...this.#outcomes.values()].map((row) => ({ row, count: this.#pages.countOf(row) })),
      logs: [...this.#logs.values()],
      nodes: this.#nodes,
      problems: this.#problems,
      byKind: this.#pages.byKind(),
      entries: this.#tar.entries,
    });
  }

  #notRead({ name, outcome, message, origin }: DocumentChunk): void {
    const text = `${JSON.stringify(name)} was not read: ${[outcome, message].filter((part) => part !== undefined).join(': ')}.`;
    this.#problems.push({ type: 'problem', snapshot: 0, severity: 'warning', code: 'DOCUMENT_NOT_READ', message: text, origin });
  }

  #skipped(name: string, reason: string): void {
    const message = `${JSON.stringify(name)} was not written: ${reason}.`;
    this.#problems.push({ type: 'problem', snapshot: 0, severity: 'warning', code: 'DOCUMENT_SKIPPED', message });
  }
}

const NOTHING = new Uint8Array();

/** A document that bears the name of one of our own entries goes to a folder of its own. */
function documentPath(name: string): string | null {
  const checked = checkPath(name);
  if (checked === 'ignored' || 'refused' in checked) return null;
  const { holds } = parsePath(checked.path);
  return holds === 'document' || holds === 'discovery' ? checked.path : `other/${checked.path}`;
}

function severalClusters(path: string): InputError {
  return new InputError(
    'SEVERAL_CLUSTERS',
    `${path}: a bundle holds one cluster, and the source holds several. Write each to a bundle of its own.`,
  );
}
