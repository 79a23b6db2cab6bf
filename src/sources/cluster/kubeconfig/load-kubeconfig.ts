/** The kubeconfig files that count, as one. Source: client-go, tools/clientcmd/loader.go. */
import { delimiter, join } from 'node:path';
import { ClusterAccessError } from './access-error.ts';
import type { Entry, Kubeconfig } from './kubeconfig.ts';
import { readKubeconfig } from './read-kubeconfig.ts';

export interface KubeconfigOptions {
  /** `--kubeconfig`. */
  readonly kubeconfig?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
  /** Where a pod finds its ServiceAccount's token. */
  readonly serviceAccountFolder?: string | undefined;
}

export interface LoadedKubeconfig extends Kubeconfig {
  /** The files that were looked for, there or not. */
  readonly files: readonly string[];
}

/** Files that are absent are passed over, unless those that were asked for all are. Throws ClusterAccessError, which names the file. */
export function loadKubeconfig(options: KubeconfigOptions): LoadedKubeconfig {
  const { files, namedBy } = filesOf(options);
  const found = files.map(readKubeconfig).filter((kubeconfig) => kubeconfig !== null);
  if (found.length === 0 && files.length > 0 && namedBy !== null) throw absent(files, namedBy);
  return { ...merged(found), files };
}

interface KubeconfigFiles {
  readonly files: readonly string[];
  /** Null for the one that is looked at without being named. */
  readonly namedBy: string | null;
}

function filesOf({ kubeconfig, environment, home }: KubeconfigOptions): KubeconfigFiles {
  if (kubeconfig !== undefined && kubeconfig !== '') return { files: [kubeconfig], namedBy: '--kubeconfig' };
  const list = environment['KUBECONFIG'] ?? '';
  if (list === '') return { files: [join(home, '.kube', 'config')], namedBy: null };
  const files = list.split(delimiter).filter((file) => file !== '');
  return { files: [...new Set(files)], namedBy: 'KUBECONFIG' };
}

function absent(files: readonly string[], namedBy: string): ClusterAccessError {
  const [file] = files;
  const what =
    files.length === 1
      ? `There is no kubeconfig ${file}, which ${namedBy} names.`
      : `There is none of the kubeconfigs that ${namedBy} names: ${files.join(', ')}.`;
  return new ClusterAccessError('UNREADABLE', `${what} Name one that exists.`);
}

/** The first file that sets a value or has an entry wins; entries are taken whole. */
function merged(found: readonly Kubeconfig[]): Kubeconfig {
  return {
    currentContext: found.find(({ currentContext }) => currentContext !== undefined)?.currentContext,
    contexts: firstOfEach(found.map(({ contexts }) => contexts)),
    clusters: firstOfEach(found.map(({ clusters }) => clusters)),
    users: firstOfEach(found.map(({ users }) => users)),
  };
}

function firstOfEach<Value>(maps: readonly ReadonlyMap<string, Entry<Value>>[]): ReadonlyMap<string, Entry<Value>> {
  const first = new Map<string, Entry<Value>>();
  for (const [name, entry] of maps.flatMap((map) => [...map])) if (!first.has(name)) first.set(name, entry);
  return first;
}
