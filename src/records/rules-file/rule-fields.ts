import { didYouMean } from '../../kube/suggest.ts';
import { stringField } from '../json-fields.ts';
import type { JsonObject } from '../record.ts';

const MOST_ENTRIES = 1_000;

export interface RuleFieldsOptions {
  readonly fields: JsonObject;
  readonly known: readonly string[];
  /** Makes an error of what is wrong, to be thrown; `field` is the one that it is about. */
  readonly fail: (problem: string, field: string) => Error;
}

/** The fields of a mapping that a person wrote. Each read throws where a field is not of its type. */
export class RuleFields {
  readonly #fields: JsonObject;
  readonly #fail: RuleFieldsOptions['fail'];

  constructor({ fields, known, fail }: RuleFieldsOptions) {
    this.#fields = fields;
    this.#fail = fail;
    const unknown = Object.keys(fields).find((name) => !known.includes(name));
    if (unknown === undefined) return;
    const names = known.length === 1 ? `The only field is ${known[0]}` : `Fields are ${known.slice(0, -1).join(', ')} and ${known.at(-1)}`;
    throw fail(`there is no field "${unknown}".${didYouMean(unknown, known) || ` ${names}.`}`, unknown);
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#fields, name);
  }

  /** Whatever is written there; undefined where nothing is. */
  value(name: string): unknown {
    return this.has(name) ? this.#fields[name] : undefined;
  }

  list(name: string): readonly unknown[] {
    const value = this.value(name);
    if (!Array.isArray(value))
      throw this.#fail(`"${name}" has to be a list${value === undefined ? ', and is not there' : `, not ${typeName(value)}`}.`, name);
    return value;
  }

  text(name: string): string | undefined {
    if (!this.has(name)) return undefined;
    const text = stringField(this.#fields, name);
    if (text === undefined || text === '') throw this.#fail(`"${name}" has to be a text, not ${typeName(this.#fields[name])}.`, name);
    return text;
  }

  /** true or false. */
  flag(name: string): boolean | undefined {
    const value = this.value(name);
    if (value === undefined || typeof value === 'boolean') return value;
    throw this.#fail(`"${name}" has to be true or false, not ${typeName(value)}.`, name);
  }

  /** A list of texts; one alone may stand without a list. */
  texts(name: string): readonly string[] | undefined {
    if (!this.has(name)) return undefined;
    const value = this.#fields[name];
    const entries = Array.isArray(value) ? value : [value];
    if (entries.length === 0) throw this.#fail(`"${name}" is an empty list, which no object matches. Leave it out for all.`, name);
    if (entries.length > MOST_ENTRIES) throw this.#fail(`"${name}" has ${entries.length} entries; the most is ${MOST_ENTRIES}.`, name);
    return entries.map((entry) => {
      if (typeof entry === 'string' && entry !== '') return entry;
      throw this.#fail(`"${name}" has to be a list of texts, and ${typeName(entry)} is in it.`, name);
    });
  }
}

/** What a value is, in a sentence. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (value === '') return 'an empty one';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : `the ${typeof value} ${String(value)}`;
}
