/** Valid queries over a schema, made from a seed: nested relations, aliases, fragments, conditions, paging and filters. */
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { argumentValue } from './argument-values.ts';
import { type Random, seededRandom } from './random.ts';

export interface GeneratedQuery {
  readonly query: string;
  readonly variables: { readonly yes: boolean; readonly no: boolean };
}

/** What a query is made with. */
interface Making {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly fragments: string[];
  readonly cursors: readonly string[];
  names: number;
}

/** Root fields of kinds that the demo holds, so that answers are seldom empty. */
const ROOTS = [
  ...['pods', 'services', 'nodes', 'deployments', 'replicaSets', 'configMaps', 'secrets', 'endpointSlices', 'ingresses', 'namespaces'],
  ...['serviceAccounts', 'persistentVolumeClaims', 'statefulSets', 'jobs', 'objects', 'danglingReferences', 'terminating', 'roleBindings'],
  ...['events', 'service', 'pod', 'object', 'search', 'path', 'customResourceDefinitions', 'horizontalPodAutoscalers', 'snapshots'],
];
/** Lists that hold everything, at every step: too much to ask inside each other. */
const HUGE = new Set(['snapshot', 'objects', 'yaml', 'statistics', 'problems']);
const DEEPEST = 8;

export function generateQuery(schema: GraphQLSchema, seed: number, cursors: readonly string[]): GeneratedQuery {
  const making: Making = { schema, random: seededRandom(seed), fragments: [], cursors, names: 0 };
  const { random } = making;
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no Query.');
  const roots = random.some(ROOTS, 2).map((name) => fieldText(making, query.getFields()[name], { depth: 1, isRoot: true }));
  const operation = `query Generated($yes: Boolean!, $no: Boolean!) { ${roots.join(' ')} a: pods(first: 1) @include(if: $yes) @skip(if: $no) { items { id } } }`;
  return { query: [operation, ...making.fragments].join('\n'), variables: { yes: true, no: random.chance(0.5) } };
}

function fieldText(making: Making, field: GraphQLField<unknown, unknown> | undefined, at: { depth: number; isRoot?: boolean }): string {
  if (field === undefined) throw new Error('The schema lacks a field that is asked for.');
  const { random } = making;
  const type = getNamedType(field.type);
  const args = argumentsText(making, field, at);
  const alias = `f${making.names++}: `;
  const condition = random.chance(0.1) ? random.pick([' @include(if: $yes)', ' @skip(if: $no)', ' @include(if: $no)']) : '';
  const below = isCompositeType(type) ? ` ${selectionText(making, type, at.depth + 1)}` : '';
  return `${alias}${field.name}${args}${at.isRoot ? '' : condition}${below}`;
}

function selectionText(making: Making, type: GraphQLCompositeType, depth: number): string {
  const { random, schema } = making;
  if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields()).filter((field) => fits(field, depth));
  const isConnection = type.name.endsWith('Connection');
  const chosen = isConnection
    ? [random.pick(['items', 'items', 'edges']), ...random.some(['items', 'edges', 'totalCount', 'pageInfo', 'completeness'], 2)]
    : null;
  const texts =
    chosen === null
      ? chooseFields(random, fields, depth).map((field) => fieldText(making, field, { depth }))
      : chosen.map((name) => fieldText(making, type.getFields()[name], { depth }));
  if (isInterfaceType(type))
    texts.push(...random.some(['Pod', 'Service', 'Deployment', 'Node'], 2).map((name) => inlineFragment(making, name, depth)));
  if (isObjectType(type) && random.chance(0.2)) texts.push(namedFragment(making, type.name, depth));
  return `{ __typename ${texts.filter((text) => text !== '' && schema !== undefined).join(' ')} }`;
}

/** Leaves, and near the top as many fields that lead on. */
function chooseFields(random: Random, fields: readonly GraphQLField<unknown, unknown>[], depth: number): GraphQLField<unknown, unknown>[] {
  const isOnward = (field: GraphQLField<unknown, unknown>) => isCompositeType(getNamedType(field.type));
  const leaves = random.some(
    fields.filter((field) => !isOnward(field)),
    3,
  );
  return [...leaves, ...random.some(fields.filter(isOnward), depth < 5 ? 3 : 1)];
}

function inlineFragment(making: Making, name: string, depth: number): string {
  const type = making.schema.getType(name);
  return isObjectType(type) ? `... on ${name} ${selectionText(making, type, depth + 1)}` : '';
}

function namedFragment(making: Making, typeName: string, depth: number): string {
  const type = making.schema.getType(typeName);
  if (!isObjectType(type) || depth >= DEEPEST) return '';
  const name = `Fragment${making.names++}`;
  const fields = making.random.some(
    Object.values(type.getFields()).filter((field) => fits(field, DEEPEST)),
    3,
  );
  making.fragments.push(
    `fragment ${name} on ${typeName} { __typename ${fields.map((field) => fieldText(making, field, { depth: DEEPEST })).join(' ')} }`,
  );
  return `...${name}`;
}

/** Near the bottom only leaves; nowhere what holds everything. */
function fits(field: GraphQLField<unknown, unknown>, depth: number): boolean {
  if (HUGE.has(field.name)) return false;
  return depth < DEEPEST || !isCompositeType(getNamedType(field.type));
}

function argumentsText(making: Making, field: GraphQLField<unknown, unknown>, at: { depth: number; isRoot?: boolean }): string {
  const { random, cursors } = making;
  const texts: string[] = [];
  const isPaged = field.args.some(({ name }) => name === 'first');
  for (const argument of field.args) {
    const required = isNonNullType(argument.type) && argument.defaultValue === undefined;
    if (!required && field.name !== 'object' && !random.chance(0.08)) continue;
    if (argument.name === 'first' || argument.name === 'last') continue;
    const value = argumentValue({ random, name: argument.name, field: field.name, cursors, isList: isListType(argument.type) });
    if (value !== null) texts.push(`${argument.name}: ${value}`);
  }
  if (isPaged && (at.isRoot || random.chance(0.15))) texts.push(pageText(random, field, at.isRoot === true));
  return texts.length === 0 ? '' : `(${texts.join(', ')})`;
}

function pageText(random: Random, field: GraphQLField<unknown, unknown>, isRoot: boolean): string {
  const name = random.chance(0.3) && field.args.some((argument) => argument.name === 'last') ? 'last' : 'first';
  return `${name}: ${1 + random.below(isRoot ? 25 : 3)}`;
}
