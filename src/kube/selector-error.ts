/** A label or field selector that cannot be read. `position` counts characters from 0. */
export class SelectorError extends Error {
  readonly position: number;
  constructor(message: string, position: number) {
    super(message);
    this.name = 'SelectorError';
    this.position = position;
  }
}
