/** What a file is, from its first bytes: its name is never asked. */

export type FileKind = 'gzip' | 'xz' | 'zstd' | 'bzip2' | 'tar' | 'zip' | 'sqlite' | 'foreign' | 'empty' | 'binary' | 'text';

export interface RecognisedKind {
  readonly kind: FileKind;
  /** `foreign`: what it is called, and what to do with it. */
  readonly title?: string;
  readonly advice?: string;
}

const TAR_BLOCK = 512;
const CHECKSUM_START = 148;
const CHECKSUM_END = 156;

/** Enough of a file to tell. */
export const HEAD_BYTES: number = 4096;

const MAGIC: readonly (RecognisedKind & { readonly bytes: readonly number[] })[] = [
  { kind: 'gzip', bytes: [0x1f, 0x8b] },
  { kind: 'sqlite', bytes: [...Buffer.from('SQLite format 3\0')] },
  { kind: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { kind: 'zstd', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: 'bzip2', bytes: [0x42, 0x5a, 0x68] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  // Without entries it begins with its end.
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'foreign', bytes: [...Buffer.from('age-encryption.org')], title: 'encrypted with age', advice: 'Decrypt it first.' },
];

export function recogniseKind(head: Uint8Array): RecognisedKind {
  if (head.length === 0) return { kind: 'empty' };
  const magic = MAGIC.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (magic !== undefined) return magic;
  if (isTarHeader(head) || isTarEnd(head)) return { kind: 'tar' };
  return { kind: head.includes(0) && !hasUtf16Mark(head) ? 'binary' : 'text' };
}

/** UTF-16 with a byte order mark: what PowerShell's `>` writes. */
export function hasUtf16Mark(head: Uint8Array): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

/** Every tar has a checksum of the header, in octal, counted as if its own field held spaces. */
function isTarHeader(head: Uint8Array): boolean {
  if (head.length < TAR_BLOCK || head[0] === 0) return false;
  const written = Number.parseInt(Buffer.from(head.subarray(CHECKSUM_START, CHECKSUM_END)).toString('latin1').trim(), 8);
  const sum = head
    .subarray(0, TAR_BLOCK)
    .reduce((total, byte, index) => total + (index >= CHECKSUM_START && index < CHECKSUM_END ? 0x20 : byte), 0);
  return sum === written;
}

/** A tar without entries. */
function isTarEnd(head: Uint8Array): boolean {
  return head.length >= 2 * TAR_BLOCK && head.every((byte) => byte === 0);
}
