import type { InputError } from '../../records/input-error.ts';
import { isJsonObject } from '../../records/json-fields.ts';
import { RuleFields, typeName } from '../../records/rules-file/rule-fields.ts';

/** Keys and positions from the document down. */
type ValuePath = readonly (string | number)[];

/** Makes an error of what is wrong with the value at a path. */
export type Fail = (problem: string, path: ValuePath) => InputError;

/** A value that a person wrote, and where it stands: what is wrong with it is told with its line. */
export class Place {
  readonly #fail: Fail;
  readonly #path: ValuePath;
  /** What the message begins with. */
  readonly #label: string;

  constructor(options: { readonly fail: Fail; readonly path: ValuePath; readonly label: string }) {
    this.#fail = options.fail;
    this.#path = options.path;
    this.#label = options.label;
  }

  /** `field`: the one below that it is about. */
  fail(problem: string, ...field: ValuePath): InputError {
    return this.#fail(this.#label + problem, [...this.#path, ...field]);
  }

  /** A value inside this one. */
  at(...field: ValuePath): Place {
    const name = field.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join('');
    return new Place({ fail: this.#fail, path: [...this.#path, ...field], label: `${this.#label}"${name}": ` });
  }

  /** Throws where the value is no mapping, or has fields of other names. */
  fieldsOf(value: unknown, known: readonly string[]): RuleFields {
    if (!isJsonObject(value)) throw this.fail(`it has to be a mapping with ${known.join(', ')}, not ${typeName(value)}.`);
    return new RuleFields({ fields: value, known, fail: (problem, field) => this.fail(problem, field) });
  }
}
