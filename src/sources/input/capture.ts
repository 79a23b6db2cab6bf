import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CutError, type Entry } from '../../bundle/entry.ts';
import { InputError } from '../../records/input-error.ts';
import type { InputLimits } from '../../records/input-limits.ts';
import { InputBudget } from './budget.ts';
import { type ByteSource, fileBytes, streamBytes } from './byte-source.ts';
import { HEAD_BYTES, recogniseKind } from './file-kind.ts';
import { UNPACKERS } from './unpack/unpackers.ts';
import { untar } from './untar.ts';
import { unzip } from './unzip.ts';
import { walkFolder } from './walk-folder.ts';

/** An input whose container is known: what its entries mean is for the layouts to say. */
export interface Capture {
  /** The file's or folder's name, as messages call it. */
  readonly name: string;
  readonly container: 'tar' | 'zip' | 'folder' | 'file';
  /** From the first on, at each call. `keep`: they will be read again. A single file is one entry. */
  entries(options: { readonly keep: boolean }): AsyncIterable<Entry>;
  /** How much of its bytes has been read, from 0 to 1; null where that is not known. */
  share(): number | null;
}

/** What messages and snapshots call a file, a folder, or `-`. */
export function captureName(location: string): string {
  return location === '-' ? 'standard input' : basename(resolve(location));
}

/** Opens a file, a folder, or `-` for the stream given. Throws InputError where it is nothing that could hold objects. */
export async function openCapture(options: {
  readonly location: string;
  readonly stdin?: NodeJS.ReadableStream;
  readonly limits: InputLimits;
}): Promise<Capture> {
  const { location, stdin, limits } = options;
  if (location === '-') return openBytes(streamBytes(stdin ?? process.stdin, captureName(location)), limits);
  const found = await inspected(location);
  const name = captureName(location);
  if (found.isDirectory()) {
    return {
      name,
      container: 'folder',
      entries: () => walkFolder({ folder: location, budget: new InputBudget(location, limits) }),
      share: () => null,
    };
  }
  // A pipe can be read only once, whatever its name.
  const bytes = found.isFile() ? fileBytes({ path: location, name, size: found.size }) : streamBytes(createReadStream(location), name);
  return openBytes(bytes, limits);
}

async function inspected(location: string): Promise<Stats> {
  try {
    return await stat(location);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new InputError('NOT_FOUND', `There is no file or folder ${location}. Check the path.`, { cause: error });
    throw new InputError('UNREADABLE', `${location} cannot be read: ${message}. Check its permissions.`, { cause: error });
  }
}

async function openBytes(source: ByteSource, limits: InputLimits): Promise<Capture> {
  const { name } = source;
  const outer = recogniseKind(await head(source.read({ keep: true }), name));
  if (outer.kind === 'zip') return openZip(source, limits);
  const unpack = UNPACKERS.get(outer.kind);
  const bytes = (keep: boolean, budget: InputBudget): AsyncIterable<Uint8Array> =>
    unpack === undefined ? source.read({ keep }) : unpack(source.read({ keep }), budget);
  const inner = unpack === undefined ? outer : recogniseKind(await head(bytes(true, new InputBudget(name, limits)), name));
  refuse(inner, name);
  const entries = ({ keep }: { readonly keep: boolean }): AsyncIterable<Entry> => {
    const budget = new InputBudget(name, limits);
    return inner.kind === 'tar' ? untar({ bytes: bytes(keep, budget), budget }) : singleFile(name, bytes(keep, budget), budget);
  };
  return { name, container: inner.kind === 'tar' ? 'tar' : 'file', entries, share: () => source.share() };
}

/** A zip's table of contents stands at its end: a stream has to be a file first. */
function openZip({ name, file }: ByteSource, limits: InputLimits): Capture {
  if (file === null)
    throw new InputError('UNSUPPORTED_FORMAT', `${name} is a zip archive, which is read from its end. Save it to a file and give that.`);
  const { path, size } = file;
  let share: number | null = null;
  const onTaken = (bytes: number): void => {
    share = Math.min(1, bytes / size);
  };
  return {
    name,
    container: 'zip',
    entries: () => unzip({ path, size, budget: new InputBudget(name, limits), onTaken }),
    share: () => share,
  };
}

/** A file that is cut before its first block still says what it is, or that nothing is left of it. */
async function head(bytes: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of bytes) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) break;
    }
  } catch (error) {
    if (error instanceof CutError) {
      if (length === 0)
        throw new InputError('DAMAGED', `${name} holds nothing that can be read: ${error.message}. Copy it again from where it was made.`, {
          cause: error,
        });
    } else {
      throw unreadable(name, error);
    }
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

function unreadable(name: string, error: unknown): unknown {
  if (error instanceof InputError) return error;
  return new InputError('UNREADABLE', `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, {
    cause: error,
  });
}

const KNOWN =
  'Snapgraph reads its own bundles, troubleshoot.sh support bundles, must-gathers of OpenShift, folders of kubectl cluster-info dump, what crust-gather, kubectl-gather, support-bundle-kit, sonobuoy and Velero write, and YAML or JSON of Kubernetes objects (a file, a folder, an archive, or "-").';

/** What every message about an unknown input ends with. */
export function knownFormats(): string {
  return KNOWN;
}

function refuse({ kind, title, advice }: ReturnType<typeof recogniseKind>, name: string): void {
  switch (kind) {
    case 'empty':
      throw new InputError('EMPTY', `${name} is empty. Was the capture or the download cut short? ${KNOWN}`);
    case 'sqlite':
      throw new InputError(
        'UNSUPPORTED_FORMAT',
        `${name} is an SQLite database, not a capture. A snapshot that Snapgraph wrote (.db) is opened as it is, not imported. ${KNOWN}`,
      );
    case 'foreign':
      throw new InputError('UNSUPPORTED_FORMAT', `${name} is ${title}, which is not read. ${advice}`);
    case 'gzip':
    case 'xz':
    case 'zstd':
    case 'bzip2':
    case 'zip':
      throw new InputError('UNSUPPORTED_FORMAT', `${name} is compressed twice: what is in it is ${kind} again. Unpack it once first.`);
    case 'binary':
      throw new InputError('UNKNOWN_FORMAT', `${name} is neither an archive nor text. ${KNOWN}`);
    default:
  }
}

async function* singleFile(name: string, bytes: AsyncIterable<Uint8Array>, budget: InputBudget): AsyncGenerator<Entry> {
  let cut: string | null = null;
  async function* counted(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of bytes) {
        budget.countBytes(chunk.length);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof CutError) cut = error.message;
      throw error instanceof CutError ? error : unreadable(name, error);
    }
  }
  yield { type: 'file', path: name, size: null, chunks: counted };
  if (cut !== null) yield { type: 'cut', message: cut };
}
