/** Which object `--for` names: events are matched by what they say, so that those about objects that are gone, or were never captured, are found. */

import { canonicalKind } from '../../src/kube/canonical-kind.ts';
import { type KindKey, splitApiVersion } from '../../src/kube/kind.ts';
import { createKindResolver } from '../../src/kube/kind-names.ts';
import { stringAt } from '../../src/kube/safe.ts';
import type { Reader } from '../../src/store/reader.ts';
import { UsageError } from '../errors.ts';
import { resourceRequests } from '../get/resource-arguments.ts';
import type { SeenEvent } from './event-table.ts';

/** Throws UsageError for a kind that does not exist, or what is not KIND/NAME. */
export function aboutObject(options: { readonly reader: Reader; readonly word: string }): (event: SeenEvent) => boolean {
  const { reader, word } = options;
  if (!word.includes('/')) throw new UsageError(`--for is "${word}", but must be KIND/NAME, for instance pod/web.`);
  const [request] = resourceRequests({ words: [word], resolver: createKindResolver(reader.kinds) });
  const name = request?.names?.[0];
  return ({ core }) => {
    if (request === undefined || stringAt(core, 'involvedObject', 'name') !== name) return false;
    const { group } = splitApiVersion(stringAt(core, 'involvedObject', 'apiVersion') ?? '');
    return isSame(canonicalKind(group, stringAt(core, 'involvedObject', 'kind') ?? ''), request.key);
  };
}

function isSame(one: KindKey, other: KindKey): boolean {
  return one.kind === other.kind && one.group === other.group;
}
