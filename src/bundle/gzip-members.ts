import type { FileHandle } from 'node:fs/promises';
import { constants, createGzip, type Gzip } from 'node:zlib';

/** A new gzip member begins after so many bytes, unpacked: what is broken costs at most one member. */
const MEMBER_BYTES = 16 * 2 ** 20;
/** A long write is cut, so that members end where they should. */
const WRITE_BYTES = 1 << 20;

/** Writes gzip members to a file. What was flushed is in the file, and can be read whatever happens after. */
export class GzipMembers {
  readonly #file: FileHandle;
  readonly #level: number;
  #member: Member | null = null;
  #memberBytes = 0;
  /** Packed bytes in the file. */
  written = 0;

  constructor(file: FileHandle, level: number) {
    this.#file = file;
    this.#level = level;
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let start = 0; start < bytes.length; start += WRITE_BYTES) {
      const part = bytes.subarray(start, start + WRITE_BYTES);
      if (this.#memberBytes + part.length > MEMBER_BYTES) await this.end();
      this.#member ??= new Member(this.#level);
      this.#memberBytes += part.length;
      await this.#save(await this.#member.write(part));
    }
  }

  /** All that was written can be read from the file. */
  async flush(): Promise<void> {
    if (this.#member !== null) await this.#save(await this.#member.flush());
  }

  /** Ends the member; the next write begins another. */
  async end(): Promise<void> {
    const member = this.#member;
    this.#member = null;
    this.#memberBytes = 0;
    if (member !== null) await this.#save(await member.end());
  }

  /** Lets go of zlib's memory without writing. */
  destroy(): void {
    this.#member?.destroy();
    this.#member = null;
  }

  async #save(packed: readonly Uint8Array[]): Promise<void> {
    for (const bytes of packed) {
      await this.#file.writeFile(bytes);
      this.written += bytes.length;
    }
  }
}

/** One gzip stream; each call resolves with what it put out. */
class Member {
  readonly #gzip: Gzip;
  #output: Uint8Array[] = [];

  constructor(level: number) {
    this.#gzip = createGzip({ level, chunkSize: 1 << 16 });
    this.#gzip.on('data', (packed: Uint8Array) => this.#output.push(packed));
  }

  write(bytes: Uint8Array): Promise<Uint8Array[]> {
    return this.#outputOf((done) => this.#gzip.write(bytes, done));
  }

  flush(): Promise<Uint8Array[]> {
    return this.#outputOf((done) => this.#gzip.flush(constants.Z_SYNC_FLUSH, () => done()));
  }

  end(): Promise<Uint8Array[]> {
    return this.#outputOf((done) => {
      this.#gzip.once('end', () => done());
      this.#gzip.end();
    });
  }

  destroy(): void {
    this.#gzip.destroy();
  }

  #outputOf(run: (done: (error?: Error | null) => void) => void): Promise<Uint8Array[]> {
    return new Promise((resolve, reject) => {
      this.#gzip.once('error', reject);
      run((error) => {
        this.#gzip.off('error', reject);
        const output = this.#output;
        this.#output = [];
        if (error === undefined || error === null) resolve(output);
        else reject(error);
      });
    });
  }
}
