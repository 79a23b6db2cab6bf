/** Rules → one trie over paths a kind, so that an object is walked once whatever the number of its rules. */
import { builtInKind } from '../kube/built-in-kinds.ts';
import { type KindKey, kindName } from '../kube/kind.ts';
import type { JsonValue } from '../records/record.ts';
import { KindMap } from './kind-map.ts';
import { podSpecs } from './kinds.ts';
import { type PathStep, parsePath, parseSiblingPath, type SiblingPath } from './path.ts';
import { ReferenceFlag, type RelationRule, type RuleCondition, type RuleSource } from './rule.ts';
import { compileTarget, type TargetReader } from './target.ts';

/** A rule made ready for one kind. */
export interface CompiledRule {
  readonly relation: string;
  /** From the object's root. */
  readonly path: string;
  readonly target: TargetReader;
  readonly namespace: 'source' | 'cluster' | { readonly path: SiblingPath; readonly fallback: SiblingPath | null };
  /** Without a namespace it is no pointer. */
  readonly needsNamespace: boolean;
  readonly uid: SiblingPath | null;
  readonly optional: SiblingPath | null;
  readonly controller: SiblingPath | null;
  readonly blockOwnerDeletion: SiblingPath | null;
  readonly when: readonly CompiledCondition[];
  readonly defaultName: string | null;
  readonly defaultUnless: readonly SiblingPath[];
  readonly keys: readonly SiblingPath[];
  /** Flags of every such pointer. */
  readonly flags: number;
  /** `written` is the object that holds the name; else the name. */
  readonly writesHolder: boolean;
}

export interface CompiledCondition {
  readonly path: SiblingPath;
  readonly holds: (value: JsonValue | undefined) => boolean;
}

/** What lies at one point of the paths: pointers that end here, keys below, items below. */
export interface TrieNode {
  readonly rules: CompiledRule[];
  readonly fields: { readonly key: string; readonly node: TrieNode }[];
  /** The fields by key, for nodes with many. */
  readonly byKey: Map<string, TrieNode>;
  items: TrieNode | null;
  /** A rule that ends here assumes a name where nothing is written. */
  hasDefault: boolean;
  /** A child has a default: each field must be looked at, present or not. */
  looksForAbsent: boolean;
}

/** A trie for each kind that rules start from, and one with the rules of every kind for all others. */
export interface CompiledRules {
  readonly byKind: KindMap<TrieNode>;
  readonly rest: TrieNode;
}

export function compileRules(rules: readonly RelationRule[]): CompiledRules {
  const byKind = new KindMap<TrieNode>();
  for (const { kind } of rules.flatMap((rule) => sourceKinds(rule.from))) {
    if (byKind.get(kind) === undefined) byKind.set(kind, compileKind(rules, kind));
  }
  return { byKind, rest: compileKind(rules, null) };
}

/** The kinds that a rule starts from, with the path that goes before the rule's; none for `*`. */
export function sourceKinds(from: RuleSource): readonly { readonly kind: KindKey; readonly path: string }[] {
  if (from === '*') return [];
  return from === 'PodSpec' ? podSpecs : [{ kind: from, path: '' }];
}

function compileKind(rules: readonly RelationRule[], kind: KindKey | null): TrieNode {
  const root = emptyNode();
  for (const rule of rules) {
    if (rule.from === '*') insert(root, rule, rule.path);
    for (const source of sourceKinds(rule.from)) {
      if (kind === null || kindName(source.kind) !== kindName(kind)) continue;
      insert(root, rule, source.path === '' ? rule.path : `${source.path}.${rule.path}`);
    }
  }
  return root;
}

/** @throws Error that names the rule. */
function insert(root: TrieNode, rule: RelationRule, path: string): void {
  try {
    insertRule(root, rule, path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The rule of the relation "${rule.relation}" at "${rule.path}" cannot be used: ${reason}`, { cause: error });
  }
}

function insertRule(root: TrieNode, rule: RelationRule, path: string): void {
  const steps = parsePath(path);
  let parent = root;
  let node = root;
  for (const step of steps) {
    parent = node;
    node = child(node, step);
  }
  node.rules.push(compileRule(rule, path, steps));
  if (rule.default === undefined) return;
  node.hasDefault = true;
  parent.looksForAbsent = true;
}

function child(parent: TrieNode, step: PathStep): TrieNode {
  if (step === 'each') {
    parent.items ??= emptyNode();
    return parent.items;
  }
  const known = parent.byKey.get(step.key);
  if (known !== undefined) return known;
  const node = emptyNode();
  parent.byKey.set(step.key, node);
  parent.fields.push({ key: step.key, node });
  return node;
}

function emptyNode(): TrieNode {
  return { rules: [], fields: [], byKey: new Map(), items: null, hasDefault: false, looksForAbsent: false };
}

function compileRule(rule: RelationRule, path: string, steps: readonly PathStep[]): CompiledRule {
  const { namespace, flags } = rule;
  return {
    relation: rule.relation,
    path,
    target: compileTarget(rule.target),
    namespace:
      typeof namespace === 'string'
        ? namespace
        : {
            path: parseSiblingPath(namespace.path),
            fallback: namespace.default === undefined ? null : parseSiblingPath(namespace.default),
          },
    needsNamespace: typeof namespace === 'object' && isNamespaced(rule),
    uid: optionalPath(rule.uid),
    optional: optionalPath(rule.optional),
    controller: optionalPath(flags?.controller),
    blockOwnerDeletion: optionalPath(flags?.blockOwnerDeletion),
    when: (rule.when ?? []).map((condition) => ({ path: parseSiblingPath(condition.path), holds: compileCondition(condition) })),
    defaultName: rule.default?.name ?? null,
    defaultUnless: (rule.default?.unless ?? []).map(parseSiblingPath),
    keys: (rule.keys ?? []).map(parseSiblingPath),
    flags: (rule.weak ? ReferenceFlag.weak : 0) | (rule.alwaysOptional ? ReferenceFlag.optional : 0),
    writesHolder: readsSiblings(rule) && !isLargeHolder(steps),
  };
}

function compileCondition(condition: RuleCondition): CompiledCondition['holds'] {
  if ('in' in condition) return (value) => condition.in.some((wanted) => wanted === (value ?? ''));
  if ('without' in condition) return (value) => typeof value === 'string' && !value.includes(condition.without);
  return (value) => value === undefined || value === null;
}

function optionalPath(text: string | undefined): SiblingPath | null {
  return text === undefined ? null : parseSiblingPath(text);
}

function isNamespaced({ target }: RelationRule): boolean {
  return 'group' in target && builtInKind(target)?.namespaced === true;
}

/** The pointer is more than a name: it says a kind, a namespace, a uid, a key, that it is optional, or something that decides about it. */
function readsSiblings(rule: RelationRule): boolean {
  return (
    !('group' in rule.target) ||
    typeof rule.namespace === 'object' ||
    rule.uid !== undefined ||
    rule.optional !== undefined ||
    rule.keys !== undefined ||
    rule.when !== undefined
  );
}

/** A name that stands among everything else that an object says: written alone. */
function isLargeHolder(steps: readonly PathStep[]): boolean {
  const holder = steps.at(-2);
  return holder === undefined || (holder !== 'each' && LARGE_HOLDERS.has(holder.key));
}

const LARGE_HOLDERS = new Set(['metadata', 'annotations', 'labels', 'spec', 'status', 'parameters']);
