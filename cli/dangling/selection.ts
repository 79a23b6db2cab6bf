/** What the words and flags of `dangling` select. */
import type { DanglingQuery } from '../../src/graph/dangling/find.ts';
import { SEVERITIES, type Severity } from '../../src/graph/dangling/row.ts';
import { createKindResolver } from '../../src/kube/kind-names.ts';
import type { Reader, ReferenceStatus } from '../../src/store/reader.ts';
import { UsageError } from '../errors.ts';
import type { Flags } from '../flags.ts';
import { checkNamespace } from '../get/namespace.ts';
import { resourceRequests } from '../get/resource-arguments.ts';
import { checkNoMore } from '../sources/check-no-more.ts';

/** Throws UsageError for words that cannot be read, and for a namespace that is not there. */
export async function danglingSelection(options: {
  readonly words: readonly string[];
  readonly flags: Flags;
  readonly reader: Reader;
}): Promise<{
  /** Without the severities that are to be shown: a group is shown with all that it holds. */
  readonly query: Omit<DanglingQuery, 'severities'>;
  readonly shown: readonly Severity[];
}> {
  const { words, flags, reader } = options;
  const [kinds, ...more] = words;
  checkNoMore(more);
  const namespace = flags.value('namespace');
  if (namespace !== undefined && flags.on('all-namespaces')) throw new UsageError('-n and -A do not go together.');
  if (namespace !== undefined) await checkNamespace({ reader, namespace });
  const statuses = flags.values('status').map((status) => status.toUpperCase() as ReferenceStatus);
  const severities = flags.values('severity').map((severity) => severity.toUpperCase());
  return {
    query: {
      ...(namespace === undefined ? {} : { namespace }),
      ...(kinds === undefined ? {} : { kinds: kindsOf(kinds, reader) }),
      ...(statuses.length === 0 ? {} : { statuses }),
    },
    shown: SEVERITIES.filter((severity) => (severities.length === 0 ? severity !== 'INFO' : severities.includes(severity))),
  };
}

function kindsOf(word: string, reader: Reader) {
  const requests = resourceRequests({ words: [word], resolver: createKindResolver(reader.kinds) });
  if (requests.some(({ names }) => names !== null)) throw new UsageError(`"${word}" names an object: give kinds, such as deploy,ingress.`);
  return requests.map(({ key }) => key);
}
