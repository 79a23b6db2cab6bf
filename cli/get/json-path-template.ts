/**
 * kubectl's JSONPath templates: text, `{.path}`, `{"\n"}`, `{range .path}…{end}`.
 * Source: client-go, util/jsonpath; https://kubernetes.io/docs/reference/kubectl/jsonpath/.
 */
import { type CompiledPath, compilePath } from '../../src/kube/json-path.ts';
import { UsageError } from '../errors.ts';

type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'path'; readonly path: CompiledPath | null }
  | { readonly type: 'range'; readonly path: CompiledPath | null; readonly parts: readonly Part[] };

/** Prints a value by the template; throws UsageError for a template that cannot be read, PathError for a path that cannot. */
export function compileTemplate(template: string): (value: unknown) => string {
  const pieces = split(template.includes('{') ? template : `{${template}}`);
  const { parts, rest } = parse({ pieces, depth: 0 });
  if (rest.length > 0) throw new UsageError('the JSONPath template has an {end} without {range}.');
  return (value) => print(parts, value);
}

type Piece = { readonly text: string } | { readonly action: string };

/** Text and what stands in braces, quotes within them minded. */
function split(template: string): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  for (let index = 0; index < template.length; index += 1) {
    if (template[index] !== '{') {
      text += template[index];
      continue;
    }
    const end = closingBrace(template, index);
    if (text !== '') pieces.push({ text });
    text = '';
    pieces.push({ action: template.slice(index + 1, end).trim() });
    index = end;
  }
  return text === '' ? pieces : [...pieces, { text }];
}

function closingBrace(template: string, open: number): number {
  let quote = '';
  for (let index = open + 1; index < template.length; index += 1) {
    const character = template[index] ?? '';
    if (quote !== '' && character === '\\') index += 1;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '}') return index;
  }
  throw new UsageError(`the JSONPath template has a { at character ${open + 1} that nothing closes.`);
}

const deepestRange = 20;

function parse(options: { readonly pieces: readonly Piece[]; readonly depth: number }): { parts: Part[]; rest: readonly Piece[] } {
  const { depth } = options;
  if (depth > deepestRange) throw new UsageError(`the JSONPath template has more than ${deepestRange} ranges inside each other.`);
  const parts: Part[] = [];
  let pieces = options.pieces;
  for (let piece = pieces[0]; piece !== undefined; piece = pieces[0]) {
    const rest = pieces.slice(1);
    if ('action' in piece && piece.action === 'end') return { parts, rest: pieces };
    if ('action' in piece && /^range\s/.test(piece.action)) {
      const inside = parse({ pieces: rest, depth: depth + 1 });
      if (inside.rest.length === 0) throw new UsageError('the JSONPath template has a {range} without {end}.');
      parts.push({ type: 'range', path: pathOf(piece.action.slice('range'.length).trim()), parts: inside.parts });
      pieces = inside.rest.slice(1);
    } else {
      parts.push('text' in piece ? { type: 'text', text: piece.text } : actionPart(piece.action));
      pieces = rest;
    }
  }
  return { parts, rest: pieces };
}

function actionPart(action: string): Part {
  if (/^"|^'/.test(action)) return { type: 'text', text: unquoted(action) };
  return { type: 'path', path: pathOf(action) };
}

/** null stands for the value itself: `{@}`, `{$}`, `{.}`. */
function pathOf(text: string): CompiledPath | null {
  const bare = text.replace(/^[@$]/, '');
  return bare === '' || bare === '.' ? null : compilePath(bare);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', '"': '"', "'": "'" };

function unquoted(quoted: string): string {
  const quote = quoted[0] ?? '';
  if (quoted.length < 2 || !quoted.endsWith(quote)) throw new UsageError(`${quoted} in the JSONPath template is not a quoted text.`);
  return quoted.slice(1, -1).replace(/\\(.)/gs, (whole, character: string) => escapes[character] ?? whole);
}

function print(parts: readonly Part[], value: unknown): string {
  return parts
    .map((part) => {
      if (part.type === 'text') return part.text;
      const results = resultsOf(part.path, value);
      return part.type === 'path' ? results.map(valueText).join(' ') : results.map((item) => print(part.parts, item)).join('');
    })
    .join('');
}

function resultsOf(path: CompiledPath | null, value: unknown): readonly unknown[] {
  const result = path === null ? value : path.evaluate(value);
  if (path !== null && !path.definite) return Array.isArray(result) ? result : [];
  return result === undefined ? [] : [result];
}

/** Scalars as they are, the rest as JSON, as kubectl does. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
}
