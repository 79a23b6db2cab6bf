/** The text of a kubeconfig file: a regular one, or a pipe as the shell makes them for `<(…)`. */
import { closeSync, openSync, readSync } from 'node:fs';
import { ClusterAccessError } from './access-error.ts';

/** Certificates make some kubeconfigs a megabyte long; none is this long. */
const MOST_BYTES = 16 * 2 ** 20;
const CHUNK_BYTES = 64 * 1024;

/** Null where there is no such file. Throws ClusterAccessError for one that cannot be read. */
export function readText(file: string): string | null {
  try {
    return decode(readBytes(file));
  } catch (error) {
    if (error instanceof ClusterAccessError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    const why = (code === undefined ? undefined : reasons.get(code)) ?? `cannot be read: ${message}`;
    throw new ClusterAccessError('UNREADABLE', `The kubeconfig ${file} ${why}. ${advice}`, { cause: error });
  }
}

const advice = 'Mend KUBECONFIG, or name a file with --kubeconfig.';

const reasons: ReadonlyMap<string, string> = new Map([
  ['EISDIR', 'is a folder, not a file'],
  ['ENOTDIR', 'lies below something that is no folder'],
  ['EACCES', 'may not be read by this user'],
  ['EPERM', 'may not be read by this user'],
]);

function readBytes(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let bytes = 0; bytes <= MOST_BYTES; ) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const read = readSync(descriptor, chunk);
      if (read === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, read));
      bytes += read;
    }
    throw new ClusterAccessError('UNREADABLE', `${file} is longer than ${MOST_BYTES / 2 ** 20} MiB: no kubeconfig is. ${advice}`);
  } finally {
    closeSync(descriptor);
  }
}

/** Windows' shells write UTF-16, with a byte order mark. */
function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
