import { CutError, type FileEntry } from '../../bundle/entry.ts';
import type { InputLimits } from '../../records/input-limits.ts';
import { InputBudget } from '../input/budget.ts';
import { HEAD_BYTES, hasUtf16Mark, recogniseKind } from '../input/file-kind.ts';
import { ENTRY_UNPACKERS } from '../input/unpack/unpackers.ts';
import type { Piece } from './pieces.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';

export type TextFormat = 'json' | 'yaml';

/** JSON or YAML, by how the text begins; null for what is neither text nor either of them. Comments alone are YAML: a template that rendered to nothing. */
export function textFormat(head: Uint8Array): TextFormat | null {
  if (recogniseKind(head).kind !== 'text') return null;
  const text = hasUtf16Mark(head)
    ? new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head)
    : Buffer.from(head)
        .toString('utf8')
        .replace(/^\uFEFF/, '');
  const first = text.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#'));
  if (first === undefined) return 'yaml';
  if (/^\s*[{[]/.test(first)) return 'json';
  return /^(?:---(?:\s|$)|%YAML\s|-(?:\s|$)|["']?[\w./-]+["']?\s*:(?:\s|$))/.test(first) ? 'yaml' : null;
}

/** Pieces of an entry of JSON or YAML, packed with gzip or zstd or not, in UTF-8 or, with its mark, UTF-16; null where it is neither. Throws CutError where the bytes end early. */
export async function readText(options: { readonly file: FileEntry; readonly limits: InputLimits }): Promise<AsyncIterable<Piece> | null> {
  const { file, limits } = options;
  const packed = await peeked(file.chunks());
  const unpack = ENTRY_UNPACKERS.get(recogniseKind(packed.head).kind);
  const { head, bytes } = unpack === undefined ? packed : await peeked(unpack(packed.bytes, new InputBudget(file.path, limits)));
  const format = textFormat(head);
  if (format === null) return null;
  const text = utf8(bytes, head);
  return format === 'json' ? readJson({ bytes: text, limits }) : readYaml({ bytes: text, limits });
}

/** The first bytes, and all bytes including them. A cut is met again when they are read. */
async function peeked(chunks: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; bytes: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let failure: CutError | null = null;
  while (length < HEAD_BYTES && failure === null) {
    const next = await iterator.next().catch((error: unknown) => {
      if (!(error instanceof CutError)) throw error;
      failure = error;
      return null;
    });
    if (next === null || next.done === true) break;
    first.push(next.value);
    length += next.value.length;
  }
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield* first;
    if (failure !== null) throw failure;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { head: Buffer.concat(first).subarray(0, HEAD_BYTES), bytes: bytes() };
}

/** Without a byte order mark; UTF-16, as PowerShell's `>` writes it, turned into UTF-8. */
async function* utf8(bytes: AsyncIterable<Uint8Array>, head: Uint8Array): AsyncGenerator<Uint8Array> {
  const decoder = hasUtf16Mark(head) ? new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be') : null;
  let isFirst = true;
  for await (const chunk of bytes) {
    if (decoder !== null) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    else yield isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
    isFirst = false;
  }
}
