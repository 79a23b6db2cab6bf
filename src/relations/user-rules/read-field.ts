/** The GraphQL fields that a rule of a user gives: `forward` on the kinds that point, `reverse` on those pointed at. */
import { EXTERNAL_GROUP } from '../../kube/external-kinds.ts';
import { optional } from '../../records/json-fields.ts';
import type { RuleFields } from '../../records/rules-file/rule-fields.ts';
import type { RelationField, RelationRule, RuleTarget } from '../rule.ts';
import type { Place } from './place.ts';
import { readKinds } from './read-ends.ts';
import { readKind } from './read-kind.ts';

const NAME = /^[a-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$/;
const LONGEST = 100;

export function readForward(value: unknown, place: Place, target: RuleTarget): RelationField | undefined {
  if (value === undefined) return undefined;
  const fields = place.fieldsOf(value, ['name', 'one', 'kind']);
  if (fields.has('kind') && 'group' in target) throw place.fail('"kind" narrows a target of several kinds, and here there is one.', 'kind');
  const kind = fields.has('kind') ? readKind(fields.value('kind'), place.at('kind'), { external: true }) : undefined;
  return { ...nameAndOne(fields, place), ...optional('kind', kind) };
}

export function readReverse(
  value: unknown,
  place: Place,
  { from, target }: Pick<RelationRule, 'from' | 'target'>,
): RelationField | undefined {
  if (value === undefined) return undefined;
  const fields = place.fieldsOf(value, ['name', 'one', 'on', 'workloads']);
  if ('group' in target && target.group === EXTERNAL_GROUP)
    throw place.fail('what is outside the API has no fields of its own: "referencedBy" has these pointers. Leave it out.');
  if (fields.has('on') && 'group' in target) throw place.fail('"on" chooses among targets of several kinds, and here there is one.', 'on');
  const on = fields.has('on') ? readKinds(fields.list('on'), place.at('on'), { external: false }) : undefined;
  if (!('group' in target) && on === undefined && target.kinds === undefined)
    throw place.fail(
      'the pointer may lead to any kind. Say with "on" which kinds have the field, or leave it out: "referencedBy" has these pointers.',
    );
  const workloads = fields.text('workloads');
  if (workloads !== undefined && from !== 'PodSpec')
    throw place.fail('"workloads" lists the workload templates beside Pods: it is for rules from PodSpec.', 'workloads');
  if (fields.flag('one') && from === 'PodSpec') throw place.fail('many Pods may name one object: "one" cannot be.', 'one');
  return { ...nameAndOne(fields, place), ...optional('on', on), ...optional('workloads', fieldName(workloads, place, 'workloads')) };
}

function nameAndOne(fields: RuleFields, place: Place): Pick<RelationField, 'name' | 'one'> {
  const name = fieldName(fields.text('name'), place, 'name');
  if (name === undefined) throw place.fail('"name" is not there: what the field is called in GraphQL, like "tlsSecret".');
  return { name, ...(fields.flag('one') === true ? { one: true } : {}) };
}

function fieldName(name: string | undefined, place: Place, field: string): string | undefined {
  if (name === undefined || (NAME.test(name) && name.length <= LONGEST)) return name;
  throw place.fail(`"${name}" is no name of a field: letters and digits, a small letter first, like "tlsSecret".`, field);
}
