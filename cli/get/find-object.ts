/** The one object that a command is about, by the words of its arguments. */
import { type KindKey, kindName } from '../../src/kube/kind.ts';
import { createKindResolver } from '../../src/kube/kind-names.ts';
import type { ObjectRow, Reader } from '../../src/store/reader.ts';
import { CommandError, UsageError } from '../errors.ts';
import { checkNamespace } from './namespace.ts';
import { namespacedTest } from './namespaced-test.ts';
import { resourceRequests } from './resource-arguments.ts';

/** The object, or its ghost. Throws CommandError where nothing in the snapshot names it. */
export async function findObject(options: {
  readonly reader: Reader;
  readonly words: readonly string[];
  readonly namespace: string | undefined;
}): Promise<ObjectRow> {
  const { reader, words } = options;
  const requests = resourceRequests({ words, resolver: createKindResolver(reader.kinds) });
  const [request] = requests;
  const name = request?.names?.[0];
  if (request === undefined || name === undefined || requests.length > 1 || request.names?.length !== 1) {
    throw new UsageError('name one object: KIND/NAME, for instance deploy/web.');
  }
  const namespace = namespacedTest(reader)(request.key) ? (options.namespace ?? 'default') : null;
  if (namespace !== null && options.namespace !== undefined) await checkNamespace({ reader, namespace });
  const [row] = await reader.find([{ ...request.key, namespace, name }]);
  if (row) return row;
  throw new CommandError(await absentMessage({ reader, key: request.key, namespace, name }));
}

async function absentMessage(options: {
  readonly reader: Reader;
  readonly key: KindKey;
  readonly namespace: string | null;
  readonly name: string;
}): Promise<string> {
  const { reader, key, namespace, name } = options;
  const elsewhere = (await reader.list({ filter: { kinds: [key] } })).rows
    .filter((row) => row.name === name)
    .flatMap((row) => row.namespace ?? []);
  const where = namespace === null ? '' : ` in namespace ${namespace}`;
  const hint = elsewhere.length > 0 ? ` There is one in ${elsewhere.slice(0, 3).join(', ')}: give it with -n.` : '';
  return `no ${kindName(key)} "${name}"${where}: it is not in the capture, and nothing in it names it.${hint}`;
}
