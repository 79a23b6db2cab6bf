/** Reads type references in GraphQL's own notation: `[Pod!]!`. */
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLNullableType,
  GraphQLString,
  type GraphQLType,
} from 'graphql';

export class TypeReferences {
  readonly #named = new Map<string, GraphQLNamedType>();
  readonly #read = new Map<string, GraphQLType>();

  constructor() {
    for (const type of [GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString]) this.#named.set(type.name, type);
  }

  /** @throws Error for a name that is taken. */
  add(type: GraphQLNamedType): void {
    if (this.#named.has(type.name)) throw new Error(`Two types of the schema are called ${type.name}.`);
    this.#named.set(type.name, type);
  }

  all(): GraphQLNamedType[] {
    return [...this.#named.values()];
  }

  /** @throws Error for a name that no type has. */
  read(reference: string): GraphQLType {
    const known = this.#read.get(reference);
    if (known !== undefined) return known;
    const type = this.#parse(reference);
    this.#read.set(reference, type);
    return type;
  }

  #parse(reference: string): GraphQLType {
    if (reference.endsWith('!')) return new GraphQLNonNull(this.read(reference.slice(0, -1)) as GraphQLNullableType);
    if (reference.startsWith('[') && reference.endsWith(']')) return new GraphQLList(this.read(reference.slice(1, -1)));
    const type = this.#named.get(reference);
    if (type === undefined) throw new Error(`The schema has no type ${reference}.`);
    return type;
  }
}
