import { builtInKind } from '../../kube/built-in-kinds.ts';
import { splitApiVersion } from '../../kube/kind.ts';
import { pluralOf } from '../../kube/plural.ts';
import { arrayField, isJsonObject, objectField, stringField } from '../../records/json-fields.ts';
import type { CaptureOutcome, ObjectRecord, ResourceOutcome } from '../../records/record.ts';

interface SeenKind {
  readonly apiVersion: string;
  readonly kind: string;
  items: number;
  namespaced: boolean;
}

/** The kinds that came, counted: their outcome is all that a stream of objects says about a cluster. */
export class KindsSeen {
  readonly #kinds = new Map<string, SeenKind>();
  /** Plurals of custom kinds, by group and kind, from the CRDs that came. */
  readonly #plurals = new Map<string, string>();

  add(found: { readonly apiVersion: string; readonly kind: string; readonly record: ObjectRecord }): void {
    const { apiVersion, kind, record } = found;
    const key = `${apiVersion}/${kind}`;
    const seen = this.#kinds.get(key) ?? { apiVersion, kind, items: 0, namespaced: false };
    const value = isJsonObject(record.value) ? record.value : {};
    seen.items++;
    seen.namespaced ||= Boolean(stringField(objectField(value, 'metadata'), 'namespace'));
    this.#kinds.set(key, seen);
    if (kind === 'CustomResourceDefinition') this.#learn(value);
  }

  /** One row a kind and version. */
  outcomes(outcome: CaptureOutcome, message?: string): ResourceOutcome[] {
    return [...this.#kinds.values()].map(({ apiVersion, kind, items, namespaced }) => {
      const { group, version } = splitApiVersion(apiVersion);
      const builtIn = builtInKind({ group, kind });
      const resource = this.#plurals.get(`${group}/${kind}`) ?? builtIn?.plural ?? pluralOf(kind.toLowerCase());
      const said = message === undefined ? {} : { message };
      return {
        type: 'resource',
        snapshot: 0,
        group,
        version,
        resource,
        kind,
        namespaced: builtIn?.namespaced ?? namespaced,
        namespace: null,
        outcome,
        items,
        ...said,
      };
    });
  }

  #learn(definition: unknown): void {
    const spec = objectField(definition, 'spec');
    const names = objectField(spec, 'names');
    const kind = stringField(names, 'kind');
    const plural = stringField(names, 'plural');
    const isServed = arrayField(spec, 'versions').length > 0 || stringField(spec, 'version') !== undefined;
    if (kind !== undefined && plural !== undefined && isServed) this.#plurals.set(`${stringField(spec, 'group') ?? ''}/${kind}`, plural);
  }
}
