/** From flags, environment and kubeconfig to one cluster and one user. Source: client-go, tools/clientcmd/client_config.go. */
import { ClusterAccessError } from './access-error.ts';
import { inCluster } from './in-cluster.ts';
import type { Cluster, Context, Entry, User } from './kubeconfig.ts';
import { type LoadedKubeconfig, loadKubeconfig } from './load-kubeconfig.ts';
import { clusterWithFlags, userWithFlags } from './overrides.ts';
import { withoutPassword } from './server-url.ts';
import type { Named, Target, TargetOptions } from './target.ts';

/** `--context`, then KUBECONTEXT, then current-context, then the cluster that this runs in. Throws ClusterAccessError. */
export function chooseTarget(options: TargetOptions): Target {
  const kubeconfig = loadKubeconfig(options);
  const name = contextName(options, kubeconfig);
  const noName = name === null && !given(options.server) && !given(options.cluster);
  const target = noName ? inCluster(options) : named({ options, kubeconfig, name });
  if (target === null) throw noContext(kubeconfig);
  const cluster = { ...target.cluster, value: clusterWithFlags(target.cluster.value, options) };
  const user = { ...target.user, value: userWithFlags(target.user.value, options) };
  return { identity: { ...target.identity, server: withoutPassword(cluster.value.server) }, cluster, user };
}

interface ContextName {
  readonly name: string;
  /** What names it. */
  readonly by: string;
}

function contextName({ context, environment }: TargetOptions, kubeconfig: LoadedKubeconfig): ContextName | null {
  if (given(context)) return { name: context, by: '--context' };
  const fromEnvironment = environment['KUBECONTEXT'];
  if (given(fromEnvironment)) return { name: fromEnvironment, by: 'KUBECONTEXT' };
  const { currentContext } = kubeconfig;
  return currentContext === undefined ? null : { name: currentContext, by: 'current-context' };
}

function named(choice: {
  readonly options: TargetOptions;
  readonly kubeconfig: LoadedKubeconfig;
  readonly name: ContextName | null;
}): Target {
  const { options, kubeconfig, name } = choice;
  const context = name === null ? NO_CONTEXT : contextOf(name, kubeconfig);
  const cluster = entryOf({
    what: 'cluster',
    name: given(options.cluster) ? options.cluster : context.cluster,
    by: given(options.cluster) ? '--cluster' : `the context "${name?.name}"`,
    entries: kubeconfig.clusters,
    otherwise:
      given(options.server) && !given(options.cluster) ? { called: 'the cluster of --server', value: { server: options.server } } : null,
  });
  const userName = given(options.user) ? options.user : context.user;
  const user = entryOf({
    what: 'user',
    name: userName,
    by: given(options.user) ? '--user' : `the context "${name?.name}"`,
    entries: kubeconfig.users,
    // The server then knows us as system:anonymous, or asks for nothing (kubectl proxy).
    otherwise: userName === '' ? { called: 'no user', value: {} } : null,
  });
  return {
    identity: {
      context: name?.name ?? null,
      cluster: cluster.name === '' ? withoutPassword(options.server ?? '') : cluster.name,
      server: cluster.value.server,
      user: user.name === '' ? null : user.name,
      namespace: context.namespace ?? null,
    },
    cluster,
    user,
  };
}

const NO_CONTEXT: Context = { cluster: '', user: '', namespace: undefined };

function contextOf({ name, by }: ContextName, { contexts, files }: LoadedKubeconfig): Context {
  const context = contexts.get(name)?.value;
  if (context !== undefined) return context;
  throw new ClusterAccessError(
    'UNKNOWN_NAME',
    `There is no context "${name}", which ${by} names, in ${inFiles(files)}. ${knownNames('contexts', contexts)}`,
    { close: { name, candidates: [...contexts.keys()] } },
  );
}

function entryOf<Value extends Cluster | User>(options: {
  readonly what: 'cluster' | 'user';
  readonly name: string;
  readonly by: string;
  readonly entries: ReadonlyMap<string, Entry<Value>>;
  /** What there is without such an entry. */
  readonly otherwise: Named<Value> | null;
}): Named<Value> & { readonly name: string } {
  const { what, name, by, entries, otherwise } = options;
  const entry = entries.get(name);
  if (entry !== undefined) return { name, called: `the ${what} "${name}" (${entry.file})`, value: entry.value };
  if (otherwise !== null) return { name, ...otherwise };
  const message = name === '' ? `No ${what} is named by ${by}.` : `There is no ${what} "${name}", which ${by} names, in the kubeconfig.`;
  throw new ClusterAccessError('UNKNOWN_NAME', `${message} ${knownNames(`${what}s`, entries)}`, {
    close: { name, candidates: [...entries.keys()] },
  });
}

function noContext({ files, contexts }: LoadedKubeconfig): ClusterAccessError {
  return new ClusterAccessError(
    'NO_CONTEXT',
    `No cluster is chosen: there is no --context, no KUBECONTEXT, no current-context in ${inFiles(files)}, and this is no pod ` +
      `(no KUBERNETES_SERVICE_HOST with a ServiceAccount's token). Give one of the four. ${knownNames('contexts', contexts)}`,
    { close: { name: '', candidates: [...contexts.keys()] } },
  );
}

function inFiles(files: readonly string[]): string {
  return files.length === 0 ? 'KUBECONFIG, which names no file' : files.join(', ');
}

const MOST_NAMED = 20;

function knownNames(what: string, entries: ReadonlyMap<string, unknown>): string {
  const names = [...entries.keys()];
  if (names.length === 0) return `It has no ${what}.`;
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return `Its ${what}: ${names.slice(0, MOST_NAMED).join(', ')}${more}.`;
}

function given(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
