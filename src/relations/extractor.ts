/** Turns an object in canonical form into all that it points at: references, selectors and name patterns. */
import type { KindKey } from '../kube/kind.ts';
import type { JsonObject } from '../records/record.ts';
import { allCodedRelations } from './coded/all.ts';
import { compileRules } from './compile.ts';
import { KindMap } from './kind-map.ts';
import { PointerWalk } from './pointer-walk.ts';
import type { CodedRelation, Extraction, NamePatternDraft, ReferenceDraft, RelationField, RelationRule, SelectorDraft } from './rule.ts';
import { allRules } from './rules/all.ts';
import { rulesHash } from './rules-hash.ts';

export interface ExtractorInput {
  /** The canonical form. */
  readonly object: JsonObject;
  readonly key: KindKey;
  /** null for cluster scope. */
  readonly namespace: string | null;
  readonly name: string;
  /** For a version whose shape is not known: metadata is the same in every version, so only the pointers in it are read. */
  readonly metadataOnly?: boolean;
}

/** A relation as the store keeps it: its fields are those of the first rule that has any. */
export interface RelationInfo {
  readonly relation: string;
  readonly forward?: RelationField;
  readonly reverse?: RelationField;
  readonly selects: boolean;
}

export interface Extractor {
  /** Never throws, whatever the shape of the object: a pointer that is not a sensible string is no pointer. */
  extract(input: ExtractorInput): Extraction;
  readonly relations: readonly RelationInfo[];
  /** SHA-256 (hex) of the rules: a snapshot that was imported under another hash has other references. */
  readonly hash: string;
  /** What `createExtractor` makes the same one of, in another thread too; null where the rules are others than the built-in ones and the user's. */
  readonly recipe: ExtractorRecipe | null;
}

export interface ExtractorRecipe {
  /** Rules of the user's own, beside the built-in ones. */
  readonly userRules?: readonly RelationRule[];
}

/**
 * `rules` and `coded` instead of the built-in ones. Rules are made ready when the first object comes: who only asks for the hash, as a query
 * on an imported snapshot does, does not wait for it. Rules that are not built in are checked at once.
 * @throws Error that names the rule where a path of it is malformed.
 */
export function createExtractor(
  options: ExtractorRecipe & { readonly rules?: readonly RelationRule[]; readonly coded?: readonly CodedRelation[] } = {},
): Extractor {
  const { coded = allCodedRelations, userRules = [] } = options;
  const given = options.rules ?? allRules;
  const rules = userRules.length === 0 ? given : [...given, ...userRules];
  let compiled = rules === allRules ? null : compileRules(rules);
  const codedByKind = groupByKind(coded);
  const codedOfAll = coded.filter(({ from }) => from === '*');
  const walk = new PointerWalk();
  let hash: string | null = null;
  return {
    extract(input) {
      const { key, metadataOnly = false } = input;
      compiled ??= compileRules(rules);
      const references = walk.run(compiled.trieOf(key), input.object, input.namespace, metadataOnly);
      const codedHere = metadataOnly ? NONE : (codedByKind.get(key) ?? codedOfAll);
      if (codedHere.length > 0) return withCoded({ input, references, coded: codedHere });
      return references.length === 0 ? NOTHING : { references, selectors: [] };
    },
    relations: relationInfos(rules, coded),
    get hash() {
      hash ??= rulesHash(rules, coded);
      return hash;
    },
    recipe: options.rules === undefined && options.coded === undefined ? { userRules } : null,
  };
}

const NONE: readonly CodedRelation[] = [];
const NOTHING: Extraction = { references: [], selectors: [] };

/** Those of every kind stand in each list too, in their place. */
function groupByKind(coded: readonly CodedRelation[]): KindMap<readonly CodedRelation[]> {
  const byKind = new KindMap<CodedRelation[]>();
  const lists: CodedRelation[][] = [];
  const ofAll: CodedRelation[] = [];
  for (const relation of coded) {
    if (relation.from === '*') {
      for (const list of [ofAll, ...lists]) list.push(relation);
      continue;
    }
    const known = byKind.get(relation.from);
    if (known !== undefined) {
      known.push(relation);
      continue;
    }
    const list = [...ofAll, relation];
    lists.push(list);
    byKind.set(relation.from, list);
  }
  return byKind;
}

/** Lists are made once something is found: most objects have no such pointer. */
function withCoded(options: { input: ExtractorInput; references: readonly ReferenceDraft[]; coded: readonly CodedRelation[] }): Extraction {
  const { input, references, coded } = options;
  let found: { references: ReferenceDraft[]; selectors: SelectorDraft[]; patterns: NamePatternDraft[] } | null = null;
  for (const { extract } of coded) {
    const more = extract(input);
    if (more.references === undefined && more.selectors === undefined && more.patterns === undefined) continue;
    found ??= { references: [...references], selectors: [], patterns: [] };
    for (const reference of more.references ?? []) found.references.push(reference);
    for (const selector of more.selectors ?? []) found.selectors.push(selector);
    for (const pattern of more.patterns ?? []) found.patterns.push(pattern);
  }
  if (found === null) return references.length === 0 ? NOTHING : { references, selectors: [] };
  const { patterns, ...rest } = found;
  return patterns.length === 0 ? rest : { ...rest, patterns };
}

function relationInfos(rules: readonly RelationRule[], coded: readonly CodedRelation[]): readonly RelationInfo[] {
  const infos = new Map<string, RelationInfo>();
  for (const { relation, forward, reverse, selects = false } of [...rules.map((rule) => ({ ...rule, selects: false })), ...coded]) {
    const known = infos.get(relation);
    const forwardField = known?.forward ?? forward;
    const reverseField = known?.reverse ?? reverse;
    infos.set(relation, {
      relation,
      ...(forwardField === undefined ? {} : { forward: forwardField }),
      ...(reverseField === undefined ? {} : { reverse: reverseField }),
      selects: (known?.selects ?? false) || selects,
    });
  }
  return [...infos.values()];
}
