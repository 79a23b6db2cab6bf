/** A rule's path: the project's JSONPath, in which the names of fields may be globs. */
import { compileGlob } from '../../kube/glob.ts';
import { parsePath } from '../../kube/json-path-parser.ts';
import { type Operand, PathError, type Step, type Test } from '../../kube/json-path-step.ts';

export type PathStep =
  | { readonly type: 'field'; readonly names: readonly NameTest[] }
  | { readonly type: 'slice'; readonly start: number | undefined; readonly end: number | undefined; readonly step: number }
  | { readonly type: 'index'; readonly index: number }
  | { readonly type: 'wildcard' }
  | { readonly type: 'recursive' }
  | { readonly type: 'union'; readonly steps: readonly PathStep[] }
  | { readonly type: 'filter'; readonly test: Test };

/** Of a field that is looked for by a literal name, that name; else a predicate. */
export type NameTest = string | ((name: string) => boolean);

export interface CompiledPathRule {
  readonly steps: readonly PathStep[];
  /** Names of fields that an object must have, or the path finds nothing. */
  readonly fields: readonly string[];
  /** The path as names alone, where it is made of nothing else: `metadata.name`. */
  readonly plain: string | null;
}

/** Throws PathError, or GlobError for a name that is no glob. */
export function compileRulePath(text: string): CompiledPathRule {
  const steps = parsePath(text);
  // What a filter compares is an item of the list; the whole object is not at hand there.
  if (steps.some(asksForRoot)) throw new PathError(`Invalid path "${text}": a filter compares fields of @, not of $.`, 0);
  const literals = steps.map((step) => (step.type === 'field' && isLiteral(step.name) ? step.name : null));
  return {
    steps: steps.map(compileStep),
    fields: steps.flatMap((step) => (step.type === 'field' && step.path === undefined && isSimple(step.name) ? [step.name] : [])),
    plain: literals.includes(null) ? null : literals.join('.'),
  };
}

function asksForRoot(step: Step): boolean {
  if (step.type === 'union') return step.steps.some(asksForRoot);
  return (
    step.type === 'filter' &&
    operandsOf(step.test).some((operand) => operand.type === 'path' && (operand.fromRoot || operand.steps.some(asksForRoot)))
  );
}

function operandsOf(test: Test): readonly Operand[] {
  if (test.type === 'compare') return [test.left, test.right];
  return test.type === 'exists' ? [test.path] : test.tests.flatMap(operandsOf);
}

/** `['tls.crt']` is the key `tls.crt` and, as kubectl reads it, also the path `.tls.crt`. */
function compileStep(step: Step): PathStep {
  if (step.type === 'union') return { type: 'union', steps: step.steps.map(compileStep) };
  if (step.type !== 'field') return step;
  const field: PathStep = { type: 'field', names: [nameTest(step.name)] };
  return step.path === undefined ? field : { type: 'field', names: [nameTest(step.name), ...step.path.map(nameTest)] };
}

function nameTest(name: string): NameTest {
  return isLiteral(name) ? name : compileGlob(name);
}

function isLiteral(name: string): boolean {
  return !/[*?[\\]/.test(name);
}

/** A name that JSON writes as it is. */
function isSimple(name: string): boolean {
  return /^[\w./ -]+$/.test(name);
}
