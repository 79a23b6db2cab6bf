/** Reads fields of a kubeconfig by their type. Another type is an error that names the field, as in kubectl; null is as good as absent. */
import { isJsonObject } from '../../../records/json-fields.ts';
import { ClusterAccessError } from './access-error.ts';

export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #file: string;
  readonly #path: string;

  constructor(options: { readonly value: unknown; readonly file: string; readonly path: string }) {
    const { value, file, path } = options;
    this.#file = file;
    this.#path = path;
    this.#values = isJsonObject(value) ? value : this.#refuse({ value, path, wanted: 'a mapping' });
  }

  /** Undefined where it is empty: an empty value says nothing in a kubeconfig. */
  text(name: string): string | undefined {
    const value = this.#own(name);
    if (value === undefined || value === '') return undefined;
    return typeof value === 'string' ? value : this.#refuse({ value, path: this.#below(name), wanted: 'a string' });
  }

  flag(name: string): boolean {
    const value = this.#own(name);
    if (value === undefined) return false;
    return typeof value === 'boolean' ? value : this.#refuse({ value, path: this.#below(name), wanted: 'true or false' });
  }

  texts(name: string): readonly string[] | undefined {
    const value = this.#own(name);
    return value === undefined ? undefined : this.#textsOf(value, this.#below(name));
  }

  /** The elements of a list, each a mapping. */
  list(name: string): readonly Fields[] {
    const value = this.#own(name) ?? [];
    const path = this.#below(name);
    if (!Array.isArray(value)) return this.#refuse({ value, path, wanted: 'a list' });
    return value.map((item: unknown, index) => new Fields({ value: item, file: this.#file, path: `${path}[${index}]` }));
  }

  mapping(name: string): Fields | undefined {
    const value = this.#own(name);
    return value === undefined ? undefined : new Fields({ value, file: this.#file, path: this.#below(name) });
  }

  /** What is ours to pass on, not to understand. */
  anything(name: string): unknown {
    return this.#own(name);
  }

  namedTexts(): ReadonlyMap<string, string> {
    return new Map(Object.keys(this.#values).map((name) => [name, this.text(name) ?? '']));
  }

  namedLists(): ReadonlyMap<string, readonly string[]> {
    return new Map(Object.keys(this.#values).map((name) => [name, this.texts(name) ?? []]));
  }

  /** The error for what is of the right type and wrong nevertheless. */
  invalid(problem: string): ClusterAccessError {
    return new ClusterAccessError('INVALID', `The kubeconfig ${this.#file} is invalid: ${problem}. ${advice}`);
  }

  #textsOf(value: unknown, path: string): readonly string[] {
    if (!Array.isArray(value)) return this.#refuse({ value, path, wanted: 'a list of strings' });
    return value.map((item: unknown, index) =>
      typeof item === 'string' ? item : this.#refuse({ value: item, path: `${path}[${index}]`, wanted: 'a string' }),
    );
  }

  #own(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? (this.#values[name] ?? undefined) : undefined;
  }

  #below(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }

  #refuse(options: { readonly value: unknown; readonly path: string; readonly wanted: string }): never {
    const { value, path, wanted } = options;
    throw this.invalid(`${path === '' ? 'it' : path} is ${typeName(value)}, but must be ${wanted}`);
  }
}

const advice = 'Mend it, or name another with --kubeconfig.';

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}
