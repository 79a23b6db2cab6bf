/** What the words and flags of `get` select. */
import { HEALTH_STATUSES, type HealthStatus } from '../../src/health/health.ts';
import { parseFieldSelector } from '../../src/kube/field-selector.ts';
import { compilePath } from '../../src/kube/json-path.ts';
import type { KindKey } from '../../src/kube/kind.ts';
import { createKindResolver } from '../../src/kube/kind-names.ts';
import { parseLabelSelector } from '../../src/kube/label-selector.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { ObjectFilter, Order, Reader } from '../../src/store/reader.ts';
import { UsageError } from '../errors.ts';
import type { Flags } from '../flags.ts';
import { namespacedTest } from './namespaced-test.ts';
import { usage } from './output-format.ts';
import { type ResourceRequest, resourceRequests } from './resource-arguments.ts';

export interface Selection {
  readonly requests: readonly ResourceRequest[];
  /** null: in every namespace. */
  readonly namespace: string | null;
  readonly explicitNamespace: boolean;
  readonly filter: Pick<ObjectFilter, 'labels' | 'fields' | 'health'>;
  readonly order?: Order;
  /** One object was asked for by name. */
  readonly single: boolean;
  readonly isNamespaced: (key: KindKey) => boolean;
}

/** Throws UsageError for words, selectors or paths that cannot be read. */
export function readSelection(options: { readonly words: readonly string[]; readonly flags: Flags; readonly reader: Reader }): Selection {
  const { words, flags, reader } = options;
  const requests = resourceRequests({ words, resolver: createKindResolver(reader.kinds) });
  const namespace = flags.value('namespace');
  if (namespace !== undefined && flags.on('all-namespaces')) throw new UsageError('-n and -A do not go together.');
  const labels = flags.value('selector');
  const fields = flags.value('field-selector');
  const health = healthOf(flags.values('health'));
  const named = requests.some(({ names }) => names !== null);
  if (named && (labels !== undefined || fields !== undefined || health.length > 0))
    throw new UsageError('a selector and names do not go together.');
  const sortBy = flags.value('sort-by');
  return {
    requests,
    namespace: flags.on('all-namespaces') ? null : (namespace ?? 'default'),
    explicitNamespace: namespace !== undefined,
    filter: {
      ...(labels === undefined ? {} : { labels: usage('--selector', () => parseLabelSelector(labels)) }),
      ...(health.length === 0 ? {} : { health }),
      ...(fields === undefined ? {} : { fields: usage('--field-selector', () => parseFieldSelector(fields)) }),
    },
    ...(sortBy === undefined ? {} : { order: usage('--sort-by', () => orderBy(sortBy)) }),
    single: requests.length === 1 && requests[0]?.names?.length === 1,
    isNamespaced: namespacedTest(reader),
  };
}

function healthOf(values: readonly string[]): readonly HealthStatus[] {
  const words = values.flatMap((value) => value.split(','));
  return words.map((word) => {
    const status = HEALTH_STATUSES.find((each) => each.toLowerCase() === word.toLowerCase());
    if (status !== undefined) return status;
    const candidates = HEALTH_STATUSES.map((each) => each.toLowerCase());
    throw new UsageError(`--health is "${word}", but must be one of ${candidates.join(', ')}.`, { name: word, candidates });
  });
}

function orderBy(text: string): Order {
  const path = compilePath(text);
  return {
    by: (object: JsonObject) => {
      const result = path.evaluate(object);
      const value = path.definite ? result : Array.isArray(result) ? result[0] : undefined;
      return typeof value === 'string' || typeof value === 'number'
        ? value
        : value === undefined || value === null
          ? null
          : JSON.stringify(value);
    },
    descending: false,
  };
}
