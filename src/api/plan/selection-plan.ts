/** The static plan of a position: which fields are selected on each concrete type there. Built as types are met, kept with the document. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { AnyFieldRow } from '../model/field-row.ts';
import type { FieldFace, SchemaRows } from '../schema/schema-rows.ts';

/** What does not change from position to position of one document. */
export interface PlanDocument {
  readonly schema: GraphQLSchema;
  readonly rows: SchemaRows;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Only those that @skip and @include read matter here. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One field under one response key, for all types of a position that share its row and its nodes. */
export interface PlannedField {
  readonly responseKey: string;
  readonly row: AnyFieldRow;
  readonly face: FieldFace;
  /** The first gives the arguments: validation has made sure that all agree. */
  readonly nodes: readonly FieldNode[];
  /** null for a leaf. */
  readonly below: SelectionPlan | null;
}

/** A key of the answer's objects. */
export interface AnsweredKey {
  readonly key: string;
  readonly isTypeName: boolean;
}

interface PlannedType {
  readonly keys: readonly AnsweredKey[];
  readonly fields: readonly PlannedField[];
  /** `__schema` and `__type`, which graphql-js answers. */
  readonly introspection: readonly FieldNode[];
}

export class SelectionPlan {
  readonly #document: PlanDocument;
  readonly #sets: readonly SelectionSetNode[];
  readonly #byType = new Map<string, PlannedType>();
  /** Fields of every type met so far, so that types that share a row share a field. */
  readonly #shared = new Map<string, PlannedField[]>();

  constructor(document: PlanDocument, sets: readonly SelectionSetNode[]) {
    this.#document = document;
    this.#sets = sets;
  }

  /** The fields selected on an object type, in the order of the document. */
  fieldsOf(type: string): readonly PlannedField[] {
    return this.#planOf(type).fields;
  }

  /** All response keys, `__typename` and introspection too. */
  keysOf(type: string): readonly AnsweredKey[] {
    return this.#planOf(type).keys;
  }

  introspectionOf(type: string): readonly FieldNode[] {
    return this.#planOf(type).introspection;
  }

  #planOf(type: string): PlannedType {
    const known = this.#byType.get(type);
    if (known !== undefined) return known;
    const grouped = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const set of this.#sets) this.#collect(type, set.selections, grouped, spread);
    const nameOf = (nodes: readonly FieldNode[]) => nodes[0]?.name.value ?? '';
    const entries = [...grouped];
    const planned = {
      keys: entries.map(([key, nodes]) => ({ key, isTypeName: nameOf(nodes) === '__typename' })),
      fields: entries.filter(([, nodes]) => !nameOf(nodes).startsWith('__')).map(([key, nodes]) => this.#share(type, key, nodes)),
      introspection: entries.flatMap(([, nodes]) => (['__schema', '__type'].includes(nameOf(nodes)) ? nodes : [])),
    };
    this.#byType.set(type, planned);
    return planned;
  }

  #collect(type: string, selections: readonly SelectionNode[], grouped: Map<string, FieldNode[]>, spread: Set<string>): void {
    for (const selection of selections) {
      if (!this.#isIncluded(selection)) continue;
      if (selection.kind === 'Field') this.#addField(selection, grouped);
      else if (selection.kind === 'InlineFragment') {
        if (this.#applies(selection.typeCondition?.name.value, type))
          this.#collect(type, selection.selectionSet.selections, grouped, spread);
      } else this.#spreadFragment(type, selection.name.value, grouped, spread);
    }
  }

  #addField(field: FieldNode, grouped: Map<string, FieldNode[]>): void {
    const key = field.alias?.value ?? field.name.value;
    const nodes = grouped.get(key);
    if (nodes === undefined) grouped.set(key, [field]);
    else nodes.push(field);
  }

  #spreadFragment(type: string, name: string, grouped: Map<string, FieldNode[]>, spread: Set<string>): void {
    if (spread.has(name)) return;
    spread.add(name);
    const fragment = this.#document.fragments.get(name);
    if (fragment === undefined || !this.#applies(fragment.typeCondition.name.value, type)) return;
    this.#collect(type, fragment.selectionSet.selections, grouped, spread);
  }

  #isIncluded(selection: SelectionNode): boolean {
    if (selection.directives === undefined || selection.directives.length === 0) return true;
    const { variables } = this.#document;
    if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] !== false;
  }

  #applies(condition: string | undefined, type: string): boolean {
    if (condition === undefined || condition === type) return true;
    const { schema } = this.#document;
    const abstract = schema.getType(condition);
    const concrete = schema.getType(type);
    if (!isAbstractType(abstract) || concrete === undefined || !('getInterfaces' in concrete)) return false;
    return schema.isSubType(abstract, concrete);
  }

  #share(type: string, responseKey: string, nodes: readonly FieldNode[]): PlannedField {
    const name = nodes[0]?.name.value ?? responseKey;
    const { row, face } = this.#document.rows.field(type, name);
    const candidates = this.#shared.get(responseKey) ?? [];
    const same = candidates.find((field) => field.row === row && sameNodes(field.nodes, nodes));
    if (same !== undefined) return same;
    const below = face.composite
      ? new SelectionPlan(
          this.#document,
          nodes.flatMap((node) => node.selectionSet ?? []),
        )
      : null;
    const field = { responseKey, row, face, nodes, below };
    this.#shared.set(responseKey, [...candidates, field]);
    return field;
  }
}

function sameNodes(a: readonly FieldNode[], b: readonly FieldNode[]): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index]);
}
