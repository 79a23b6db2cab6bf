/** Captures that are trees of folders to snapshot records, by what their tool is as data: docs/sources.md. */
import { CutError, type Entry } from '../../bundle/entry.ts';
import type { RecordBatch, SnapshotRecord } from '../../records/record.ts';
import type { LayoutInput } from '../layout.ts';
import { TreeReading } from './tree-reading.ts';
import type { TreeTool } from './tree-tool.ts';

/** More clusters than this in one archive are none that we know. */
const MOST_CLUSTERS = 64;

export async function* readTree(input: LayoutInput, tool: TreeTool): AsyncGenerator<RecordBatch> {
  const clusters = new Clusters(input, tool);
  for await (const entry of input.capture.entries({ keep: false })) yield* clusters.entry(entry);
  yield* clusters.close();
}

/** Each cluster's folder is a snapshot of its own; what lies in none speaks of all of them, and is kept with the first. */
class Clusters {
  readonly #input: LayoutInput;
  readonly #tool: TreeTool;
  readonly #readings = new Map<string, TreeReading>();
  #cut: string | null = null;
  #first: string | null = null;

  constructor(input: LayoutInput, tool: TreeTool) {
    this.#input = input;
    this.#tool = tool;
  }

  async *entry(entry: Entry): AsyncGenerator<RecordBatch> {
    if (entry.type === 'cut') this.#cut = entry.message;
    else if (entry.type === 'problem') this.#readingOf(entry.path).problems.add({ ...entry, origin: { entry: entry.path } });
    else if (entry.type === 'file') {
      const reading = this.#readingOf(entry.path);
      const snapshot = this.#numberOf(reading);
      try {
        for await (const batch of reading.file(entry)) yield numbered(batch, snapshot);
      } catch (error) {
        if (!(error instanceof CutError)) throw error;
        reading.entryCut(entry.path, error.message);
      }
      const problems = reading.problems.take();
      if (problems.length > 0) yield numbered(problems, snapshot);
    }
  }

  *close(): Generator<RecordBatch> {
    if (this.#readings.size === 0) this.#readingOf('');
    const all = [...this.#readings];
    const general = all.flatMap(([, reading]) => reading.generalNotes);
    for (const [index, [cluster, reading]] of all.entries()) yield numbered(reading.close({ cluster, cut: this.#cut, general }), index);
  }

  #readingOf(path: string): TreeReading {
    const { clusterOf } = this.#tool;
    const found = clusterOf === undefined ? '' : clusterOf(path);
    const cluster = found ?? this.#first ?? '';
    const known = this.#readings.get(cluster) ?? (this.#readings.size >= MOST_CLUSTERS ? [...this.#readings.values()].at(-1) : undefined);
    if (known !== undefined) return known;
    // What came before the first cluster's folder is that cluster's, too.
    const nameless = this.#first === null && found !== null ? this.#readings.get('') : undefined;
    this.#readings.delete('');
    const reading = nameless ?? new TreeReading(this.#input, this.#tool);
    this.#readings.set(cluster, reading);
    if (found !== null) this.#first ??= cluster;
    return reading;
  }

  #numberOf(reading: TreeReading): number {
    return Math.max(0, [...this.#readings.values()].indexOf(reading));
  }
}

function numbered(batch: RecordBatch, snapshot: number): RecordBatch {
  return snapshot === 0 ? batch : batch.map((record): SnapshotRecord => ({ ...record, snapshot }));
}
