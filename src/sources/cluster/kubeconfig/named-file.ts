import { readFileSync } from 'node:fs';
import { ClusterAccessError } from './access-error.ts';

/** A file that a field of the kubeconfig names. Throws ClusterAccessError where it cannot be read. */
export function readNamedFile(options: {
  readonly path: string;
  readonly field: string;
  /** Whose field it is, as messages call it. */
  readonly called: string;
}): Buffer {
  const { path, field, called } = options;
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${message}`;
    throw new ClusterAccessError('UNREADABLE', `The file ${path}, the ${field} of ${called}, ${why}.`, { cause: error });
  }
}
