/**
 * kubectl's ways to say what to get: `pods`, `po,svc`, `pods a b`, `deploy/web`, `deploy/web svc/db`.
 * Source: cli-runtime, pkg/resource/builder.go, ResourceTypeOrNameArgs.
 */

import type { KindKey } from '../../src/kube/kind.ts';
import type { KindResolver } from '../../src/kube/kind-names.ts';
import { UsageError } from '../errors.ts';

/** Objects of one kind: those of these names, or all. */
export interface ResourceRequest {
  readonly key: KindKey;
  readonly names: readonly string[] | null;
}

/** What `kubectl get all` means. Source: kubernetes, categories of the API's storage. */
const categories: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'all',
    [
      'pods',
      'replicationcontrollers',
      'services',
      'daemonsets.apps',
      'deployments.apps',
      'replicasets.apps',
      'statefulsets.apps',
      'horizontalpodautoscalers.autoscaling',
      'cronjobs.batch',
      'jobs.batch',
    ],
  ],
]);

/** One request a kind, in the order given; throws UsageError for a kind that is unknown, or forms that do not go together. */
export function resourceRequests(options: { readonly words: readonly string[]; readonly resolver: KindResolver }): ResourceRequest[] {
  const { words, resolver } = options;
  const [first, ...rest] = words;
  if (first === undefined) throw new UsageError('name what to get: a kind (pods), kinds (po,svc) or an object (deploy/web).');
  if (words.some((word) => word.includes('/'))) return namedRequests({ words, resolver });
  const keys = first.split(',').flatMap((word) => kindsOf({ word, resolver }));
  return keys.map((key) => ({ key, names: rest.length === 0 ? null : rest }));
}

/** The one kind that a word means. */
function kindOf(options: { readonly word: string; readonly resolver: KindResolver }): KindKey {
  const { word, resolver } = options;
  const [key] = resolver.resolve(word);
  if (key === undefined)
    throw new UsageError(`there is no kind "${word}", neither in Kubernetes nor in this snapshot.`, {
      name: word,
      candidates: resolver.suggest(word),
    });
  return key;
}

function kindsOf(options: { readonly word: string; readonly resolver: KindResolver }): KindKey[] {
  const { word, resolver } = options;
  return (categories.get(word.toLowerCase()) ?? [word]).map((each) => kindOf({ word: each, resolver }));
}

/** Objects of one kind are asked for together, so that they share a table. */
function namedRequests(options: { readonly words: readonly string[]; readonly resolver: KindResolver }): ResourceRequest[] {
  const { words, resolver } = options;
  const requests: { key: KindKey; names: string[] }[] = [];
  for (const word of words) {
    const slash = word.indexOf('/');
    const kind = word.slice(0, slash);
    const name = word.slice(slash + 1);
    if (slash < 0)
      throw new UsageError(`"${word}" has no name beside others in the form KIND/NAME: write ${word}/NAME, or KIND NAME NAME.`);
    if (kind === '' || name === '' || name.includes('/')) throw new UsageError(`"${word}" is not of the form KIND/NAME.`);
    const key = kindOf({ word: kind, resolver });
    const known = requests.find((request) => request.key.kind === key.kind && request.key.group === key.group);
    if (known) known.names.push(name);
    else requests.push({ key, names: [name] });
  }
  return requests;
}
