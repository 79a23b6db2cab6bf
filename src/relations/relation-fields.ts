/** Every typed relation field: those that the rules name, in both directions, and the composed ones. */
import { type KindKey, kindName } from '../kube/kind.ts';
import { allCodedRelations } from './coded/all.ts';
import { composedFields } from './composed-fields.ts';
import type { Hop, Walk, WalkField } from './field.ts';
import { pod, templateKinds } from './kinds.ts';
import type { CodedRelation, RelationRule } from './rule.ts';
import { hasOpenSource, sourceKinds } from './rule-source.ts';
import { allRules } from './rules/all.ts';

/** By kind and name; a kind has a name once. External targets have no fields of their own: what names them is in `referencedBy`. */
export function relationFields(userRules: readonly RelationRule[] = []): readonly WalkField[] {
  return sorted([...fieldParts(userRules).values()].flatMap(fieldsOfParts));
}

/** The same of one kind, by name. They are put together for a kind when it is asked for: an operation asks for few kinds. */
export function relationFieldsByKind(userRules: readonly RelationRule[] = []): (kind: KindKey) => readonly WalkField[] {
  let parts: ReadonlyMap<string, FieldParts> | undefined;
  return (kind) => {
    parts ??= fieldParts(userRules);
    return sorted(fieldsOfParts(parts.get(kindName(kind)) ?? NO_PARTS));
  };
}

/** Those that one rule makes, as if it were alone. */
export function fieldsOfRule(rule: RelationRule): readonly WalkField[] {
  return merged(ruleFields(rule));
}

/** What the fields of one kind are made of. */
interface FieldParts {
  readonly ruled: RuleField[];
  readonly composed: WalkField[];
}

const NO_PARTS: FieldParts = { ruled: [], composed: [] };

/** By the kind's name. */
function fieldParts(userRules: readonly RelationRule[]): ReadonlyMap<string, FieldParts> {
  const byKind = new Map<string, FieldParts>();
  const partsOf = (kind: KindKey): FieldParts => {
    const name = kindName(kind);
    const known = byKind.get(name);
    if (known !== undefined) return known;
    const parts = { ruled: [], composed: [] };
    byKind.set(name, parts);
    return parts;
  };
  for (const rule of allRules) for (const field of ruleFields(rule)) partsOf(field.on).ruled.push(field);
  for (const coded of allCodedRelations) for (const field of codedFields(coded)) partsOf(field.on).ruled.push(field);
  for (const rule of userRules) for (const field of ruleFields(rule)) partsOf(field.on).ruled.push(field);
  for (const field of composedFields) partsOf(field.on).composed.push(field);
  return byKind;
}

function fieldsOfParts({ ruled, composed }: FieldParts): WalkField[] {
  return [...merged(ruled), ...composed];
}

function merged(fields: readonly RuleField[]): WalkField[] {
  const byName = new Map<string, [RuleField, ...RuleField[]]>();
  for (const field of fields) {
    const name = `${kindName(field.on)} ${field.name}`;
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [field]);
    else same.push(field);
  }
  return [...byName.values()].map(mergeFields);
}

/** A field as one rule makes it; rules that name the same field of the same kind are merged. */
interface RuleField {
  readonly on: KindKey;
  readonly name: string;
  readonly one: boolean;
  readonly hop: Hop;
  /** Begins the description; the pointers follow. */
  readonly phrase: string;
  readonly pointer: string;
  readonly source: string;
}

function ruleFields(rule: RelationRule): RuleField[] {
  const ends: FieldEnds = {
    rule,
    sources: sourceKinds(rule.from).map(({ kind }) => kind),
    open: hasOpenSource(rule.from),
    targets: 'group' in rule.target ? [rule.target] : (rule.target.kinds ?? []),
    pointer: `\`${rule.path}\``,
  };
  return [...forwardFields(ends), ...(rule.from === 'PodSpec' ? podSpecReverseFields(ends) : reverseFields(ends))];
}

function codedFields(coded: CodedRelation): RuleField[] {
  const ends: FieldEnds = {
    rule: coded,
    sources: sourceKinds(coded.from).map(({ kind }) => kind),
    open: hasOpenSource(coded.from),
    targets: coded.target === '*' ? [] : [coded.target],
    pointer: coded.describe,
  };
  return [...forwardFields(ends), ...reverseFields(ends)];
}

interface FieldEnds {
  readonly rule: Pick<RelationRule, 'relation' | 'forward' | 'reverse' | 'source'>;
  readonly sources: readonly KindKey[];
  /** Nobody can list the kinds that it starts from. */
  readonly open: boolean;
  /** None where the pointer itself says its kind. */
  readonly targets: readonly KindKey[];
  readonly pointer: string;
}

