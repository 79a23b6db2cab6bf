import type { ObjectRecord } from '../records/record.ts';
import { isoTime } from './iso-time.ts';
import { changesPath } from './layout.ts';
import { jsonLine } from './page-writer.ts';
import type { TarFile } from './tar-file.ts';

const PAGE_BYTES = 4 * 2 ** 20;

/** Pages of a recording's changes: `{operation, observedAt, object}` a line, in order. */
export class ChangesWriter {
  readonly #tar: TarFile;
  #pages = 0;
  #lines: Uint8Array[] = [];
  #bytes = 0;

  constructor(tar: TarFile) {
    this.#tar = tar;
  }

  async add(record: ObjectRecord): Promise<void> {
    const head = JSON.stringify({ operation: record.operation, observedAt: isoTime(record.observedAt) }).slice(0, -1);
    const line = Buffer.concat([Buffer.from(`${head},"object":`), jsonLine(record), Buffer.from('}\n')]);
    this.#lines.push(line);
    this.#bytes += line.length;
    if (this.#bytes >= PAGE_BYTES) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#lines.length === 0) return;
    await this.#tar.add(changesPath(++this.#pages), { size: this.#bytes, chunks: this.#lines });
    this.#lines = [];
    this.#bytes = 0;
  }
}
