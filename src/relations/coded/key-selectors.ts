/** Selectors of one key of a Secret or a ConfigMap (`{name, key, optional}`), wherever they stand below an object's spec. */
import type { KindKey } from '../../kube/kind.ts';
import { isObject, valueAt } from '../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { configMap, secret } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, type ReferenceDraft, ReferenceFlag } from '../rule.ts';

export interface KeySelector {
  readonly target: 'Secret' | 'ConfigMap';
  readonly path: string;
  readonly indexes: readonly number[];
  readonly selector: JsonObject;
  readonly name: string;
  readonly key: string;
}

/** Deeper is no such object: captured data may be made to harm. */
const DEEPEST = 32;
const FIELDS = new Set(['name', 'key', 'optional']);
/** The fields, or lists, whose selectors are of ConfigMaps. */
const OF_CONFIG_MAPS = new Set(['configMap', 'configMapKeyRef', 'configMapRef', 'configMapRefs', 'customQueriesConfigMap']);
const PLAIN_KEY = /^[^.[\]'$]+$/;

export function keySelectorsIn(spec: JsonValue | undefined): readonly KeySelector[] {
  const found: KeySelector[] = [];
  visit({ value: spec, path: 'spec', indexes: [], field: '', depth: 0, found });
  return found;
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

interface Place {
  readonly value: JsonValue | undefined;
  readonly path: string;
  readonly indexes: readonly number[];
  /** The last field's name, that of the list for its items. */
  readonly field: string;
  readonly depth: number;
  readonly found: KeySelector[];
}

function visit(place: Place): void {
  const { value, path, indexes, field, depth, found } = place;
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      visit({ ...place, value: item, path: `${path}[]`, indexes: [...indexes, index], depth: depth + 1 });
    return;
  }
  if (!isObject(value)) return;
  const { name, key } = value;
  if (isPointerText(name) && isPointerText(key) && Object.keys(value).every((other) => FIELDS.has(other))) {
    found.push({ target: OF_CONFIG_MAPS.has(field) ? 'ConfigMap' : 'Secret', path, indexes, selector: value, name, key });
    return;
  }
  for (const [next, below] of Object.entries(value)) {
    if (typeof below !== 'object' || below === null || next.includes("'") || next in Object.prototype) continue;
    const step = PLAIN_KEY.test(next) ? `.${next}` : `['${next}']`;
    visit({ ...place, value: below, path: `${path}${step}`, field: next, depth: depth + 1 });
  }
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
