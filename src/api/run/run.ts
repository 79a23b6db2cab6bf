/** What stays the same through one running operation. */
import type { GraphQLError } from 'graphql';
import type { KindKey } from '../../kube/kind.ts';
import type { OperationMeter } from '../meter.ts';
import type { RunErrors } from './run-errors.ts';

export interface Run {
  readonly meter: OperationMeter;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The GraphQL type of a kind's objects. */
  readonly typeName: (key: KindKey) => string;
  /** The error as the caller may see it: what is ours alone is masked and logged once. The same error gives the same answer. */
  readonly failure: (error: unknown) => GraphQLError;
  readonly errors: RunErrors;
}
