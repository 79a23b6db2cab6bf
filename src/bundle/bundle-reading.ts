import type { InputLimits } from '../records/input-limits.ts';
import type { RecordBatch, SnapshotRecord, SnapshotStart } from '../records/record.ts';
import { closingRecords } from './closing-records.ts';
import type { Discovery } from './discovery.ts';
import { parsePath, type ResourceKey, resourceName } from './layout.ts';
import { LogJoiner } from './log-joiner.ts';
import type { Manifest } from './manifest.ts';
import type { Measure, MeasuredFile } from './measured-file.ts';
import type { PageCount } from './outcomes.ts';
import { ProblemLog } from './problem-log.ts';
import { toSnapshotStart } from './snapshot-start.ts';

/** What is known while a bundle is read, and what its end is made from. */
export class BundleReading {
  readonly name: string;
  readonly limits: InputLimits;
  readonly problems: ProblemLog = new ProblemLog();
  readonly logs: LogJoiner = new LogJoiner();
  readonly seen: Map<string, Measure> = new Map();
  readonly pages: Map<string, PageCount> = new Map();
  start: SnapshotStart;
  discovery: Discovery = { resources: [], failures: [] };
  manifest: Manifest | null = null;
  /** Why the container ended early; null where it did not. */
  cut: string | null = null;
  readonly #root: string;
  readonly #paths = new Set<string>();
  #startSent = false;

  constructor(options: { readonly name: string; readonly root: string; readonly limits: InputLimits }) {
    this.name = options.name;
    this.limits = options.limits;
    this.#root = options.root;
    this.start = toSnapshotStart({}, options.name);
  }

  /** False for the second entry of a name: what it holds would count twice. */
  isFirst(path: string): boolean {
    const first = !this.#paths.has(path);
    this.#paths.add(path);
    if (!first) this.#skipped('ENTRY_DUPLICATE', path, 'the archive holds an entry of this name already');
    return first;
  }

  refuseLink(path: string): void {
    this.#skipped('LINK_REFUSED', path, 'it is a link, and a bundle holds plain files only');
  }

  outsideRoot(path: string): void {
    this.#skipped('ENTRY_OUTSIDE_ROOT', path, `it does not lie in the bundle's folder ${this.#root}`);
  }

  cutOff(message: string): void {
    this.cut = message;
    this.problems.add({ severity: 'error', code: 'CUT', message: `${this.name} is cut: ${message}. What came before was kept.` });
  }

  entryCut(path: string, message: string): void {
    this.damage(path);
    this.problems.add({ severity: 'error', code: 'ENTRY_CUT', message: `${path} was dropped: ${message}.`, origin: { entry: path } });
  }

  /** The entry was read to its end. */
  measured(file: MeasuredFile): void {
    this.seen.set(file.path, file.measure());
  }

  countItems(resource: ResourceKey, items: number): void {
    const name = resourceName(resource);
    const before = this.pages.get(name);
    this.pages.set(name, { resource, items: (before?.items ?? 0) + items, damaged: before?.damaged ?? false });
  }

  /** Objects of this entry may be missing: its resource proves no absence any more. */
  damage(path: string): void {
    const parsed = parsePath(path);
    if (parsed.holds !== 'objects') return;
    const name = resourceName(parsed.resource);
    this.pages.set(name, { resource: parsed.resource, items: this.pages.get(name)?.items ?? 0, damaged: true });
  }

  /** The snapshot record comes before all others, and again when more is known. */
  *started(batch: RecordBatch): Generator<RecordBatch> {
    if (batch.length === 0) return;
    if (!this.#startSent && batch[0]?.type !== 'snapshot') yield [this.start];
    this.#startSent = true;
    yield batch;
  }

  *waitingProblems(): Generator<RecordBatch> {
    const problems = this.problems.take();
    if (problems.length > 0) yield* this.started(problems);
  }

  *close(): Generator<RecordBatch> {
    const records: SnapshotRecord[] = [...this.logs.flush(), ...closingRecords(this)];
    yield* this.started(records);
  }

  #skipped(code: string, path: string, reason: string): void {
    this.problems.add({ severity: 'warning', code, message: `${path} was skipped: ${reason}.`, origin: { entry: path } });
  }
}
