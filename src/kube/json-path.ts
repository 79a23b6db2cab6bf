/**
 * The one path language of every room: kubectl's JSONPath without text, range and end.
 * `{.a.b}`, `$.a.b`, `.a.b`, `a.b`, `a['b.c/d']`, `a.b\.c`, `[0]`, `[-1]`, `[1:3]`, `[::2]`, `[*]`, `.*`, `..name`, `['a','b']`,
 * `[?(@.type=="Ready" && @.status!="True")]` with == != < <= > >= && || and parentheses; `@.a` alone asks whether it is there.
 * `['a.b']` is the key `a.b` or, where there is none, the path `.a.b`, as kubectl reads it.
 * Source: https://kubernetes.io/docs/reference/kubectl/jsonpath/; client-go, util/jsonpath.
 */
import { evaluateSteps } from './json-path-evaluator.ts';
import { parsePath } from './json-path-parser.ts';
import type { Step } from './json-path-step.ts';

export { PathError } from './json-path-step.ts';

export interface CompiledPath {
  readonly text: string;
  /** One value or none; else a list (with `[*]`, `..`, slices, unions and filters). */
  readonly definite: boolean;
  /** The value (undefined where it is not there) or, of an indefinite path, the list, perhaps empty. Throws PathError where it grows too long. */
  evaluate(value: unknown): unknown;
}

/** Throws PathError with the position of what cannot be read. */
export function compilePath(text: string): CompiledPath {
  const steps = parsePath(text);
  const definite = steps.every(isDefinite);
  return {
    text,
    definite,
    evaluate: (value) => {
      const results = evaluateSteps(text, steps, value);
      return definite ? results[0] : results;
    },
  };
}

function isDefinite(step: Step): boolean {
  return step.type === 'field' || step.type === 'index';
}
