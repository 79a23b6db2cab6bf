import { type Extract, extract, type Header } from 'tar-stream';
import { CutError, type Entry, type FileEntry } from '../../bundle/entry.ts';
import { checkPath, resolveLink } from '../../bundle/entry-path.ts';
import type { InputBudget } from './budget.ts';
import { restoreSwallowedHeaders } from './swallowed-headers.ts';

/** Tars from before ustar are read as well; their header has a checksum too. */
const TAR_OPTIONS = { highWaterMark: 1 << 18, allowUnknownFormat: true };

type Content = AsyncIterator<Uint8Array, unknown, undefined>;

/** Entries of a tar, as they stream by. Nothing is written to disk. A cut or damaged place ends them with a `cut` entry. */
export async function* untar(options: { readonly bytes: AsyncIterable<Uint8Array>; readonly budget: InputBudget }): AsyncGenerator<Entry> {
  const { bytes, budget } = options;
  const extractor = extract(TAR_OPTIONS);
  const feeder = new Feeder(extractor);
  void feeder.feed(bytes, budget);
  const archive = extractor[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await archive.next().catch((error: unknown) => feeder.damaged(error));
      if (next === null || next.done === true) break;
      budget.countEntry();
      const content = next.value[Symbol.asyncIterator]() as Content;
      const entry = toEntry({ header: next.value.header, content, feeder, budget });
      if (entry !== null) yield entry;
      await drain(content);
    }
  } finally {
    extractor.destroy();
  }
  if (feeder.error !== null) throw feeder.error;
  if (feeder.restored > 0) yield restored(feeder.restored);
  if (feeder.cut !== null) yield { type: 'cut', message: feeder.cut };
}

/** Pushes bytes into tar-stream, and remembers why they ended: tar-stream itself only knows "unexpected end". */
class Feeder {
  /** What must stop everything: a limit passed, or the input could not be read. */
  error: unknown = null;
  cut: string | null = null;
  /** Headers that were swallowed, and found. */
  restored = 0;
  readonly #extractor: Extract;
  #wake: () => void = () => undefined;
  #tail: Uint8Array = new Uint8Array();

  constructor(extractor: Extract) {
    this.#extractor = extractor;
    for (const event of ['drain', 'close']) extractor.on(event, () => this.#wake());
    extractor.on('error', (error: unknown) => this.damaged(error));
  }

  async feed(bytes: AsyncIterable<Uint8Array>, budget: InputBudget): Promise<void> {
    const extractor = this.#extractor;
    try {
      for await (const chunk of restoreSwallowedHeaders(bytes, () => void this.restored++)) {
        if (extractor.destroyed) return;
        budget.countBytes(chunk.length);
        this.#tail = chunk.length >= 1024 ? chunk.subarray(-1024) : Buffer.concat([this.#tail, chunk]).subarray(-1024);
        if (!extractor.write(chunk)) await this.#drained();
      }
      if (this.#tail.some((byte) => byte !== 0)) this.cut ??= 'the archive ends without its end mark';
    } catch (error) {
      if (error instanceof CutError) this.cut ??= error.message;
      else this.error ??= error;
    }
    // What was written so far is still handed out, entry by entry.
    extractor.end(null);
  }

  /** tar-stream's own complaint: a broken header, or an end within an entry. The reason known already says more. */
  damaged(error: unknown): null {
    this.cut ??= error instanceof Error ? error.message : String(error);
    return null;
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

function toEntry(options: {
  readonly header: Header;
  readonly content: Content;
  readonly feeder: Feeder;
  readonly budget: InputBudget;
}): Entry | null {
  const { header, content, feeder, budget } = options;
  const checked = checkPath(header.name);
  if (checked === 'ignored' || header.type === 'directory') return null;
  if ('refused' in checked) return refused('PATH_REFUSED', header.name, checked.refused);
  const { path } = checked;
  if (header.type === 'symlink') {
    const target = resolveLink(path, header.linkname);
    return target === null ? refused('LINK_REFUSED', path, 'it is a link that leads out of the archive') : { type: 'link', path, target };
  }
  if (header.type !== 'file' && header.type !== 'contiguous-file')
    return refused('LINK_REFUSED', path, `it is a ${header.type}, not a file`);
  const { size } = header;
  if (size > budget.limits.entryBytes)
    return refused('ENTRY_TOO_LARGE', path, `it has ${size} bytes: the limit "entryBytes" is ${budget.limits.entryBytes}`);
  return { type: 'file', path, size, chunks: () => chunks(path, size, content, feeder) } satisfies FileEntry;
}

/**
 * Not `for await` over the entry: leaving that early would destroy the whole extraction. Done when all bytes came, even where the archive is
 * cut right behind them.
 */
async function* chunks(path: string, size: number, content: Content, feeder: Feeder): AsyncGenerator<Uint8Array> {
  for (let bytes = 0; bytes < size; ) {
    const next = await content.next(undefined).catch((error: unknown) => feeder.damaged(error));
    if (next === null) throw feeder.error ?? new CutError(`${path} is cut: ${feeder.cut}`);
    if (next.done === true) return;
    bytes += next.value.length;
    yield next.value;
  }
}

async function drain(content: Content): Promise<void> {
  for (;;) {
    const next = await content.next(undefined).catch(() => null);
    if (next === null || next.done === true) return;
  }
}

function restored(count: number): Entry {
  const message = `The archive is damaged: headers count a byte too many, and ${count} ${count === 1 ? 'lies' : 'lie'} where a reader would not look. ${count === 1 ? 'It was' : 'They were'} found, and nothing is lost.`;
  return { type: 'problem', path: '', severity: 'warning', code: 'TAR_REPAIRED', message };
}

function refused(code: string, path: string, reason: string): Entry {
  return { type: 'problem', path: printable(path), severity: 'warning', code, message: `${printable(path)} was skipped: ${reason}.` };
}

function printable(name: string): string {
  return JSON.stringify(name.slice(0, 300)).slice(1, -1);
}
