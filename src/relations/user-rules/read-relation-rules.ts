/** A user's relation rules, from a YAML file: `rules:`, a list of rules with the fields of RelationRule. docs/rules.md */
import { kindName } from '../../kube/kind.ts';
import { InputError } from '../../records/input-error.ts';
import { isJsonObject } from '../../records/json-fields.ts';
import { parseRulesFile } from '../../records/rules-file/parse-rules-file.ts';
import { RuleFields } from '../../records/rules-file/rule-fields.ts';
import { allCodedRelations } from '../coded/all.ts';
import { compileRules } from '../compile.ts';
import type { RelationRule } from '../rule.ts';
import { sourceKinds } from '../rule-source.ts';
import { allRules } from '../rules/all.ts';
import { type Fail, Place } from './place.ts';
import { readRule } from './read-rule.ts';

const MOST_RULES = 1_000;
const LONGEST_PROBLEM = 1_000;

export interface RulesToRead {
  readonly text: string;
  readonly file: string;
  /** Of the files that were read already: no rule stands twice. */
  readonly before: readonly RelationRule[];
  /** What is in the way of a rule's GraphQL fields; null where nothing is, and then they are its own. */
  readonly clashOf: (rule: RelationRule) => { readonly field: 'forward' | 'reverse'; readonly problem: string } | null;
}

/** Throws InputError that names the file, the line, the rule by its number and relation, the field, and what to do. */
export function readRelationRules({ text, file, before, clashOf }: RulesToRead): readonly RelationRule[] {
  const { document, lineOf } = parseRulesFile({ text, file });
  const fail: Fail = (problem, path) => new InputError('UNREADABLE', `${file}: line ${lineOf(path)}: ${shortened(problem)}`);
  const rules = listOf(document, fail);
  const known = new KnownRules(before);
  return rules.map((value, index) => {
    const name = isJsonObject(value) && typeof value['relation'] === 'string' ? ` (${value['relation']})` : '';
    const place = new Place({ fail, path: ['rules', index], label: `rule ${index + 1}${name}: ` });
    const rule = readRule(value, place);
    known.add(rule, place);
    checkCompiles(rule, place);
    const clash = clashOf(rule);
    if (clash !== null) throw place.fail(clash.problem, clash.field, 'name');
    return rule;
  });
}

/** What is quoted of a file may be the whole of it. */
function shortened(problem: string): string {
  return problem.length > LONGEST_PROBLEM ? `${problem.slice(0, LONGEST_PROBLEM)}…` : problem;
}

function listOf(document: unknown, fail: Fail): readonly unknown[] {
  if (!isJsonObject(document))
    throw fail('it holds no rules. It begins with "rules:", and below it each rule begins with "- relation: …".', []);
  const top = new RuleFields({ fields: document, known: ['rules'], fail: (problem, field) => fail(problem, [field]) });
  const rules = top.list('rules');
  if (rules.length === 0) throw fail('"rules" is an empty list. Leave the file out where there are none.', ['rules']);
  if (rules.length > MOST_RULES) throw fail(`it has ${rules.length} rules; the most is ${MOST_RULES}.`, ['rules']);
  return rules;
}

/** Rules that there are already: built-in ones, those of other files and of this one. */
class KnownRules {
  readonly #relations = new Set([...allRules, ...allCodedRelations].map(({ relation }) => relation));
  readonly #pointers = new Map<string, string>();

  constructor(before: readonly RelationRule[]) {
    for (const rule of [...allRules, ...before]) for (const key of pointersOf(rule)) this.#pointers.set(key, rule.relation);
  }

  add(rule: RelationRule, place: Place): void {
    const { relation } = rule;
    if (this.#relations.has(relation))
      throw place.fail(
        `there is a relation "${relation}" already, one of Snapgraph's own (docs/relations.md). Choose another name, like "my-${relation}".`,
        'relation',
      );
    const keys = pointersOf(rule);
    const twin = keys.map((key) => this.#pointers.get(key)).find((found) => found !== undefined);
    if (twin !== undefined)
      throw place.fail(`there is a rule for the same pointers already, of the relation "${twin}". One of them has to go.`, 'path');
    for (const key of keys) this.#pointers.set(key, relation);
  }
}

/** What tells one rule's pointers from another's: for each kind the path, what narrows it and where it leads. */
function pointersOf({ from, path, pattern, when, target }: RelationRule): readonly string[] {
  const kinds = sourceKinds(from);
  const sources = kinds.length === 0 ? [JSON.stringify(from)] : kinds.map((source) => `${kindName(source.kind)} ${source.path}`);
  return sources.map((source) => JSON.stringify([source, path, pattern, when, target]));
}

/** What only the engine knows of: expressions, and paths that cannot be one below the other. */
function checkCompiles(rule: RelationRule, place: Place): void {
  try {
    compileRules([rule]);
  } catch (error) {
    throw place.fail(error instanceof Error ? error.message : String(error), rule.pattern === undefined ? 'path' : 'pattern');
  }
}
