/** The clusters that the flags name. */
import { ContextError, connect, contextNames } from '../../src/sources/cluster/connect.ts';
import type { Connection } from '../../src/sources/cluster/connection.ts';
import type { Invocation } from '../command.ts';
import { UsageError } from '../errors.ts';
import { numberFlag } from './number-flag.ts';

/** One a context; the caller closes them. Throws UsageError. */
export async function connectAll({ flags, environment }: Invocation): Promise<Connection[]> {
  const kubeconfig = flags.value('kubeconfig');
  const impersonate = { user: flags.value('as'), groups: flags.values('as-group'), uid: flags.value('as-uid') };
  if (impersonate.user === undefined && (impersonate.groups.length > 0 || impersonate.uid !== undefined)) {
    throw new UsageError('--as-group and --as-uid need --as: the API server impersonates a user, and what goes with it.');
  }
  const connections = numberFlag({ flags, name: 'concurrency', least: 1, most: 32, otherwise: 8 });
  try {
    const all = flags.on('all-contexts') ? await contextNames({ kubeconfig, environment }) : flags.values('context');
    if (flags.on('all-contexts') && flags.values('context').length > 0)
      throw new UsageError('--all-contexts and --context exclude each other.');
    if (flags.on('all-contexts') && all.length === 0) throw new UsageError('the kubeconfig has no contexts.');
    const contexts = all.length === 0 ? [undefined] : [...new Set(all)];
    return await Promise.all(contexts.map((context) => connect({ kubeconfig, context, impersonate, connections, environment })));
  } catch (error) {
    throw error instanceof ContextError ? new UsageError(error.message, error.close) : error;
  }
}
