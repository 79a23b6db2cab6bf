import { CutError, type FileEntry } from '../bundle/entry.ts';
import { InputError } from '../records/input-error.ts';
import { type Capture, knownFormats } from './input/capture.ts';
import { HEAD_BYTES } from './input/file-kind.ts';
import type { Layout, Recognised, Sample } from './layout.ts';
import { FALLBACK_LAYOUT, LAYOUTS } from './layouts.ts';

/** So many entries, and so many bytes of them, are looked at: archives come in any order, and a big one is not read twice for nothing. */
const LOOKED_AT_ENTRIES = 1_000;
const LOOKED_AT_BYTES = 64 * 2 ** 20;

export interface Detected extends Recognised {
  readonly layout: Layout;
}

/** Which layout a capture has, by what its entries are called and how they begin. Throws InputError where none fits. */
export async function detect(capture: Capture): Promise<Detected> {
  let fallback: Detected | null = null;
  let entries = 0;
  let bytes = 0;
  let cut: string | null = null;
  for await (const entry of capture.entries({ keep: true })) {
    if (entry.type === 'cut') cut = entry.message;
    if (entry.type !== 'file' && entry.type !== 'link') continue;
    const sample = entry.type === 'file' ? await sampleOf(entry) : { path: entry.path, head: new Uint8Array() };
    const detected = capture.container === 'file' ? null : recognised(sample, LAYOUTS);
    if (detected !== null) return detected;
    fallback ??= recognised(sample, [FALLBACK_LAYOUT]);
    bytes += entry.type === 'file' ? (entry.size ?? 0) : 0;
    if (++entries >= LOOKED_AT_ENTRIES || bytes >= LOOKED_AT_BYTES) break;
  }
  if (fallback !== null) return fallback;
  throw nothingKnown({ name: capture.name, entries, cut });
}

function nothingKnown(seen: { readonly name: string; readonly entries: number; readonly cut: string | null }): InputError {
  const { name, entries, cut } = seen;
  if (entries === 0 && cut !== null)
    return new InputError('DAMAGED', `${name} holds nothing that can be read: ${cut}. Copy it again from where it was made.`);
  return new InputError(
    'UNKNOWN_FORMAT',
    `${name} holds nothing that is known${entries === 0 ? ': it has no files' : ''}. ${knownFormats()}`,
  );
}

function recognised(sample: Sample, layouts: readonly Layout[]): Detected | null {
  for (const layout of layouts) {
    const found = layout.recognise(sample);
    if (found !== null) return { ...found, layout };
  }
  return null;
}

async function sampleOf(file: FileEntry): Promise<Sample> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of file.chunks()) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof CutError)) throw error;
  }
  return { path: file.path, head: Buffer.concat(chunks).subarray(0, HEAD_BYTES) };
}
