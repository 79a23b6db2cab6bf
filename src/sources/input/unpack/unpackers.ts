import type { InputBudget } from '../budget.ts';
import type { FileKind } from '../file-kind.ts';
import { gunzip } from './gunzip.ts';
import { unbzip2 } from './unbzip2.ts';
import { unxz } from './unxz.ts';
import { unzstd } from './unzstd.ts';

/** Unpacks a stream; yields whatever can be read, then throws CutError where it is cut or damaged, and InputError where a limit is passed. */
export type Unpack = (packed: AsyncIterable<Uint8Array>, budget: InputBudget) => AsyncGenerator<Uint8Array>;

/** What a whole input may be compressed with, by what its first bytes say. */
export const UNPACKERS: ReadonlyMap<FileKind, Unpack> = new Map([
  ['gzip', gunzip],
  ['xz', unxz],
  ['zstd', unzstd],
  ['bzip2', unbzip2],
]);

/** What one entry may be compressed with: k8shark packs each with zstd. Not xz, of which only one stream can be open at a time. */
export const ENTRY_UNPACKERS: ReadonlyMap<FileKind, Unpack> = new Map([
  ['gzip', gunzip],
  ['zstd', unzstd],
]);
