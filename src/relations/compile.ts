/** Rules → one trie over paths a kind, so that an object is walked once whatever the number of its rules. */
import type { KindKey } from '../kube/kind.ts';
import { type CompiledRule, compileRule } from './compile-rule.ts';
import { KindMap } from './kind-map.ts';
import { type PathStep, parsePath } from './path.ts';
import type { RelationRule } from './rule.ts';
import { hasOpenSource, sourceKinds, startsFromGroup } from './rule-source.ts';
import type { SpecHolder } from './template-holders.ts';
import { writtenOut } from './written-out.ts';

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

/** The trie of each kind. */
export interface CompiledRules {
  readonly trieOf: (key: KindKey) => TrieNode;
}

/** Captured data may name any number of groups. */
const MOST_GROUPS = 1000;

/** The rules of one kind. Its trie is made when the first object of the kind comes: most kinds that have rules are in no snapshot. */
interface RulesOfKind {
  readonly rules: { readonly rule: RelationRule; readonly holder: SpecHolder | null }[];
  trie: TrieNode | null;
}

/** @throws Error that names the rule where it cannot be used. */
export function compileRules(rules: readonly RelationRule[]): CompiledRules {
  const prepared = new Map<RelationRule, PreparedRule>();
  // What is wrong with a rule is said now, not at the first object.
  for (const rule of rules) prepared.set(rule, prepare(rule, rule.path));
  const whole = (rule: RelationRule): PreparedRule => prepared.get(rule) ?? prepare(rule, rule.path);
  const byKind = rulesByKind(rules);
  const openRules = rules.filter(({ from }) => hasOpenSource(from));
  const byGroup = new Map<string, TrieNode>();
  const ofGroup = (group: string): TrieNode => {
    const known = byGroup.get(group);
    if (known !== undefined) return known;
    const trie = emptyNode();
    for (const rule of openRules) if (startsFromGroup(rule.from, group)) insert(trie, whole(rule));
    if (byGroup.size >= MOST_GROUPS) byGroup.clear();
    byGroup.set(group, trie);
    return trie;
  };
  return {
    trieOf: (key) => {
      const ofKind = byKind.get(key);
      if (ofKind === undefined) return ofGroup(key.group);
      ofKind.trie ??= trieOfRules(ofKind, whole);
      return ofKind.trie;
    },
  };
}

/** In the order of the rules, those of every kind of a group among them. */
function rulesByKind(rules: readonly RelationRule[]): KindMap<RulesOfKind> {
  const byKind = new KindMap<RulesOfKind>();
  const kinds: { readonly kind: KindKey; readonly ofKind: RulesOfKind }[] = [];
  for (const { kind } of rules.flatMap(({ from }) => sourceKinds(from))) {
    if (byKind.get(kind) !== undefined) continue;
    const ofKind: RulesOfKind = { rules: [], trie: null };
    byKind.set(kind, ofKind);
    kinds.push({ kind, ofKind });
  }
  for (const rule of rules) {
    for (const holder of sourceKinds(rule.from)) byKind.get(holder.kind)?.rules.push({ rule, holder });
    if (!hasOpenSource(rule.from)) continue;
    for (const { kind, ofKind } of kinds) if (startsFromGroup(rule.from, kind.group)) ofKind.rules.push({ rule, holder: null });
  }
  return byKind;
}

function trieOfRules({ rules }: RulesOfKind, whole: (rule: RelationRule) => PreparedRule): TrieNode {
  const trie = emptyNode();
  for (const { rule, holder } of rules) insert(trie, holder === null || isPlain(holder) ? whole(rule) : prepareBelow(rule, holder));
  return trie;
}

function isPlain({ path, fillsIn, templated }: SpecHolder): boolean {
  return path === '' && fillsIn === undefined && templated === undefined;
}

/** The rule for the spec that this kind holds. */
function prepareBelow(rule: RelationRule, { path, fillsIn, templated }: SpecHolder): PreparedRule {
  const { default: _, ...withoutDefault } = rule;
  const held = fillsIn === true ? withoutDefault : rule;
  return prepare(templated === true ? writtenOut(held) : held, `${path}.${rule.path}`);
}

/** A rule for one path. That of every kind is made once for all of them. */
interface PreparedRule {
  readonly steps: readonly PathStep[];
  readonly compiled: CompiledRule;
  readonly hasDefault: boolean;
}

/** @throws Error that names the rule. */
function prepare(rule: RelationRule, path: string): PreparedRule {
  try {
    const steps = parsePath(path);
    return { steps, compiled: compileRule(rule, path, steps), hasDefault: rule.default !== undefined };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The rule of the relation "${rule.relation}" at "${rule.path}" cannot be used: ${reason}`, { cause: error });
  }
}

function insert(root: TrieNode, { steps, compiled, hasDefault }: PreparedRule): void {
  let parent = root;
  let node = root;
  for (const step of steps) {
    parent = node;
    node = child(node, step);
  }
  node.rules.push(compiled);
  if (!hasDefault) return;
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
