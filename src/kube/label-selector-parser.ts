/** The grammar of kubectl's label selectors. Source: apimachinery, pkg/labels/selector.go, Lexer and Parser. */
import { parseInt64 } from './int64.ts';
import { isLabelKey, isLabelValue } from './label-syntax.ts';
import type { Requirement } from './requirement.ts';
import { SelectorError } from './selector-error.ts';

const LONGEST_TEXT = 16_384;
const OPERATORS: ReadonlyMap<string, Requirement['operator']> = new Map([
  ['=', 'In'],
  ['==', 'In'],
  ['!=', 'NotIn'],
  ['in', 'In'],
  ['notin', 'NotIn'],
  ['>', 'GreaterThan'],
  ['<', 'LessThan'],
]);

interface Token {
  readonly type: 'word' | 'symbol' | 'end';
  readonly text: string;
  readonly position: number;
}

/** Throws SelectorError with the position in the text. */
export function parseRequirements(text: string): Requirement[] {
  if (text.length > LONGEST_TEXT) {
    throw new SelectorError(`The label selector has ${text.length} characters; the most is ${LONGEST_TEXT}.`, LONGEST_TEXT);
  }
  const tokens = new Tokens(tokenize(text));
  const requirements: Requirement[] = [];
  if (tokens.peek().type === 'end') return requirements;
  for (;;) {
    requirements.push(parseRequirement(tokens));
    const separator = tokens.next();
    if (separator.type === 'end') return requirements;
    if (!isSymbol(separator, ',')) throw unexpected(separator, '"," or the end');
  }
}

class Tokens {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token {
    return this.#tokens[this.#index] as Token;
  }

  /** The end stays the next for ever. */
  next(): Token {
    const token = this.peek();
    if (token.type !== 'end') this.#index++;
    return token;
  }
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|(==|!=|[=!<>(),])|([^\s=!<>(),]+)/y;
  while (pattern.lastIndex < text.length) {
    const position = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match?.[1] !== undefined) tokens.push({ type: 'symbol', text: match[1], position });
    else if (match?.[2] !== undefined) tokens.push({ type: 'word', text: match[2], position });
  }
  tokens.push({ type: 'end', text: '', position: text.length });
  return tokens;
}

function parseRequirement(tokens: Tokens): Requirement {
  const negated = isSymbol(tokens.peek(), '!');
  if (negated) tokens.next();
  const word = tokens.next();
  if (word.type !== 'word') throw unexpected(word, negated ? 'a label key' : '"!" or a label key');
  const key = word.text;
  if (!isLabelKey(key))
    throw new SelectorError(`Invalid label selector: "${key}" at ${word.position} is no label key (name or prefix/name).`, word.position);
  if (negated) return { key, operator: 'DoesNotExist', values: [] };
  if (tokens.peek().type === 'end' || isSymbol(tokens.peek(), ',')) return { key, operator: 'Exists', values: [] };

  const sign = tokens.next();
  const operator = OPERATORS.get(sign.text);
  if (operator === undefined) throw unexpected(sign, 'one of = == != in notin > <');
  const values = sign.text === 'in' || sign.text === 'notin' ? parseValues(tokens) : [parseValue(tokens)];
  if (operator === 'GreaterThan' || operator === 'LessThan') checkInteger(values[0], sign);
  for (const value of values) {
    if (!isLabelValue(value))
      throw new SelectorError(`Invalid label selector: "${value}" after "${key}" at ${sign.position} is no label value.`, sign.position);
  }
  return { key, operator, values };
}

/** One value, empty before a comma or the end: `a=` asks for the empty value. */
function parseValue(tokens: Tokens): string {
  if (tokens.peek().type === 'end' || isSymbol(tokens.peek(), ',')) return '';
  const value = tokens.next();
  if (value.type !== 'word') throw unexpected(value, 'a value');
  return value.text;
}

/** `(x,y)`, each once and sorted; nothing between two commas, or in `()`, is the empty value. */
function parseValues(tokens: Tokens): string[] {
  const open = tokens.next();
  if (!isSymbol(open, '(')) throw unexpected(open, '"("');
  const values = new Set<string>();
  for (;;) {
    values.add(tokens.peek().type === 'word' ? tokens.next().text : '');
    const separator = tokens.next();
    if (isSymbol(separator, ')')) return [...values].sort();
    if (!isSymbol(separator, ',')) throw unexpected(separator, '"," or ")"');
  }
}

function checkInteger(value: string | undefined, sign: Token): void {
  if (parseInt64(value) === null) {
    throw new SelectorError(`Invalid label selector: "${sign.text}" at ${sign.position} needs an integer, not "${value}".`, sign.position);
  }
}

function isSymbol(token: Token, text: string): boolean {
  return token.type === 'symbol' && token.text === text;
}

function unexpected(token: Token, expected: string): SelectorError {
  const found = token.type === 'end' ? 'the end' : `"${token.text}"`;
  return new SelectorError(`Invalid label selector: found ${found} at ${token.position}, expected ${expected}.`, token.position);
}
