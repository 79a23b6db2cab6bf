/** Text → a document that may run: parsed, measured, validated; kept for the next request with the same text. */
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import { limitExceeded } from '../errors.ts';
import { badDocument } from '../failures.ts';
import type { Limits } from '../limits.ts';
import { holdDocumentLimits, tooDeep, tooManyTokens } from './hold-limits.ts';

export type Prepared = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

const DOCUMENTS_KEPT = 500;
/** Longer texts are prepared anew each time. */
const LONGEST_KEPT = 100_000;
/** Validation stops at this many errors. */
const MOST_ERRORS = 20;

export function documentPreparer(schema: GraphQLSchema, limits: Limits): (text: string) => Prepared {
  const kept = new LRUCache<string, Prepared>({ max: DOCUMENTS_KEPT });
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const prepared = prepare(schema, limits, text);
    if (text.length <= LONGEST_KEPT) kept.set(text, prepared);
    return prepared;
  };
}

function prepare(schema: GraphQLSchema, limits: Limits, text: string): Prepared {
  try {
    const document = parse(text, { maxTokens: limits.tokens });
    holdDocumentLimits(document, limits);
    const errors = validate(schema, document, undefined, { maxErrors: MOST_ERRORS });
    return errors.length > 0 ? { errors: badDocument(errors.map((error) => withLimitCode(error, limits))) } : { document };
  } catch (error) {
    return { errors: badDocument([asDocumentError(error, limits)]) };
  }
}

function asDocumentError(error: unknown, limits: Limits): GraphQLError {
  if (error instanceof RangeError) return tooDeep(limits, limits.depth + 1);
  if (!(error instanceof GraphQLError)) throw error;
  return /Document contains more th(?:an|at) \d+ tokens/.test(error.message) ? tooManyTokens(limits, limits.tokens + 1) : error;
}

/** Two limits are graphql-js's own, and its errors have no code: on deep introspection, and on how many pairs of fields it compares. */
function withLimitCode(error: GraphQLError, limits: Limits): GraphQLError {
  if (error.message.startsWith('Maximum introspection depth')) {
    return limitExceeded({ name: 'depth', limit: limits.depth, value: limits.depth + 1, what: `${error.message}.` });
  }
  if (error.message !== 'Validation aborted.') return error;
  return tooManyTokens(limits, limits.tokens + 1, 'The document repeats the same fields too often.');
}
