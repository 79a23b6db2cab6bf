/** One rule made ready: its paths parsed, its conditions functions. */
import { builtInKind } from '../kube/built-in-kinds.ts';
import type { JsonValue } from '../records/record.ts';
import { type PathStep, parseSiblingPath, type SiblingPath } from './path.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import { ReferenceFlag, type RelationRule, type RuleCondition } from './rule.ts';
import { compileTarget, type TargetReader } from './target.ts';

/** A rule made ready for one kind. */
export interface CompiledRule {
  readonly relation: string;
  /** From the object's root. */
  readonly path: string;
  /** null: the text is the name. */
  readonly pattern: Pattern | null;
  readonly target: TargetReader;
  readonly namespace:
    | 'source'
    | 'cluster'
    | { readonly fixed: string }
    | { readonly path: SiblingPath; readonly fallback: SiblingPath | null };
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

interface CompiledCondition {
  /** null: the text at the rule's own path. */
  readonly path: SiblingPath | null;
  readonly holds: (value: JsonValue | undefined) => boolean;
}

/** `steps` are those of the path. @throws Error where the rule cannot be used */
export function compileRule(rule: RelationRule, path: string, steps: readonly PathStep[]): CompiledRule {
  const { namespace, flags } = rule;
  const pattern = rule.pattern === undefined ? null : patternOf(rule.pattern);
  if ('inText' in rule.target && !pattern?.groups.has('kind'))
    throw new Error('its target is said in the text, and no group (?<kind>…) of a pattern reads it.');
  return {
    relation: rule.relation,
    path,
    pattern,
    target: compileTarget(rule.target),
    namespace:
      typeof namespace === 'string' || 'fixed' in namespace
        ? namespace
        : {
            path: parseSiblingPath(namespace.path),
            fallback: namespace.default === undefined ? null : parseSiblingPath(namespace.default),
          },
    needsNamespace: (typeof namespace === 'object' || (namespace === 'cluster' && pattern !== null)) && isNamespaced(rule),
    uid: optionalPath(rule.uid),
    optional: optionalPath(rule.optional),
    controller: optionalPath(flags?.controller),
    blockOwnerDeletion: optionalPath(flags?.blockOwnerDeletion),
    when: (rule.when ?? []).map((condition) => ({ path: optionalPath(condition.path), holds: compileCondition(condition) })),
    defaultName: rule.default?.name ?? null,
    defaultUnless: (rule.default?.unless ?? []).map(parseSiblingPath),
    keys: (rule.keys ?? []).map(parseSiblingPath),
    flags: (rule.weak ? ReferenceFlag.weak : 0) | (rule.alwaysOptional ? ReferenceFlag.optional : 0),
    writesHolder: readsSiblings(rule, steps) && !isLargeHolder(steps),
  };
}

/** Many rules have one of a few expressions, which take long to compile. Rules of users are few: all are kept. */
const patterns = new Map<string, Pattern>();

function patternOf(expression: string): Pattern {
  let pattern = patterns.get(expression);
  if (pattern === undefined) {
    pattern = compilePattern(expression);
    patterns.set(expression, pattern);
  }
  return pattern;
}

function compileCondition(condition: RuleCondition): CompiledCondition['holds'] {
  if ('in' in condition) return (value) => condition.in.some((wanted) => wanted === (value ?? ''));
  if ('notIn' in condition) return (value) => !condition.notIn.some((unwanted) => unwanted === (value ?? ''));
  if ('present' in condition) return (value) => value !== undefined && value !== null;
  if ('is' in condition) return (value) => (value === true) === condition.is;
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
function readsSiblings(rule: RelationRule, steps: readonly PathStep[]): boolean {
  const last = steps.at(-1);
  const itself = last === undefined || last === 'each' ? null : last.key;
  return (
    !('group' in rule.target || 'inText' in rule.target) ||
    (typeof rule.namespace === 'object' && 'path' in rule.namespace) ||
    rule.uid !== undefined ||
    rule.optional !== undefined ||
    rule.keys !== undefined ||
    rule.when?.some(({ path }) => path !== undefined && path !== itself) === true
  );
}

/** A name that stands among everything else that an object says: written alone. */
function isLargeHolder(steps: readonly PathStep[]): boolean {
  const holder = steps.at(-2);
  return holder === undefined || (holder !== 'each' && LARGE_HOLDERS.has(holder.key));
}

const LARGE_HOLDERS = new Set(['metadata', 'annotations', 'labels', 'spec', 'status', 'parameters']);
