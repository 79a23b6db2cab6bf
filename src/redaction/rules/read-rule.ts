import { RE2JS } from 're2js';
import { compileGlob } from '../../kube/glob.ts';
import { isJsonObject } from '../../records/json-fields.ts';
import type { JsonObject } from '../../records/record.ts';
import { RuleFields } from '../../records/rules-file/rule-fields.ts';
import { IDENTITY } from '../identity.ts';
import type { RedactionRule } from '../rule.ts';
import { isKindName } from './kind-words.ts';
import { type PathRule, pathRule } from './path-rule.ts';
import { type CompiledPathRule, compileRulePath } from './path-steps.ts';

const FIELDS = ['name', 'kinds', 'namespaces', 'names', 'path', 'pattern'];
const LONGEST_PATTERN = 1_000;
/** What is replaced of a match, where a pattern has a group of this name. */
const MASK = 'mask';
const EVERYTHING = '$';

export interface RuleToRead {
  readonly fields: unknown;
  /** Makes an error of what is wrong, to be thrown; `name` is the rule's. */
  readonly fail: (problem: string, name?: string) => Error;
}

/** Throws what `fail` makes. */
export function readRule({ fields: given, fail }: RuleToRead): RedactionRule {
  if (!isJsonObject(given)) throw fail('it has to be a mapping with "name" and "path" or "pattern".');
  const reading = new RuleReading(given, fail);
  return pathRule(reading.rule());
}

class RuleReading {
  readonly #fields: RuleFields;
  readonly #fail: (problem: string) => Error;

  constructor(fields: JsonObject, fail: RuleToRead['fail']) {
    const name = typeof fields['name'] === 'string' ? fields['name'] : undefined;
    this.#fail = (problem) => fail(problem, name);
    this.#fields = new RuleFields({ fields, known: FIELDS, fail: this.#fail });
  }

  rule(): PathRule {
    const fields = this.#fields;
    const name = fields.text('name');
    if (name === undefined) throw this.#fail('"name" is not there: the bundle tells by it which rule took out how much.');
    const path = fields.text('path');
    const pattern = fields.text('pattern');
    if (path === undefined && pattern === undefined)
      throw this.#fail('it has neither "path" nor "pattern", and would take out everything.');
    const kinds = fields.texts('kinds');
    return {
      name,
      matches: [path ?? 'every text', ...(pattern === undefined ? [] : [`where it matches ${pattern}`])].join(' '),
      kinds: kinds === undefined ? null : kinds.map((kind) => this.#glob('kinds', kind.toLowerCase())),
      kindNames: kinds === undefined ? null : kindNames(kinds),
      namespaces: this.#globs('namespaces'),
      names: this.#globs('names'),
      path: this.#path(path ?? EVERYTHING),
      pattern: pattern === undefined ? null : this.#pattern(pattern),
    };
  }

  #globs(field: string): PathRule['namespaces'] {
    return this.#fields.texts(field)?.map((glob) => this.#glob(field, glob)) ?? null;
  }

  #glob(field: string, glob: string): (name: string) => boolean {
    try {
      return compileGlob(glob);
    } catch (error) {
      throw this.#fail(`"${field}": ${messageOf(error)}`);
    }
  }

  #path(text: string): CompiledPathRule {
    const path = this.#compiled(text);
    const named = IDENTITY.map((keys) => keys.join('.')).find((identity) => identity === path.plain);
    if (named !== undefined)
      throw this.#fail(`"path": ${text} names the object. It cannot be taken out: nothing in the capture could point to it.`);
    return path;
  }

  #compiled(text: string): CompiledPathRule {
    try {
      return compileRulePath(text);
    } catch (error) {
      throw this.#fail(`"path": ${messageOf(error)}`);
    }
  }

  #pattern(text: string): PathRule['pattern'] {
    if (text.length > LONGEST_PATTERN) throw this.#fail(`"pattern" has ${text.length} characters; the most is ${LONGEST_PATTERN}.`);
    try {
      const expression = RE2JS.compile(text);
      return { expression, group: MASK in expression.namedGroups() ? MASK : null };
    } catch (error) {
      throw this.#fail(`"pattern" is no RE2 expression: ${messageOf(error)}.`);
    }
  }
}

/** The names to look for in an object before it is walked; null where one of the kinds goes by words that need not stand in it. */
function kindNames(kinds: readonly string[]): readonly string[] | null {
  const names = kinds.map((kind) => kind.toLowerCase()).map((kind) => kind.split('.')[0] ?? kind);
  return names.every(isKindName) ? names : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
