/** Selectors of one key of a Secret or a ConfigMap (`{name, key, optional}`), wherever they stand below an object's spec. */
import type { KindKey } from '../../kube/kind.ts';
import { valueAt } from '../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { configMap, secret } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, type ReferenceDraft, ReferenceFlag } from '../rule.ts';
import { placesIn } from './places.ts';

export interface KeySelector {
  readonly target: 'Secret' | 'ConfigMap';
  readonly path: string;
  readonly indexes: readonly number[];
  readonly selector: JsonObject;
  readonly name: string;
  readonly key: string;
}

const FIELDS = new Set(['name', 'key', 'optional']);
/** The fields, or lists, whose selectors are of ConfigMaps. */
const OF_CONFIG_MAPS = new Set(['configMap', 'configMapKeyRef', 'configMapRef', 'configMapRefs', 'customQueriesConfigMap']);
export function keySelectorsIn(spec: JsonValue | undefined): readonly KeySelector[] {
  return placesIn(spec).flatMap(({ path, indexes, field, value }): KeySelector[] => {
    const { name, key } = value;
    if (!isPointerText(name) || !isPointerText(key) || !Object.keys(value).every((other) => FIELDS.has(other))) return [];
    return [{ target: OF_CONFIG_MAPS.has(field) ? 'ConfigMap' : 'Secret', path, indexes, selector: value, name, key }];
  });
}

/** A reference in the namespace of the source. */
function keySelectorDraft(relation: string, namespace: string | null, found: KeySelector): ReferenceDraft {
  const { path, indexes, selector, name, key } = found;
  return {
    relation,
    path: `${path}.name`,
    indexes,
    ...(found.target === 'Secret' ? secret : configMap),
    namespace,
    name,
    flags: selector['optional'] === true ? ReferenceFlag.optional : 0,
    keys: [key],
    written: selector,
  };
}

/** The relations of a kind that reads such keys: to Secrets, and to ConfigMaps. */
export function keySelectorRelations(options: {
  readonly from: KindKey;
  /** Names of the relations to each. */
  readonly secrets: string;
  readonly configMaps: string;
  readonly reverse: string;
  readonly source: string;
}): readonly CodedRelation[] {
  const { from, reverse, source } = options;
  const targets = [
    { target: secret, relation: options.secrets, forward: 'secrets', called: 'is of a Secret' },
    { target: configMap, relation: options.configMaps, forward: 'configMaps', called: 'is of a ConfigMap, as the name of its field says' },
  ] as const;
  return targets.map(({ target, relation, forward, called }) => ({
    relation,
    from,
    target,
    forward: { name: forward },
    reverse: { name: reverse },
    source,
    describe: `every \`{name, key, optional}\` below \`spec\` that ${called}`,
    extract: ({ object, namespace }) => {
      const found = keySelectorsIn(valueAt(object, 'spec')).filter((one) => one.target === target.kind);
      return found.length === 0 ? {} : { references: found.map((one) => keySelectorDraft(relation, namespace, one)) };
    },
  }));
}
