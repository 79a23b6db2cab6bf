/** The types of the schema by name, each made when it is first asked for, and references to them in GraphQL's own notation: `[Pod!]!`. */
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
  readonly #makers = new Map<string, () => GraphQLNamedType>();
  readonly #made = new Map<string, GraphQLNamedType>();
  readonly #read = new Map<string, GraphQLType>();

  constructor() {
    for (const type of [GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString]) this.add(type.name, () => type);
  }

  /** @throws Error for a name that is taken. */
  add(name: string, make: () => GraphQLNamedType): void {
    if (this.#makers.has(name)) throw new Error(`Two types of the schema are called ${name}.`);
    this.#makers.set(name, make);
  }

  names(): Iterable<string> {
    return this.#makers.keys();
  }

  named(name: string): GraphQLNamedType | undefined {
    const made = this.#made.get(name);
    if (made !== undefined) return made;
    const type = this.#makers.get(name)?.();
    if (type !== undefined) this.#made.set(name, type);
    return type;
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
    const type = this.named(reference);
    if (type === undefined) throw new Error(`The schema has no type ${reference}.`);
    return type;
  }
}
