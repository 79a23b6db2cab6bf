import { InputError, type InputErrorCode } from '../../records/input-error.ts';
import type { InputLimits } from '../../records/input-limits.ts';

/** The ratio is not judged before so many bytes are unpacked: small files of one line repeated are harmless. */
const RATIO_JUDGED_FROM = 64 * 2 ** 20;

/** Counts what one input makes us read; throws where it passes a limit. */
export class InputBudget {
  readonly limits: InputLimits;
  readonly #name: string;
  #entries = 0;
  #bytes = 0;

  constructor(name: string, limits: InputLimits) {
    this.#name = name;
    this.limits = limits;
  }

  countEntry(): void {
    if (++this.#entries > this.limits.entries) this.#refuse('LIMIT_ENTRIES', 'entries', `more than ${this.limits.entries} entries`);
  }

  /** Unpacked bytes, whether anybody keeps them or not. */
  countBytes(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.limits.totalBytes)
      this.#refuse('LIMIT_BYTES', 'totalBytes', `more than ${this.limits.totalBytes} bytes unpacked`);
  }

  checkRatio(packed: number, unpacked: number): void {
    if (unpacked < RATIO_JUDGED_FROM || unpacked <= packed * this.limits.compressionRatio) return;
    const ratio = Math.round(unpacked / Math.max(packed, 1));
    this.#refuse('LIMIT_COMPRESSION_RATIO', 'compressionRatio', `${ratio} unpacked bytes for each packed one, as a zip bomb has`);
  }

  #refuse(code: InputErrorCode, limit: keyof InputLimits, found: string): never {
    throw new InputError(
      code,
      `${this.#name} holds ${found}: the limit "${limit}" is ${this.limits[limit]}. Nothing was imported. If you trust the file, raise that limit.`,
    );
  }
}
