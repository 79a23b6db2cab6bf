/** The clusters that the flags name. */
import { homedir } from 'node:os';
import type { Connection } from '../../src/sources/cluster/connection.ts';
import { ClusterAccessError } from '../../src/sources/cluster/kubeconfig/access-error.ts';
import { connect } from '../../src/sources/cluster/kubeconfig/connect.ts';
import { listContexts } from '../../src/sources/cluster/kubeconfig/list-contexts.ts';
import type { TargetOptions } from '../../src/sources/cluster/kubeconfig/target.ts';
import type { Invocation } from '../command.ts';
import { UsageError } from '../errors.ts';
import { numberFlag } from './number-flag.ts';

/** One a context; the caller closes them. Throws UsageError for a name that does not exist, ClusterAccessError for what keeps us from a cluster. */
export async function connectAll(invocation: Invocation): Promise<Connection[]> {
  const { flags, environment, output } = invocation;
  const target = targetOptions(invocation);
  const maxSockets = numberFlag({ flags, name: 'concurrency', least: 1, most: 32, otherwise: 8 });
  const interactive = process.stdin.isTTY === true && process.stderr.isTTY === true;
  const onMessage = (text: string): void => output.warn(text.trimEnd());
  try {
    const opened: Connection[] = [];
    // One after the other: a credential plugin may ask a person.
    for (const context of contextsOf({ invocation, target })) {
      opened.push(await connect({ ...target, context, maxSockets, environment, interactive, onMessage }));
    }
    return opened;
  } catch (error) {
    throw error instanceof ClusterAccessError && error.close !== undefined ? new UsageError(error.message, error.close) : error;
  }
}

function targetOptions({ flags, environment }: Invocation): TargetOptions {
  const options: TargetOptions = {
    environment,
    home: environment['HOME'] || homedir(),
    kubeconfig: flags.value('kubeconfig'),
    as: flags.value('as'),
    asUid: flags.value('as-uid'),
    asGroups: flags.values('as-group'),
    token: flags.value('token'),
    server: flags.value('server'),
    certificateAuthority: flags.value('certificate-authority'),
    tlsServerName: flags.value('tls-server-name'),
    insecureSkipTlsVerify: flags.on('insecure-skip-tls-verify') ? true : undefined,
  };
  if (options.as === undefined && (options.asUid !== undefined || flags.values('as-group').length > 0)) {
    throw new UsageError('--as-group and --as-uid need --as: the API server impersonates a user, and what goes with it.');
  }
  return options;
}

/** Undefined: the one that kubectl would take. */
function contextsOf(options: { readonly invocation: Invocation; readonly target: TargetOptions }): readonly (string | undefined)[] {
  const { invocation, target } = options;
  const { flags } = invocation;
  const named = [...new Set(flags.values('context'))];
  if (!flags.on('all-contexts')) return named.length === 0 ? [undefined] : named;
  if (named.length > 0) throw new UsageError('--all-contexts and --context exclude each other.');
  const all = listContexts(target).map(({ name }) => name);
  if (all.length === 0) throw new UsageError('the kubeconfig has no contexts.');
  return all;
}
