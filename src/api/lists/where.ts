/** The `where` argument: conditions on values by their path, compiled once and asked of every object. */
import { type CompiledPath, compilePath } from '../../kube/json-path.ts';
import type { JsonObject } from '../../records/record.ts';
import type { WhereClause } from '../../store/reader.ts';
import { badUserInput } from '../errors.ts';
import type { Arguments } from '../model/field-row.ts';
import { parsed } from './parsed.ts';
import { operatorTest } from './where-operators.ts';

type Predicate = (object: JsonObject) => boolean;

/** Conditions inside conditions. */
const DEEPEST = 20;

/** Throws BAD_USER_INPUT for a bad path, a value that the operator cannot use, a bad pattern, or conditions nested too deep. */
export function whereClause(where: unknown): WhereClause {
  return { matches: predicateOf(where as Arguments, 1) };
}

/** All that is given must hold: the path's own condition, `all`, `any` and `not`. */
function predicateOf(where: Arguments, depth: number): Predicate {
  if (depth > DEEPEST) throw badUserInput('where', `Conditions are nested more than ${DEEPEST} deep.`);
  const { path, operator, value, compareAs, all, any, not } = where;
  const parts: Predicate[] = [];
  if (typeof path === 'string')
    parts.push(pathPredicate(path, String(operator ?? 'EQ'), value, typeof compareAs === 'string' ? compareAs : null));
  else if (value !== undefined || compareAs != null) throw badUserInput('where', 'A condition with a value needs a path.');
  if (Array.isArray(all)) parts.push(...all.map((part) => predicateOf(part, depth + 1)));
  if (Array.isArray(any)) parts.push(anyOf(any.map((part) => predicateOf(part, depth + 1))));
  if (not !== undefined && not !== null) parts.push(negated(predicateOf(not as Arguments, depth + 1)));
  if (parts.length === 0) throw badUserInput('where', 'Is empty: give a path, all, any or not.');
  return (object) => parts.every((part) => part(object));
}

function pathPredicate(text: string, operator: string, value: unknown, compareAs: string | null): Predicate {
  const path = parsed('where', text, compilePath);
  const test = operatorTest({ operator, value, compareAs });
  return (object) => test(valuesAt(path, object));
}

/** Of a definite path one value or none; of one with `[*]`, a filter and the like, all. JSON's null counts as not there, as in Kubernetes. */
function valuesAt(path: CompiledPath, object: JsonObject): readonly unknown[] {
  const found = path.evaluate(object);
  const values = path.definite ? [found] : (found as readonly unknown[]);
  return values.filter((value) => value !== undefined && value !== null);
}

function anyOf(parts: readonly Predicate[]): Predicate {
  return (object) => parts.some((part) => part(object));
}

function negated(part: Predicate): Predicate {
  return (object) => !part(object);
}
