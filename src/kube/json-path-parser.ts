/** The grammar of a path. */
import { parseTest } from './json-path-filter-parser.ts';
import { PathScanner } from './json-path-scanner.ts';
import type { Step } from './json-path-step.ts';

const LONGEST_TEXT = 4096;
const MOST_STEPS = 100;

export function parsePath(text: string): Step[] {
  const scanner = new PathScanner(text);
  if (text.length > LONGEST_TEXT) throw scanner.error(`it has ${text.length} characters; the most is ${LONGEST_TEXT}`, LONGEST_TEXT);
  scanner.skipSpace();
  const braced = scanner.take('{');
  if (braced) scanner.skipSpace();
  refuseTemplate(scanner, braced);
  const steps = scanner.take('$') || scanner.take('@') ? parseSteps(scanner) : parseRelaxed(scanner);
  scanner.skipSpace();
  if (braced) {
    scanner.expect('}');
    scanner.skipSpace();
  }
  if (!scanner.atEnd) throw scanner.unexpected(braced ? 'the end, for a path is one {…} without text' : '".", "[" or the end');
  return steps;
}

function refuseTemplate(scanner: PathScanner, braced: boolean): void {
  if (!braced) return;
  const word = /(?:range|end)(?=[\s}])/y;
  const start = scanner.position;
  const match = scanner.match(word);
  if (match !== undefined) throw scanner.error(`"${match}" belongs to templates, not to paths; [*] steps into each item`, start);
}

/** A path may begin with a bare name, and `.` alone is the whole value. */
function parseRelaxed(scanner: PathScanner): Step[] {
  if (scanner.startsWith('.') && /^\.\s*\}?\s*$/.test(scanner.text.slice(scanner.position))) {
    scanner.position++;
    return [];
  }
  const name = scanner.startsWith('*') ? '' : scanner.name();
  if (name !== '') return [{ type: 'field', name }, ...parseSteps(scanner)];
  if (scanner.take('*')) return [{ type: 'wildcard' }, ...parseSteps(scanner)];
  return parseSteps(scanner);
}

/** As many steps as follow each other; stops at what is none. */
function parseSteps(scanner: PathScanner, depth = 0): Step[] {
  const steps: Step[] = [];
  for (;;) {
    if (steps.length > MOST_STEPS) throw scanner.error(`it has more than ${MOST_STEPS} steps`);
    if (scanner.take('..')) steps.push({ type: 'recursive' }, ...afterRecursive(scanner, depth));
    else if (scanner.take('.')) steps.push(afterDot(scanner, depth));
    else if (scanner.startsWith('[')) steps.push(parseBrackets(scanner, depth));
    else return steps;
  }
}

function afterRecursive(scanner: PathScanner, depth: number): Step[] {
  return scanner.startsWith('[') ? [parseBrackets(scanner, depth)] : [namedStep(scanner)];
}

/** `.name`, `.*`, and `.[0]`, which kubectl takes too. */
function afterDot(scanner: PathScanner, depth: number): Step {
  return scanner.startsWith('[') ? parseBrackets(scanner, depth) : namedStep(scanner);
}

function namedStep(scanner: PathScanner): Step {
  const name = scanner.name();
  if (name === '') throw scanner.unexpected("a name (one with other characters is written ['…'])");
  return name === '*' ? { type: 'wildcard' } : { type: 'field', name };
}

function parseBrackets(scanner: PathScanner, depth: number): Step {
  scanner.expect('[');
  scanner.skipSpace();
  const step = scanner.take('?') ? parseFilter(scanner, depth) : parseSelection(scanner);
  scanner.skipSpace();
  scanner.expect(']');
  return step;
}

function parseFilter(scanner: PathScanner, depth: number): Step {
  scanner.skipSpace();
  scanner.expect('(');
  const test = parseTest(scanner, parseSteps, depth + 1);
  scanner.skipSpace();
  scanner.expect(')');
  return { type: 'filter', test };
}

function parseSelection(scanner: PathScanner): Step {
  const steps: Step[] = [];
  do {
    scanner.skipSpace();
    steps.push(parseItem(scanner));
    if (steps.length > MOST_STEPS) throw scanner.error(`it chooses among more than ${MOST_STEPS}`);
    scanner.skipSpace();
  } while (scanner.take(','));
  const [only] = steps;
  return steps.length === 1 && only !== undefined ? only : { type: 'union', steps };
}

/** `'key'`, `*`, `3`, `-1`, `1:3`, `::2`. */
function parseItem(scanner: PathScanner): Step {
  const opening = scanner.position;
  const key = scanner.quoted();
  if (key !== undefined) return quotedField(key, scanner.text.slice(opening + 1, scanner.position - 1));
  if (scanner.take('*')) return { type: 'wildcard' };
  const start = scanner.integer();
  if (!scanner.take(':')) {
    if (start === undefined) throw scanner.unexpected('a quoted key, an index, a slice, * or ?(…)');
    return { type: 'index', index: start };
  }
  const end = scanner.integer();
  const position = scanner.position;
  const step = scanner.take(':') ? (scanner.integer() ?? 1) : 1;
  if (step < 1) throw scanner.error(`the step of a slice is at least 1, not ${step}`, position);
  return { type: 'slice', start, end, step };
}

/** To kubectl the dots in `['metadata.name']` are steps, unless a backslash stands before them; to most others they belong to the key. */
function quotedField(name: string, written: string): Step {
  const path = (written.match(/(?:\\.|[^.\\])+/gs) ?? []).map((part) => part.replace(/\\(.)/gs, '$1'));
  return path.length > 1 ? { type: 'field', name, path } : { type: 'field', name };
}
