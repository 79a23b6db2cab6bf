/** A map by canonical kind, looked up without making a key of strings. */
import type { KindKey } from '../kube/kind.ts';

export class KindMap<Value> {
  readonly #byGroup = new Map<string, Map<string, Value>>();

  get(key: KindKey): Value | undefined {
    return this.#byGroup.get(key.group)?.get(key.kind);
  }

  set(key: KindKey, value: Value): void {
    const group = this.#byGroup.get(key.group);
    if (group === undefined) this.#byGroup.set(key.group, new Map([[key.kind, value]]));
    else group.set(key.kind, value);
  }
}
