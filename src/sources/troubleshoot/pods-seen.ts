import { arrayField, isJsonObject, objectField, stringField } from '../../records/json-fields.ts';

/** Names of pods and their containers: early bundles write them as one word. */
export class PodsSeen {
  readonly #containers = new Map<string, readonly string[]>();

  add(pod: unknown): void {
    const metadata = objectField(pod, 'metadata');
    const name = stringField(metadata, 'name');
    const namespace = stringField(metadata, 'namespace');
    if (name === undefined || namespace === undefined) return;
    const spec = objectField(pod, 'spec');
    const containers = ['containers', 'initContainers', 'ephemeralContainers'].flatMap((field) => arrayField(spec, field));
    this.#containers.set(
      `${namespace}/${name}`,
      containers.flatMap((container) => (isJsonObject(container) ? (stringField(container, 'name') ?? []) : [])),
    );
  }

  /** `POD-CONTAINER` and `POD`, the latter of a pod with one container; null where no pod fits. */
  split(namespace: string, joined: string): { readonly pod: string; readonly container: string } | null {
    for (let end = joined.length; end > 0; end = joined.lastIndexOf('-', end - 1)) {
      const pod = joined.slice(0, end);
      const containers = this.#containers.get(`${namespace}/${pod}`);
      const container = end === joined.length ? containers?.[0] : containers?.find((name) => name === joined.slice(end + 1));
      if (container !== undefined && (end < joined.length || containers?.length === 1)) return { pod, container };
    }
    return null;
  }
}
