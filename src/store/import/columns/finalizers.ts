import { list, member, word } from '../../../kube/fixed-keys.ts';
import type { KindKey } from '../../../kube/kind.ts';
import type { JsonObject } from '../../../records/record.ts';

/** [name, field]: metadata.finalizers of every kind, and spec.finalizers of a Namespace, which its controller empties. */
export function finalizersOf(key: KindKey, object: JsonObject): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const finalizer of list(member(object['metadata'], 'finalizers'))) {
    const name = word(finalizer);
    if (name !== null) found.push([name, 'METADATA']);
  }
  if (key.group === '' && key.kind === 'Namespace') {
    for (const finalizer of list(member(object['spec'], 'finalizers'))) {
      const name = word(finalizer);
      if (name !== null) found.push([name, 'SPEC']);
    }
  }
  return found;
}
