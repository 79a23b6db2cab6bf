/** The flags of one call, by their long names. Asking for a flag that the command does not have is a mistake in the program and throws. */
import type { FlagSpec } from './flag-spec.ts';

export interface Flags {
  /** Of a switch. */
  on(name: string): boolean;
  /** The last value given. */
  value(name: string): string | undefined;
  /** All values given. */
  values(name: string): readonly string[];
}

export function createFlags(options: {
  readonly specs: readonly FlagSpec[];
  readonly given: ReadonlyMap<string, readonly string[]>;
}): Flags {
  const names = new Set(options.specs.map((spec) => spec.name));
  const given = (name: string): readonly string[] => {
    if (!names.has(name)) throw new Error(`no flag --${name} in this command's table`);
    return options.given.get(name) ?? [];
  };
  return {
    on: (name) => given(name).length > 0,
    value: (name) => given(name).at(-1),
    values: given,
  };
}
