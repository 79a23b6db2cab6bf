/** Between what a rule of a user runs: the fields `from`, `target` and `namespace`. */
import { builtInKind } from '../../kube/built-in-kinds.ts';
import { EXTERNAL_GROUP } from '../../kube/external-kinds.ts';
import { type KindKey, kindName } from '../../kube/kind.ts';
import { isJsonObject, optional } from '../../records/json-fields.ts';
import { type RuleFields, typeName } from '../../records/rules-file/rule-fields.ts';
import type { RelationRule, RuleSource, RuleTarget } from '../rule.ts';
import type { Place } from './place.ts';
import { readGroup, readKind } from './read-kind.ts';
import { readSiblingPath } from './read-path.ts';

export function readSource(value: unknown, place: Place): RuleSource {
  if (value === '*' || value === 'PodSpec') return value;
  if (Array.isArray(value)) return readKinds(value, place, { external: false });
  if (!isJsonObject(value) || !Object.hasOwn(value, 'groups')) return readKind(value, place, { external: false });
  const groups = place.fieldsOf(value, ['groups']).texts('groups') ?? [];
  return { groups: groups.map((group, index) => readGroup(group, place.at('groups', index))) };
}

export function readTarget(value: unknown, place: Place): RuleTarget {
  if (!isJsonObject(value)) return readKind(value, place, { external: true });
  if (Object.hasOwn(value, 'inText')) {
    const fields = place.fieldsOf(value, ['inText', 'defaults', 'kinds']);
    if (fields.flag('inText') !== true) throw place.fail('"inText" can only be true: leave it out otherwise.', 'inText');
    return { inText: true, ...readSaid(fields, place) };
  }
  const isSaid = ['apiVersion', 'apiGroup', 'defaults', 'kinds'].some((name) => Object.hasOwn(value, name));
  if (!isSaid) return readKind(value, place, { external: true });
  const fields = place.fieldsOf(value, ['apiVersion', 'apiGroup', 'kind', 'defaults', 'kinds']);
  const kind = fields.text('kind');
  if (kind === undefined)
    throw place.fail(
      '"kind" is not there: the path, beside the name, of the field that says the kind. A fixed kind is written as "Secret".',
    );
  if (fields.has('apiVersion') && fields.has('apiGroup'))
    throw place.fail('it has "apiVersion" and "apiGroup": one of them says the group.', 'apiGroup');
  return {
    ...optional('apiVersion', readSiblingPath(fields.text('apiVersion'), place.at('apiVersion'))),
    ...optional('apiGroup', readSiblingPath(fields.text('apiGroup'), place.at('apiGroup'))),
    kind: readSiblingPath(kind, place.at('kind')),
    ...readSaid(fields, place),
  };
}

/** What a target has whose kind the pointer says. */
function readSaid(fields: RuleFields, place: Place) {
  const kinds = fields.has('kinds') ? readKinds(fields.list('kinds'), place.at('kinds'), { external: true }) : undefined;
  return { defaults: readDefaults(fields.value('defaults'), place.at('defaults')), ...optional('kinds', kinds) };
}

function readDefaults(value: unknown, place: Place): { readonly group: string; readonly kind?: string } {
  if (value === undefined) return { group: '' };
  const fields = place.fieldsOf(value, ['group', 'kind']);
  const group = fields.value('group') === '' ? '' : fields.text('group');
  return {
    group: group === undefined || group === '' ? '' : readGroup(group, place.at('group')),
    ...optional('kind', fields.text('kind')),
  };
}

export function readKinds(values: readonly unknown[], place: Place, options: { readonly external: boolean }): readonly KindKey[] {
  if (values.length === 0) throw place.fail('it is an empty list.');
  return values.map((value, index) => readKind(value, place.at(index), options));
}

/** Left out: the source's own, where what the pointer leads to can have one. */
export function readNamespace(
  value: unknown,
  place: Place,
  { target, from, pattern }: Pick<RelationRule, 'target' | 'from' | 'pattern'>,
): RelationRule['namespace'] {
  const kind = 'group' in target ? target : null;
  const namespaced = kind === null ? undefined : kind.group === EXTERNAL_GROUP ? false : builtInKind(kind)?.namespaced;
  const namespace = value === undefined ? (namespaced === false ? 'cluster' : 'source') : readWritten(value, place);
  const says = pattern?.includes('(?<namespace>') || pattern?.includes('(?P<namespace>');
  if (kind === null || namespaced !== true || says || typeof namespace === 'object') return namespace;
  if (namespace === 'cluster') throw place.fail(`${kindName(kind)} lies in a namespace: "cluster" names none.`);
  if (typeof from === 'object' && 'kind' in from && builtInKind(from)?.namespaced === false)
    throw place.fail(
      `${kindName(kind)} lies in a namespace, and ${kindName(from)} does not. Say where the namespace is written: {path: …}.`,
    );
  return namespace;
}

function readWritten(value: unknown, place: Place): RelationRule['namespace'] {
  if (value === 'source' || value === 'cluster') return value;
  if (!isJsonObject(value)) throw place.fail(`it has to be "source", "cluster" or a mapping with "path", not ${typeName(value)}.`);
  const fields = place.fieldsOf(value, ['path', 'default']);
  const path = readSiblingPath(fields.text('path'), place.at('path'));
  if (path === undefined) throw place.fail('"path" is not there: where the namespace is written, beside the name.');
  return { path, ...optional('default', readSiblingPath(fields.text('default'), place.at('default'))) };
}
