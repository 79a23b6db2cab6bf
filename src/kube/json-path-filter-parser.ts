/** What stands in `?(…)`: comparisons and paths, joined by && (binds closer) and ||. */
import type { PathScanner } from './json-path-scanner.ts';
import type { Comparison, Operand, Step, Test } from './json-path-step.ts';

const DEEPEST = 20;
/** Longer ones first. */
const COMPARISONS: readonly Comparison[] = ['==', '!=', '<=', '>=', '<', '>'];
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /(?:true|false|null|nil)(?![\w.[])/y;

type ParseSteps = (scanner: PathScanner, depth: number) => Step[];

export function parseTest(scanner: PathScanner, parseSteps: ParseSteps, depth: number): Test {
  if (depth > DEEPEST) throw scanner.error(`it nests deeper than ${DEEPEST} levels`);
  return joined(scanner, '||', 'or', () => joined(scanner, '&&', 'and', () => parseTerm(scanner, parseSteps, depth)));
}

function joined(scanner: PathScanner, sign: string, type: 'and' | 'or', parse: () => Test): Test {
  const first = parse();
  const tests = [first];
  scanner.skipSpace();
  while (scanner.take(sign)) {
    tests.push(parse());
    scanner.skipSpace();
  }
  return tests.length === 1 ? first : { type, tests };
}

function parseTerm(scanner: PathScanner, parseSteps: ParseSteps, depth: number): Test {
  scanner.skipSpace();
  if (scanner.take('(')) {
    const test = parseTest(scanner, parseSteps, depth + 1);
    scanner.skipSpace();
    scanner.expect(')');
    return test;
  }
  const left = parseOperand(scanner, parseSteps, depth);
  scanner.skipSpace();
  if (scanner.startsWith('=~'))
    throw scanner.error(`"=~" at ${scanner.position} is not supported; compare with ==, or use the operator MATCHES`);
  const operator = COMPARISONS.find((sign) => scanner.take(sign));
  if (operator === undefined) {
    if (left.type !== 'path') throw scanner.unexpected('a comparison');
    return { type: 'exists', path: left };
  }
  scanner.skipSpace();
  return { type: 'compare', operator, left, right: parseOperand(scanner, parseSteps, depth) };
}

function parseOperand(scanner: PathScanner, parseSteps: ParseSteps, depth: number): Operand {
  const text = scanner.quoted();
  if (text !== undefined) return { type: 'literal', value: text };
  const number = scanner.match(NUMBER);
  if (number !== undefined) return { type: 'literal', value: Number(number) };
  const word = scanner.match(WORD);
  if (word !== undefined) return { type: 'literal', value: word === 'true' ? true : word === 'false' ? false : null };
  if (scanner.take('$')) return { type: 'path', fromRoot: true, steps: parseSteps(scanner, depth) };
  if (scanner.take('@') || scanner.startsWith('.')) return { type: 'path', fromRoot: false, steps: parseSteps(scanner, depth) };
  throw scanner.unexpected('@, $, a quoted text, a number, true, false or null');
}
