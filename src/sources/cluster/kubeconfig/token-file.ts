/** A token that something else keeps fresh in a file, as the kubelet does for a pod. */
import { ClusterAccessError } from './access-error.ts';
import type { CredentialSource, Credentials } from './credentials.ts';
import { readNamedFile } from './named-file.ts';

/** The file is read for each request; while it cannot be, the last token read is used, or the one that stands beside its name. */
export function tokenFileSource(options: {
  readonly path: string;
  readonly called: string;
  /** The user's `token`. */
  readonly otherwise: string | undefined;
}): CredentialSource {
  const { path, called } = options;
  let last = options.otherwise;
  return {
    async current(): Promise<Credentials> {
      try {
        last = readToken(path, called);
      } catch (error) {
        if (last === undefined) throw error;
      }
      return { token: last };
    },
    refused(): void {
      last = undefined;
    },
  };
}

function readToken(path: string, called: string): string {
  const token = readNamedFile({ path, field: 'tokenFile', called }).toString('utf8').trim();
  if (token === '') throw new ClusterAccessError('CREDENTIALS', `The file ${path}, the tokenFile of ${called}, is empty.`);
  return token;
}
