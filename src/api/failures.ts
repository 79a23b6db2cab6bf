/** Errors as the caller may see them: those about the question as they are, all others masked, logged once and told apart by an id. */
import { GraphQLError } from 'graphql';
import { LimitError } from '../store/reader.ts';
import { fromLimitError, isExpected } from './errors.ts';

/** Where unexpected errors go, with the id that the caller is given. */
export type LogError = (entry: { readonly id: string; readonly error: unknown }) => void;

/** Turns whatever was thrown into the caller's error; one object gives one answer, so that it is logged and listed once. */
export function createFailures(log: LogError): (error: unknown) => GraphQLError {
  const known = new WeakMap<object, GraphQLError>();
  return (error) => {
    if (typeof error !== 'object' || error === null) return mask(error, log);
    const before = known.get(error);
    if (before !== undefined) return before;
    const failure = asFailure(error, log);
    known.set(error, failure);
    known.set(failure, failure);
    return failure;
  };
}

/** An error of graphql-js without a cause speaks of the question: a bad value, a missing argument. */
function withCode(error: GraphQLError): GraphQLError {
  if (isExpected(error)) return error;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions: { ...error.extensions, code: 'BAD_USER_INPUT' },
  });
}

/** Errors of parsing and validation: always about the question. */
export function badDocument(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  return errors.map(withCode);
}

function asFailure(error: object, log: LogError): GraphQLError {
  if (error instanceof LimitError) return fromLimitError(error);
  if (error instanceof GraphQLError) return error.originalError == null ? withCode(error) : asFailure(error.originalError, log);
  if (error instanceof Error && error.name === 'AbortError')
    return new GraphQLError('The request was cancelled.', { extensions: { code: 'LIMIT_TIME' } });
  if (error instanceof RangeError && /call stack/i.test(error.message)) return tooDeep();
  return mask(error, log);
}

/** Captured data may be nested deeper than a printer can follow. */
function tooDeep(): GraphQLError {
  return new GraphQLError('The value is nested too deep to be printed: ask for a part of it with json(path:).', {
    extensions: { code: 'LIMIT_DEPTH' },
  });
}

function mask(error: unknown, log: LogError): GraphQLError {
  const id = crypto.randomUUID();
  log({ id, error });
  return new GraphQLError(`Internal error. The server's log has it under ${id}.`, { extensions: { code: 'INTERNAL', id } });
}
