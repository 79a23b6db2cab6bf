import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { InputError } from '../records/input-error.ts';
import { GzipMembers } from './gzip-members.ts';
import type { ManifestEntry } from './manifest.ts';
import { encodeTarHeader, TAR_END, tarPadding } from './tar-header.ts';

/** The bytes of an entry, and how many they are: a tar says so before it gives them. */
export interface Content {
  readonly size: number;
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** A .tar.gz that grows entry by entry under a temporary name beside its own; each entry is in the file when `add` returns. */
export class TarFile {
  readonly #path: string;
  readonly #temporary: string;
  readonly #root: string;
  readonly #file: FileHandle;
  readonly #gzip: GzipMembers;
  readonly #mtime = Math.floor(Date.now() / 1000);
  readonly entries: ManifestEntry[] = [];
  /** So many packed bytes hold whole entries. */
  #wholeBytes = 0;

  private constructor(options: { path: string; temporary: string; root: string; level: number; file: FileHandle }) {
    this.#path = options.path;
    this.#temporary = options.temporary;
    this.#root = options.root;
    this.#file = options.file;
    this.#gzip = new GzipMembers(options.file, options.level);
  }

  /** Fails where the folder cannot be written to, or where another writer is at work on the same file. */
  static async create(options: { readonly path: string; readonly root: string; readonly level: number }): Promise<TarFile> {
    const temporary = `${options.path}.partial`;
    const file = await open(temporary, 'wx').catch((error: NodeJS.ErrnoException) => {
      throw unwritable(options.path, temporary, error);
    });
    return new TarFile({ ...options, temporary, file });
  }

  get bytes(): number {
    return this.#gzip.written;
  }

  async add(path: string, content: Content): Promise<ManifestEntry> {
    const hash = createHash('sha256');
    await this.#gzip.write(encodeTarHeader({ name: `${this.#root}/${path}`, size: content.size, mtime: this.#mtime }));
    let bytes = 0;
    for await (const chunk of content.chunks) {
      bytes += chunk.length;
      hash.update(chunk);
      await this.#gzip.write(chunk);
    }
    if (bytes !== content.size) throw new Error(`${path}: ${bytes} bytes came, ${content.size} were announced`);
    await this.#gzip.write(tarPadding(bytes));
    await this.#gzip.flush();
    const entry = { path, bytes, sha256: hash.digest('hex') };
    this.entries.push(entry);
    this.#wholeBytes = this.#gzip.written;
    return entry;
  }

  /** Ends the archive and gives it its name. */
  async finish(): Promise<void> {
    await this.#gzip.write(TAR_END);
    await this.#gzip.end();
    await this.#file.sync();
    await this.#file.close();
    await rename(this.#temporary, this.#path);
  }

  /** After a failure: the entries that were written whole stay, under the archive's name. False where there is none: then nothing is left. */
  async keep(): Promise<boolean> {
    if (this.#wholeBytes === 0) {
      await this.discard();
      return false;
    }
    try {
      // Within an entry an end would count as part of it.
      if (this.#gzip.written === this.#wholeBytes) {
        await this.finish();
        return true;
      }
    } catch {
      // The disk is full to the last byte: an archive without an end is read as well.
    }
    this.#gzip.destroy();
    await this.#file.truncate(this.#wholeBytes);
    await this.#file.close();
    await rename(this.#temporary, this.#path);
    return true;
  }

  /** Removes what was written. */
  async discard(): Promise<void> {
    this.#gzip.destroy();
    await this.#file.close();
    await rm(this.#temporary, { force: true });
  }
}

function unwritable(path: string, temporary: string, error: NodeJS.ErrnoException): InputError {
  const isThere = error.code === 'EEXIST';
  const why = isThere
    ? `${temporary} is there already: another capture is writing it, or one was broken off. Open it as a bundle, or remove it`
    : `${error.message}. Check that the folder is there and that you may write to it`;
  return new InputError('UNWRITABLE', `${path} cannot be written: ${why}.`, { cause: error });
}
