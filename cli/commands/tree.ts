import { type KindKey, kindName } from '../../src/kube/kind.ts';
import { createKindResolver } from '../../src/kube/kind-names.ts';
import type { ObjectRow, Reader } from '../../src/store/reader.ts';
import type { Invocation } from '../command.ts';
import { CommandError, UsageError } from '../errors.ts';
import { ExitCode } from '../exit-codes.ts';
import { checkNamespace } from '../get/namespace.ts';
import { namespacedTest } from '../get/namespaced-test.ts';
import { resourceRequests } from '../get/resource-arguments.ts';
import { chooseSnapshot } from '../sources/choose-snapshot.ts';
import { withSnapshots } from '../sources/open-snapshots.ts';
import { takeSource } from '../sources/source-arguments.ts';
import { printTree } from '../tree/print-tree.ts';
import { dependents, holds, owners, ownersAndUsers } from '../tree/steps.ts';
import { buildTree } from '../tree/tree.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, environment, positionals } = invocation;
  if (flags.on('up') && flags.on('down')) throw new UsageError('--up and --down do not go together.');
  const { source, rest } = takeSource({ words: positionals, environment, needed: 1 });
  return await withSnapshots({ source, complete: flags.on('complete'), output }, async (readers) => {
    const reader = chooseSnapshot({ readers, wanted: flags.value('snapshot'), output });
    const root = await findObject({ reader, words: rest, namespace: flags.value('namespace') });
    const tree = flags.on('up')
      ? await buildTree({ root, step: owners(reader), firstStep: ownersAndUsers(reader), holds })
      : await buildTree({ root, step: dependents(reader), holds });
    await printTree({ tree, now: reader.info.capturedTo, output });
    return ExitCode.done;
  });
}

/** The object, or its ghost. Throws CommandError where nothing in the snapshot names it. */
async function findObject(options: {
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
