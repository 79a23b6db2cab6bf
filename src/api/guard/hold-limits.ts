/** Refuses what is too large before anything looks at it closely: some validation rules take quadratic time. */
import type { DocumentNode, GraphQLError } from 'graphql';
import { limitExceeded } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { measureDocument } from './measure-document.ts';

/** Throws LIMIT_DEPTH, LIMIT_TOKENS or LIMIT_ALIASES. */
export function holdDocumentLimits(document: DocumentNode, limits: Limits): void {
  const measure = measureDocument(document);
  if (measure.depth > limits.depth) throw tooDeep(limits, measure.depth);
  if (measure.introspectionDepth > 1) throw introspectionTooDeep(limits, measure.introspectionDepth);
  hold(limits, 'tokens', measure.fields, `With its fragments spread out the document has ${measure.fields} fields.`);
  hold(limits, 'aliases', measure.aliases, `The document has ${measure.aliases} aliased fields.`);
  const lists = measure.introspectionLists * 6;
  hold(limits, 'aliases', lists, `The document asks for ${measure.introspectionLists} lists of the schema.`);
}

/** Values of variables count as the tokens that they would take in the document. Throws LIMIT_TOKENS. */
export function holdVariableLimits(variables: unknown, limits: Limits): void {
  let count = 0;
  const pending: unknown[] = [variables];
  while (pending.length > 0) {
    const value = pending.pop();
    count += 1;
    if (count > limits.tokens) throw tooManyTokens(limits, count, 'The variables hold too many values.');
    if (typeof value !== 'object' || value === null) continue;
    for (const entry of Object.values(value)) pending.push(entry);
  }
}

export function tooManyTokens(limits: Limits, value: number, what = 'The document has too many tokens.'): GraphQLError {
  return limitExceeded({ name: 'tokens', limit: limits.tokens, value, what });
}

export function tooDeep(limits: Limits, value: number): GraphQLError {
  return limitExceeded({ name: 'depth', limit: limits.depth, value, what: `The document nests fields ${value} deep or more.` });
}

function introspectionTooDeep(limits: Limits, value: number): GraphQLError {
  return limitExceeded({
    name: 'depth',
    limit: limits.depth,
    value,
    what: 'The document asks for members of types inside members of types.',
  });
}

function hold(limits: Limits, name: 'tokens' | 'aliases', value: number, what: string): void {
  if (value > limits[name]) throw limitExceeded({ name, limit: limits[name], value, what });
}
