/** One question about deletions: its reader, its time, and the JSON that was read for it so far. */
import { toCanonicalForm } from '../../kube/canonical-form.ts';
import type { KindKey } from '../../kube/kind.ts';
import type { JsonObject } from '../../records/record.ts';
import type { ObjectRow, Reader } from '../../store/reader.ts';
import { isNeverLeft } from './never-left.ts';

export class DeletionContext {
  readonly reader: Reader;
  /** Epoch milliseconds; null where the snapshot has no time. */
  readonly now: number | null;
  readonly #contents = new Map<number, JsonObject>();
  readonly #outcomes = new Map<string, boolean>();
  readonly #open = new Map<string | null, readonly KindKey[]>();

  constructor(reader: Reader) {
    this.reader = reader;
    this.now = reader.info.capturedTo;
  }

  /** The canonical form of each; ghosts have none. */
  async contents(rows: readonly ObjectRow[]): Promise<ReadonlyMap<number, JsonObject>> {
    const wanted = rows.filter(({ id, presence }) => presence === 'PRESENT' && !this.#contents.has(id)).map(({ id }) => id);
    if (wanted.length > 0) {
      for (const [id, text] of await this.reader.json(wanted)) {
        this.#contents.set(id, toCanonicalForm(JSON.parse(text) as JsonObject).object);
      }
    }
    return this.#contents;
  }

  /** Of these kinds, those whose absence in the namespace (null: everywhere) proves nothing. */
  async uncaptured(kinds: readonly KindKey[], namespace: string | null): Promise<readonly KindKey[]> {
    const gaps: KindKey[] = [];
    for (const kind of kinds) {
      const key = `${kind.group}/${kind.kind}/${namespace ?? ''}`;
      let complete = this.#outcomes.get(key);
      if (complete === undefined) {
        complete = (await this.reader.completeness({ kinds: [kind], namespace })).complete;
        this.#outcomes.set(key, complete);
      }
      if (!complete) gaps.push(kind);
    }
    return gaps;
  }

  /** Of all kinds whose objects can be left in the namespace, those that were not captured completely, left out on purpose or not. */
  async open(namespace: string | null): Promise<readonly KindKey[]> {
    let gaps = this.#open.get(namespace);
    if (gaps === undefined) {
      const answer = await this.reader.completeness({ namespace });
      gaps = answer.gaps.filter((gap) => !isNeverLeft(gap));
      this.#open.set(namespace, gaps);
    }
    return gaps;
  }
}
