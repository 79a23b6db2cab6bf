/**
 * Rows as one list of plain values, read in the order in which they were written. Between threads that is far cheaper than rows as objects
 * and lists in lists: nothing but texts and numbers is made anew on the other side.
 */
export type TapeValue = string | number | null;

export class TapeWriter {
  #values: TapeValue[] = [];

  add(value: TapeValue): void {
    this.#values.push(value);
  }

  /** How many they are goes before them. */
  addList(values: readonly TapeValue[]): void {
    this.#values.push(values.length);
    for (const value of values) this.#values.push(value);
  }

  /** What was written so far; the next value begins a new tape. */
  take(): readonly TapeValue[] {
    const values = this.#values;
    this.#values = [];
    return values;
  }
}

/** Throws where another value stands than the one that is asked for: then writer and reader of the tape disagree. */
export class TapeReader {
  readonly #values: readonly TapeValue[];
  #at = 0;

  constructor(values: readonly TapeValue[]) {
    this.#values = values;
  }

  value(): TapeValue {
    const value = this.#values[this.#at++];
    if (value === undefined) throw new Error('The tape of rows ends too early.');
    return value;
  }

  text(): string {
    const value = this.value();
    return typeof value === 'string' ? value : unexpected(value, 'a text');
  }

  textOrNull(): string | null {
    const value = this.value();
    return typeof value === 'number' ? unexpected(value, 'a text') : value;
  }

  number(): number {
    const value = this.value();
    return typeof value === 'number' ? value : unexpected(value, 'a number');
  }
}

function unexpected(value: TapeValue, wanted: string): never {
  throw new Error(`The tape of rows holds ${JSON.stringify(value)} where ${wanted} should be.`);
}
