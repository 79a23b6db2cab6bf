/** What an operation asks for once its fragments are spread out, counted without spreading them out. */
import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

export interface Measure {
  /** Fields inside fields. */
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  /** Lists of the introspection, and how many of its lists of members lie inside each other. Its fields count for nothing else. */
  readonly introspectionLists: number;
  readonly introspectionDepth: number;
}

/** Below a field it is not known yet whether the field is one of the introspection: what would count then is carried along. */
interface Part extends Measure {
  readonly lists: number;
  readonly memberLists: number;
}

const NOTHING: Part = { depth: 0, fields: 0, aliases: 0, introspectionLists: 0, introspectionDepth: 0, lists: 0, memberLists: 0 };

/** An alias inside the introspection repeats something for every type, field or argument of the schema. */
const INTROSPECTION_ALIAS = 20;

/** Lists of the introspection; those of members lead from type to type, so that inside each other they multiply. */
const INTROSPECTION_LISTS = new Set(['types', 'directives', 'fields', 'inputFields', 'interfaces', 'possibleTypes', 'enumValues', 'args']);
const MEMBER_LISTS = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes']);

interface Fragments {
  readonly definitions: ReadonlyMap<string, FragmentDefinitionNode>;
  /** null while it is being measured: a cycle, which validation names. */
  readonly measured: Map<string, Part | null>;
}

/** The greatest of each over the document's operations. */
export function measureDocument(document: DocumentNode): Measure {
  const definitions = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) definitions.set(definition.name.value, definition);
  }
  const fragments = { definitions, measured: new Map() };
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => measureSet(operation.selectionSet, fragments))
    .reduce((a, b) => combine(a, b, Math.max), NOTHING);
}

function measureSet(set: SelectionSetNode, fragments: Fragments): Part {
  return set.selections.map((selection) => measureSelection(selection, fragments)).reduce((a, b) => combine(a, b, sum), NOTHING);
}

function measureSelection(selection: SelectionNode, fragments: Fragments): Part {
  if (selection.kind === Kind.INLINE_FRAGMENT) return measureSet(selection.selectionSet, fragments);
  if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value, fragments);
  const below = selection.selectionSet === undefined ? NOTHING : measureSet(selection.selectionSet, fragments);
  return measureField(selection.name.value, Number(selection.alias !== undefined), below);
}

function measureField(name: string, aliases: number, below: Part): Part {
  if (name === '__schema' || name === '__type') {
    return {
      ...NOTHING,
      depth: 1,
      fields: 1,
      aliases: aliases + below.aliases * INTROSPECTION_ALIAS,
      introspectionLists: below.lists,
      introspectionDepth: below.memberLists,
    };
  }
  return {
    ...below,
    depth: below.depth + 1,
    fields: below.fields + 1,
    aliases: below.aliases + aliases,
    lists: below.lists + Number(INTROSPECTION_LISTS.has(name)),
    memberLists: below.memberLists + Number(MEMBER_LISTS.has(name)),
  };
}

function measureFragment(name: string, fragments: Fragments): Part {
  const known = fragments.measured.get(name);
  if (known !== undefined) return known ?? NOTHING;
  const definition = fragments.definitions.get(name);
  if (definition === undefined) return NOTHING;
  fragments.measured.set(name, null);
  const measure = measureSet(definition.selectionSet, fragments);
  fragments.measured.set(name, measure);
  return measure;
}

function combine(a: Part, b: Part, count: (a: number, b: number) => number): Part {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: count(a.fields, b.fields),
    aliases: count(a.aliases, b.aliases),
    introspectionLists: count(a.introspectionLists, b.introspectionLists),
    introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
    lists: count(a.lists, b.lists),
    memberLists: Math.max(a.memberLists, b.memberLists),
  };
}

function sum(a: number, b: number): number {
  return a + b;
}
