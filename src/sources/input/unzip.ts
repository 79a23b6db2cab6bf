import type { Entry as ZipEntry, ZipFile } from 'yauzl';
import { CutError, type Entry } from '../../bundle/entry.ts';
import { checkPath } from '../../bundle/entry-path.ts';
import { lazyPackage } from '../../kube/lazy-package.ts';
import type { InputBudget } from './budget.ts';

const yauzl = lazyPackage<typeof import('yauzl')>('yauzl');

/** Entries of a zip, in the order of its table of contents. Nothing is written to disk. A damaged place in the table ends them with a `cut` entry. */
export async function* unzip(options: {
  readonly path: string;
  readonly size: number;
  readonly budget: InputBudget;
  /** Called with the bytes that were taken of the file, to tell how far the reading is. */
  readonly onTaken?: (bytes: number) => void;
}): AsyncGenerator<Entry> {
  const { path, size, budget, onTaken } = options;
  const opened = await opening(path);
  if ('damaged' in opened) {
    yield { type: 'cut', message: opened.damaged };
    return;
  }
  const { zip } = opened;
  const totals = { unpacked: 0, size };
  let taken = 0;
  try {
    for (;;) {
      const next = await nextEntry(zip);
      if (next === null) return;
      if ('damaged' in next) {
        yield { type: 'cut', message: next.damaged };
        return;
      }
      budget.countEntry();
      taken += next.compressedSize;
      onTaken?.(taken);
      const entry = toEntry({ zip, entry: next, budget, totals });
      if (entry !== null) yield entry;
    }
  } finally {
    zip.close();
  }
}

/** `decodeStrings: false` keeps the library from ending everything at one bad name: names are checked here, as those of tars are. */
const ZIP_OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true } as const;

async function opening(path: string): Promise<{ readonly zip: ZipFile } | { readonly damaged: string }> {
  try {
    return { zip: await yauzl().openPromise(path, ZIP_OPTIONS) };
  } catch (error) {
    return { damaged: `its table of contents, which stands at the end of a zip, cannot be read (${messageOf(error)})` };
  }
}

function nextEntry(zip: ZipFile): Promise<ZipEntry | { readonly damaged: string } | null> {
  return new Promise((resolve) => {
    const settle = (result: ZipEntry | { readonly damaged: string } | null): void => {
      zip.removeAllListeners();
      // A late complaint must not end the program.
      zip.on('error', () => undefined);
      resolve(result);
    };
    zip.once('entry', (entry: ZipEntry) => settle(entry));
    zip.once('end', () => settle(null));
    zip.once('error', (error: unknown) => settle({ damaged: `its table of contents is damaged (${messageOf(error)})` }));
    zip.readEntry();
  });
}

interface ZipInput {
  readonly zip: ZipFile;
  readonly entry: ZipEntry;
  readonly budget: InputBudget;
  readonly totals: { unpacked: number; readonly size: number };
}

const UNIX_TYPE = 0o170000;
const UNIX_FILE = 0o100000;

function toEntry(input: ZipInput): Entry | null {
  const { entry, budget } = input;
  const name = nameOf(entry);
  if (name.endsWith('/')) return null;
  const checked = checkPath(name);
  if (checked === 'ignored') return null;
  if ('refused' in checked) return refused('PATH_REFUSED', name, checked.refused);
  const { path } = checked;
  const type = (entry.externalFileAttributes >>> 16) & UNIX_TYPE;
  if (type !== 0 && type !== UNIX_FILE) return refused('LINK_REFUSED', path, 'it is no plain file');
  if (entry.isEncrypted()) return refused('ENTRY_ENCRYPTED', path, 'it is encrypted');
  if (!entry.canDecodeFileData()) return refused('ENTRY_UNREADABLE', path, `its compression method ${entry.compressionMethod} is not read`);
  const size = entry.uncompressedSize;
  if (size > budget.limits.entryBytes)
    return refused('ENTRY_TOO_LARGE', path, `it has ${size} bytes: the limit "entryBytes" is ${budget.limits.entryBytes}`);
  return { type: 'file', path, size, chunks: () => chunks(input, path) };
}

/** Zips of the last twenty years are in UTF-8, whether they say so or not; other bytes become marks that no name of Kubernetes has. */
function nameOf(entry: ZipEntry): string {
  return (Buffer.isBuffer(entry.fileName) ? entry.fileName.toString('utf8') : String(entry.fileName)).replaceAll('\\', '/');
}

async function* chunks({ zip, entry, budget, totals }: ZipInput, path: string): AsyncGenerator<Uint8Array> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      totals.unpacked += chunk.length;
      // Entries may share their bytes, so that a small file unpacks to more than any of them says.
      budget.checkRatio(totals.size, totals.unpacked);
      budget.countBytes(chunk.length);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'InputError') throw error;
    throw new CutError(`${path} is damaged: ${messageOf(error)}`);
  }
}

function refused(code: string, path: string, reason: string): Entry {
  const printed = JSON.stringify(path.slice(0, 300)).slice(1, -1);
  return { type: 'problem', path: printed, severity: 'warning', code, message: `${printed} was skipped: ${reason}.` };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
