/** The clusters that the flags name. */
import { homedir } from 'node:os';
import type { Connection } from '../../src/sources/cluster/connection.ts';
import { ClusterAccessError } from '../../src/sources/cluster/kubeconfig/access-error.ts';
import { chooseTarget } from '../../src/sources/cluster/kubeconfig/choose-target.ts';
import { type ConnectOptions, connect } from '../../src/sources/cluster/kubeconfig/connect.ts';
import { listContexts } from '../../src/sources/cluster/kubeconfig/list-contexts.ts';
import type { TargetOptions } from '../../src/sources/cluster/kubeconfig/target.ts';
import type { Invocation } from '../command.ts';
import { UsageError } from '../errors.ts';
import { numberFlag } from './number-flag.ts';

export interface Cluster {
  /** Its context's, else its own. */
  readonly name: string;
  /** The caller closes it. Rejects with ClusterAccessError for what keeps us from the cluster, with the signal's reason where that is aborted. */
  connect(signal: AbortSignal): Promise<Connection>;
}

/** With the flags of `capture`. */
type Asked = Pick<Invocation, 'flags' | 'environment' | 'output'>;

/** One a context, known by the kubeconfig alone. Throws UsageError for a name that does not exist, ClusterAccessError for a broken kubeconfig. */
export function clustersOf(invocation: Asked): readonly Cluster[] {
  try {
    const target = targetOptions(invocation);
    const contexts = contextsOf({ invocation, target });
    const options = { ...target, ...connectOptions(invocation) };
    if (contexts.length <= 1) return [soleCluster({ ...options, context: contexts[0] })];
    // One after the other where a credential plugin may ask a person.
    const turn = options.interactive === true ? inTurn() : <Result>(work: () => Promise<Result>) => work();
    return contexts.map((context) => ({
      name: context,
      connect: (signal) => turn(() => connect({ ...options, context, signal })),
    }));
  } catch (error) {
    throw error instanceof ClusterAccessError && error.close !== undefined ? new UsageError(error.message, error.close) : error;
  }
}

function targetOptions({ flags, environment }: Asked): TargetOptions {
  return {
    environment,
    home: environment['HOME'] || homedir(),
    kubeconfig: flags.value('kubeconfig'),
    as: flags.value('as'),
    asUid: flags.value('as-uid'),
    asGroups: flags.values('as-group'),
    cluster: flags.value('cluster'),
    user: flags.value('user'),
    token: flags.value('token'),
    clientCertificate: flags.value('client-certificate'),
    clientKey: flags.value('client-key'),
    server: flags.value('server'),
    certificateAuthority: flags.value('certificate-authority'),
    tlsServerName: flags.value('tls-server-name'),
    insecureSkipTlsVerify: flags.on('insecure-skip-tls-verify') ? true : undefined,
  };
}

/** None: the one that kubectl would take. */
function contextsOf(options: { readonly invocation: Asked; readonly target: TargetOptions }): readonly string[] {
  const { invocation, target } = options;
  const { flags } = invocation;
  const named = [...new Set(flags.values('context'))];
  const isAll = flags.on('all-contexts');
  if (isAll && named.length > 0) throw new UsageError('--all-contexts and --context exclude each other.');
  if (!isAll && named.length <= 1) return named;
  const known = listContexts(target).map(({ name }) => name);
  if (isAll && known.length === 0) throw new UsageError('the kubeconfig has no contexts.');
  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`--context ${unknown}: the kubeconfig has no context of that name.`, { name: unknown, candidates: known });
  return isAll ? known : named;
}

function connectOptions({
  flags,
  environment,
  output,
}: Asked): Pick<ConnectOptions, 'environment' | 'maxSockets' | 'interactive' | 'onMessage'> {
  return {
    environment,
    maxSockets: numberFlag({ flags, name: 'concurrency', least: 1, most: 32, otherwise: 8 }),
    interactive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    onMessage: (text) => output.warn(text.trimEnd()),
  };
}

/** What it is called stands in the kubeconfig. */
function soleCluster(options: ConnectOptions): Cluster {
  const { context, cluster } = chooseTarget(options).identity;
  return { name: context ?? cluster, connect: (signal) => connect({ ...options, signal }) };
}

function inTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
