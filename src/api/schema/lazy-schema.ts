/**
 * A schema whose types are made when something asks for them: an operation names a few of the thousands. graphql-js's own constructor
 * walks through all fields of all types. What is asked for by name, and what is listed whole, are the same types, each made once.
 */
import { type GraphQLAbstractType, type GraphQLInterfaceType, type GraphQLNamedType, type GraphQLObjectType, GraphQLSchema } from 'graphql';
import { lazyMap } from './lazy-map.ts';
import type { TypeReferences } from './type-references.ts';

export interface LazySchemaOptions {
  readonly description: string;
  readonly types: TypeReferences;
  /** The name of the query type. */
  readonly query: string;
  /** The one interface, and the names of the object types that implement it. */
  readonly interface: string;
  readonly objects: readonly string[];
}

export class LazySchema extends GraphQLSchema {
  readonly #types: TypeReferences;
  readonly #query: string;
  readonly #interface: string;
  readonly #objects: ReadonlySet<string>;
  #typeMap: Record<string, GraphQLNamedType> | undefined;

  constructor({ description, types, query, interface: interfaceName, objects }: LazySchemaOptions) {
    // Thousands of types: a test validates what is built here, not every start. These are the types of the introspection alone.
    super({ description, assumeValid: true });
    this.#types = types;
    this.#query = query;
    this.#interface = interfaceName;
    this.#objects = new Set(objects);
  }

  override getQueryType(): GraphQLObjectType {
    return this.#object(this.#query);
  }

  override getTypeMap(): Record<string, GraphQLNamedType> {
    this.#typeMap ??= this.#makeTypeMap();
    return this.#typeMap;
  }

  override getType(name: string): GraphQLNamedType | undefined {
    return this.getTypeMap()[name];
  }

  override getPossibleTypes(abstractType: GraphQLAbstractType): readonly GraphQLObjectType[] {
    return abstractType.name === this.#interface ? [...this.#objects].map((name) => this.#object(name)) : [];
  }

  override getImplementations(interfaceType: GraphQLInterfaceType): {
    readonly objects: readonly GraphQLObjectType[];
    readonly interfaces: readonly GraphQLInterfaceType[];
  } {
    return { objects: this.getPossibleTypes(interfaceType), interfaces: [] };
  }

  override isSubType(abstractType: GraphQLAbstractType, maybeSubType: GraphQLObjectType | GraphQLInterfaceType): boolean {
    return abstractType.name === this.#interface && this.#objects.has(maybeSubType.name);
  }

  #makeTypeMap(): Record<string, GraphQLNamedType> {
    const own = super.getTypeMap();
    const names = new Set([...this.#types.names(), ...Object.keys(own)]);
    return lazyMap(names, (name) => this.#types.named(name) ?? (own[name] as GraphQLNamedType));
  }

  #object(name: string): GraphQLObjectType {
    return this.#types.read(name) as GraphQLObjectType;
  }
}