function forwardFields({ rule, sources, targets, pointer }: FieldEnds): RuleField[] {
  const { relation, forward, source } = rule;
  if (forward === undefined) return [];
  const kinds = forward.kind === undefined ? targets : [forward.kind];
  const hop: Hop = kinds.length === 0 ? { relation, direction: 'forward' } : { relation, direction: 'forward', kinds };
  return sources.map((on) => ({ on, name: forward.name, one: forward.one === true, hop, phrase: 'Named by', pointer, source }));
}

function reverseFields({ rule, sources, open, targets, pointer }: FieldEnds): RuleField[] {
  const { relation, reverse, source } = rule;
  if (reverse === undefined) return [];
  const hop: Hop = open ? { relation, direction: 'reverse' } : { relation, direction: 'reverse', kinds: sources };
  return (reverse.on ?? targets).map((on) => {
    return { on, name: reverse.name, one: reverse.one === true, hop, phrase: 'Names it by', pointer, source };
  });
}

/** Pods have the field's own name; templates are listed apart. */
function podSpecReverseFields({ rule, targets, pointer }: FieldEnds): RuleField[] {
  const { relation, reverse, source } = rule;
  if (reverse === undefined) return [];
  const lists = [{ name: reverse.name, kinds: [pod], phrase: 'Their spec names it by' }];
  if (reverse.workloads !== undefined) {
    lists.push({ name: reverse.workloads, kinds: [...templateKinds], phrase: 'The spec of their pod template names it by' });
  }
  return targets.flatMap((on) =>
    lists.map(({ name, kinds, phrase }): RuleField => {
      return { on, name, one: false, hop: { relation, direction: 'reverse', kinds }, phrase, pointer, source };
    }),
  );
}

/** One walk of all the ways: a hop for each relation, to every kind that any of its rules leads to. */
function mergeFields(fields: readonly [RuleField, ...RuleField[]]): WalkField {
  const [{ on, name, one, phrase }] = fields;
  const hops = mergeHops(fields.map(({ hop }) => hop));
  const walks = hops.map((hop): Walk => ({ hops: [hop] }));
  const [walk, ...more] = walks;
  return {
    on,
    name,
    one,
    to: onlyKind(hops),
    walk: walk === undefined || more.length > 0 ? { union: walks } : walk,
    description: `${phrase} ${listed(fields.map(({ pointer }) => pointer))}.`,
    source: listed(fields.map(({ source }) => source)),
  };
}

/** One for each relation, to all the kinds that any leads to; to any kind where one says none. */
function mergeHops(hops: readonly Hop[]): readonly Hop[] {
  const byRelation = new Map<string, [Hop, ...Hop[]]>();
  for (const hop of hops) {
    const known = byRelation.get(hop.relation);
    if (known === undefined) byRelation.set(hop.relation, [hop]);
    else known.push(hop);
  }
  return [...byRelation.values()].map(([hop, ...more]) => {
    const { relation, direction } = hop;
    if (hop.kinds === undefined || more.some(({ kinds }) => kinds === undefined)) return { relation, direction };
    const kinds = new Map([hop, ...more].flatMap((one) => (one.kinds ?? []).map((kind) => [kindName(kind), kind])));
    return { ...hop, kinds: [...kinds.values()] };
  });
}

/** The kind where all hops lead to the same one. */
function onlyKind(hops: readonly Hop[]): KindKey | null {
  const kinds = new Map<string, KindKey>();
  for (const hop of hops) {
    if (hop.kinds === undefined) return null;
    for (const kind of hop.kinds) kinds.set(kindName(kind), kind);
  }
  const [kind, ...more] = kinds.values();
  return kind !== undefined && more.length === 0 ? kind : null;
}

const MOST_LISTED = 5;

/** Each once; of many, the first few. */
function listed(texts: readonly string[]): string {
  const distinct = [...new Set(texts)];
  const first = distinct.slice(0, MOST_LISTED).join(', ');
  return distinct.length > MOST_LISTED ? `${first} and ${distinct.length - MOST_LISTED} more` : first;
}

/** By kind, then by name. */
function sorted(fields: readonly WalkField[]): WalkField[] {
  const keyed = fields.map((field) => ({ field, kind: kindName(field.on) }));
  return keyed.sort((a, b) => compare(a.kind, b.kind) || compare(a.field.name, b.field.name)).map(({ field }) => field);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
