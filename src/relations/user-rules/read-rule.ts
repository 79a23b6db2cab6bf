/** One rule of a user: the fields of RelationRule, each checked by itself and with the others. docs/rules.md */
import { EXTERNAL_GROUP } from '../../kube/external-kinds.ts';
import { isJsonObject, optional } from '../../records/json-fields.ts';
import { type RuleFields, typeName } from '../../records/rules-file/rule-fields.ts';
import type { RelationRule, RuleCondition } from '../rule.ts';
import { hasOpenSource } from '../rule-source.ts';
import type { Place } from './place.ts';
import { readNamespace, readSource, readTarget } from './read-ends.ts';
import { readForward, readReverse } from './read-field.ts';
import { readPointerPath, readSiblingPath } from './read-path.ts';

const FIELDS = [
  'relation',
  'from',
  'path',
  'pattern',
  'target',
  'namespace',
  'uid',
  'optional',
  'alwaysOptional',
  'when',
  'default',
  'keys',
  'weak',
  'forward',
  'reverse',
  'source',
];

const RELATION = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_RELATION = 100;
const LONGEST_PATTERN = 1_000;
const LONGEST_SOURCE = 1_000;
const NO_SOURCE = 'a rule of the user, docs/rules.md';

/** Throws what the place makes of the first thing that is wrong. Whether other rules and fields leave room for it is not looked at. */
export function readRule(value: unknown, place: Place): RelationRule {
  const fields = place.fieldsOf(value, FIELDS);
  const relation = readRelation(fields.text('relation'), place);
  const from = readSource(needed(fields, 'from', 'the kind whose objects point', place), place.at('from'));
  const path = readPointerPath(String(needed(fields, 'path', 'where the name is written', place) && fields.text('path')), place.at('path'));
  const target = readTarget(needed(fields, 'target', 'the kind that the name is of', place), place.at('target'));
  const pattern = readPattern(fields.text('pattern'), place);
  const rule: RelationRule = {
    relation,
    from,
    path,
    ...optional('pattern', pattern),
    target,
    namespace: readNamespace(fields.value('namespace'), place.at('namespace'), { target, from, ...optional('pattern', pattern) }),
    ...optional('uid', readSiblingPath(fields.text('uid'), place.at('uid'))),
    ...optional('optional', readSiblingPath(fields.text('optional'), place.at('optional'))),
    ...optional('alwaysOptional', fields.flag('alwaysOptional')),
    ...optional('when', readConditions(fields, place)),
    ...optional('default', readDefault(fields.value('default'), place.at('default'))),
    ...optional('keys', readPaths(fields, 'keys', place, { lists: true })),
    ...optional('weak', fields.flag('weak')),
    ...optional('forward', readForward(fields.value('forward'), place.at('forward'), target)),
    ...optional('reverse', readReverse(fields.value('reverse'), place.at('reverse'), { from, target })),
    source: readSourceText(fields.text('source'), place),
  };
  checkTogether(rule, place);
  return rule;
}

function needed(fields: RuleFields, name: string, what: string, place: Place): unknown {
  const value = fields.value(name);
  if (value === undefined || value === null) throw place.fail(`"${name}" is not there: ${what}.`);
  return value;
}

function readRelation(relation: string | undefined, place: Place): string {
  if (relation === undefined) throw place.fail('"relation" is not there: what the relation is called, like "shop-tls-secret".');
  if (RELATION.test(relation) && relation.length <= LONGEST_RELATION) return relation;
  throw place.fail(`"${relation}" is no name of a relation: lower-case words with dashes between, like "shop-tls-secret".`, 'relation');
}

/** What the expression says is looked at where rules are compiled. */
function readPattern(pattern: string | undefined, place: Place): string | undefined {
  if (pattern !== undefined && pattern.length > LONGEST_PATTERN)
    throw place.fail(`"pattern" has ${pattern.length} characters; the most is ${LONGEST_PATTERN}.`, 'pattern');
  return pattern;
}

function readSourceText(source: string | undefined, place: Place): string {
  if (source !== undefined && source.length > LONGEST_SOURCE)
    throw place.fail(`"source" has ${source.length} characters; the most is ${LONGEST_SOURCE}.`, 'source');
  return source ?? NO_SOURCE;
}

function readPaths(fields: RuleFields, name: string, place: Place, options: { readonly lists: boolean }): readonly string[] | undefined {
  return fields.texts(name)?.map((path, index) => readSiblingPath(path, place.at(name, index), options));
}

function readDefault(value: unknown, place: Place): RelationRule['default'] {
  if (value === undefined) return undefined;
  const fields = place.fieldsOf(value, ['name', 'unless']);
  const name = fields.text('name');
  if (name === undefined) throw place.fail('"name" is not there: the name to assume where none is written.');
  return { name, unless: readPaths(fields, 'unless', place, { lists: false }) ?? [] };
}

function readConditions(fields: RuleFields, place: Place): readonly RuleCondition[] | undefined {
  if (!fields.has('when')) return undefined;
  return fields.list('when').map((condition, index) => readCondition(condition, place.at('when', index)));
}

const TESTS = ['in', 'notIn', 'without', 'absent', 'present', 'is'];

function readCondition(value: unknown, place: Place): RuleCondition {
  const fields = place.fieldsOf(value, ['path', ...TESTS]);
  const path = readSiblingPath(fields.text('path'), place.at('path'));
  const [test, ...more] = TESTS.filter((name) => fields.has(name));
  if (test === undefined || more.length > 0)
    throw place.fail(`it needs one of ${TESTS.join(', ')}, and has ${more.length === 0 ? 'none' : 'several'}.`);
  const without = test === 'without' ? fields.text('without') : undefined;
  if (without !== undefined) return path === undefined ? { without } : { path, without };
  if (path === undefined) throw place.fail('"path" is not there: the field, beside the name, that decides.');
  if (test === 'in') return { path, in: readValues(fields, 'in', place) };
  if (test === 'notIn') return { path, notIn: readValues(fields, 'notIn', place) };
  const flag = fields.flag(test);
  if (test === 'is') return { path, is: flag === true };
  if (flag !== true) throw place.fail(`"${test}" can only be true.`, test);
  return test === 'absent' ? { path, absent: true } : { path, present: true };
}

/** '' stands for a field that is absent. */
function readValues(fields: RuleFields, name: string, place: Place): readonly string[] {
  const values = fields.list(name);
  if (values.length === 0) throw place.fail(`"${name}" is an empty list.`, name);
  return values.map((value, index) => {
    if (typeof value === 'string') return value;
    throw place.fail(`"${name}" has to be a list of texts, and ${typeName(value)} is in it: put it into quotes.`, name, index);
  });
}

function checkTogether(rule: RelationRule, place: Place): void {
  if (rule.alwaysOptional !== undefined && rule.optional !== undefined)
    throw place.fail('it has "optional" and "alwaysOptional": the second alone says it.', 'optional');
  if ('inText' in rule.target && rule.pattern === undefined)
    throw place.fail('the target is "inText", and there is no "pattern" whose group (?<kind>…) reads it.', 'target');
  if (rule.forward !== undefined && hasOpenSource(rule.from))
    throw place.fail(
      'kinds that nobody can list get no field: "references" has these pointers. Name the kinds in "from", or leave "forward" out.',
      'forward',
    );
  if (rule.keys !== undefined && isExternal(rule.target)) throw place.fail('what is outside the API has no keys.', 'keys');
}

function isExternal(target: unknown): boolean {
  return isJsonObject(target) && target['group'] === EXTERNAL_GROUP;
}
