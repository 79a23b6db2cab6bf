/**
 * Calico's selector expressions, as alternatives of requirements: any of the alternatives must hold, of one alternative all.
 * Source: projectcalico libcalico-go lib/selector: `all()`, `global()`, `has(k)`, `k == 'v'`, `k != 'v'` (also where k is absent),
 * `k in {…}`, `k not in {…}`, `!`, `&&`, `||`, parentheses. `contains`, `starts with` and `ends with` are known and cannot be asked of labels.
 */
import { isLabelValue } from '../../kube/label-syntax.ts';
import type { Requirement } from '../../kube/requirement.ts';

export type Alternatives = readonly (readonly Requirement[])[];

/** An expression of more alternatives than this is not expanded. */
const MOST_ALTERNATIVES = 64;
const LONGEST_EXPRESSION = 10_000;
const DEEPEST = 50;

/** Everything for an empty text. null for what is malformed, cannot be asked, or selects only what lies in no namespace (`global()`). */
export function parseCalicoSelector(text: string): Alternatives | null {
  if (text.trim() === '') return [[]];
  const tokens = text.length > LONGEST_EXPRESSION ? null : tokensOf(text);
  if (tokens === null) return null;
  try {
    const parser = new Parser(tokens);
    const expression = parser.either(0);
    return parser.isAtEnd ? alternativesOf(expression, false) : null;
  } catch (error) {
    if (error instanceof NotExpressible) return null;
    throw error;
  }
}

class NotExpressible extends Error {}

type Expression =
  | { readonly all: true }
  | { readonly requirement: Requirement; readonly negated: Requirement }
  | { readonly not: Expression }
  | { readonly both: readonly [Expression, Expression] }
  | { readonly either: readonly [Expression, Expression] };

const TOKEN = /\s*(?:(&&|\|\||==|!=|[!(){},])|'([^']*)'|"([^"]*)"|([A-Za-z0-9_./-]+))/y;

interface Token {
  /** An operator, or a word. */
  readonly text: string;
  readonly isValue: boolean;
}

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed);
    if (match === null) return null;
    const value = match[2] ?? match[3];
    tokens.push({ text: value ?? match[1] ?? match[4] ?? '', isValue: value !== undefined });
  }
  return tokens;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(depth: number): Expression {
    let left = this.#both(depth);
    while (this.#take('||')) left = { either: [left, this.#both(depth)] };
    return left;
  }

  #both(depth: number): Expression {
    let left = this.#single(depth);
    while (this.#take('&&')) left = { both: [left, this.#single(depth)] };
    return left;
  }

  #single(depth: number): Expression {
    if (depth > DEEPEST) throw new NotExpressible();
    if (this.#take('!')) return { not: this.#single(depth + 1) };
    if (this.#take('(')) {
      const inner = this.either(depth + 1);
      this.#expect(')');
      return inner;
    }
    const key = this.#word();
    if (this.#take('(')) return this.#call(key);
    if (this.#take('==')) return among(key, [this.#value()], false);
    if (this.#take('!=')) return among(key, [this.#value()], true);
    if (this.#take('in')) return among(key, this.#set(), false);
    if (this.#take('not') && this.#take('in')) return among(key, this.#set(), true);
    throw new NotExpressible();
  }

  #call(name: string): Expression {
    if (name === 'all') {
      this.#expect(')');
      return { all: true };
    }
    if (name !== 'has') throw new NotExpressible();
    const key = this.#word();
    this.#expect(')');
    return { requirement: { key, operator: 'Exists', values: [] }, negated: { key, operator: 'DoesNotExist', values: [] } };
  }

  #set(): readonly string[] {
    this.#expect('{');
    const values: string[] = [];
    while (!this.#take('}')) {
      values.push(this.#value());
      if (!this.#take(',') && this.#tokens[this.#at]?.text !== '}') throw new NotExpressible();
    }
    if (values.length === 0) throw new NotExpressible();
    return values;
  }

  #take(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.isValue || token.text !== text) return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new NotExpressible();
  }

  #word(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined || token.isValue || !/^[A-Za-z0-9_./-]+$/.test(token.text)) throw new NotExpressible();
    return token.text;
  }

  #value(): string {
    const token = this.#tokens[this.#at++];
    if (!token?.isValue || !isLabelValue(token.text)) throw new NotExpressible();
    return token.text;
  }
}

function among(key: string, values: readonly string[], not: boolean): Expression {
  const within: Requirement = { key, operator: 'In', values };
  const without: Requirement = { key, operator: 'NotIn', values };
  return not ? { requirement: without, negated: within } : { requirement: within, negated: without };
}

/** Negation goes down to the requirements, each of which has its opposite. */
function alternativesOf(expression: Expression, negated: boolean): Alternatives {
  if ('not' in expression) return alternativesOf(expression.not, !negated);
  if ('all' in expression) return negated ? [] : [[]];
  if ('requirement' in expression) return [[negated ? expression.negated : expression.requirement]];
  const isBoth = 'both' in expression;
  const [left, right] = isBoth ? expression.both : expression.either;
  const [a, b] = [alternativesOf(left, negated), alternativesOf(right, negated)];
  const joined = isBoth === negated ? [...a, ...b] : a.flatMap((one) => b.map((other) => [...one, ...other]));
  if (joined.length > MOST_ALTERNATIVES) throw new NotExpressible();
  return joined;
}
