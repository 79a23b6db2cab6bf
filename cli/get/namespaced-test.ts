import { builtInKind } from '../../src/kube/built-in-kinds.ts';
import { type KindKey, kindName } from '../../src/kube/kind.ts';
import type { Snapshot } from '../../src/store/reader.ts';

/** Whether objects of a kind live in namespaces: what the snapshot says, else what Kubernetes says; a kind that nobody knows counts as namespaced. */
export function namespacedTest(snapshot: Snapshot): (key: KindKey) => boolean {
  const rows = new Map(snapshot.kinds.map((row) => [kindName(row), row]));
  return (key) => rows.get(kindName(key))?.namespaced ?? builtInKind(key)?.namespaced ?? true;
}
