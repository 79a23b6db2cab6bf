/** The scalars beside GraphQL's own. Values pass as they are: rows make them right. */
import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { described } from '../model/field-row.ts';

export const scalars: readonly GraphQLScalarType[] = [
  outputScalar('DateTime', described('A time as RFC 3339 in UTC.', 'https://www.rfc-editor.org/rfc/rfc3339')),
  outputScalar('Long', described('A whole number that may exceed 32 bits, as a JSON number.', 'https://www.rfc-editor.org/rfc/rfc8259')),
  outputScalar(
    'Quantity',
    described('An amount as Kubernetes writes it: `500m`, `2Gi`, `3`.', 'Kubernetes API, apimachinery resource.Quantity'),
  ),
  outputScalar('StringMap', described('An object whose values are texts: labels, annotations.', 'Kubernetes API, meta/v1 ObjectMeta')),
  new GraphQLScalarType({
    name: 'JSON',
    description: described('Any JSON value.', 'https://www.rfc-editor.org/rfc/rfc8259'),
    serialize: asItIs,
    parseValue: asItIs,
    parseLiteral: valueFromASTUntyped,
  }),
];

function outputScalar(name: string, description: string): GraphQLScalarType {
  return new GraphQLScalarType({ name, description, serialize: asItIs });
}

function asItIs(value: unknown): unknown {
  return value;
}
