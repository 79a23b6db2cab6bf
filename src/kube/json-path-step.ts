/** What a path is made of once it is read. */

export type Step =
  /** `path`: what a quoted name with dots means to kubectl, where no key is called so. */
  | { readonly type: 'field'; readonly name: string; readonly path?: readonly string[] }
  /** Negative counts from the end. */
  | { readonly type: 'index'; readonly index: number }
  /** As Python's: the end is not included, negative counts from the end; step is at least 1. */
  | { readonly type: 'slice'; readonly start: number | undefined; readonly end: number | undefined; readonly step: number }
  | { readonly type: 'wildcard' }
  /** The value itself and everything below it. */
  | { readonly type: 'recursive' }
  | { readonly type: 'union'; readonly steps: readonly Step[] }
  | { readonly type: 'filter'; readonly test: Test };

export type Test =
  | { readonly type: 'and' | 'or'; readonly tests: readonly Test[] }
  | { readonly type: 'exists'; readonly path: OperandPath }
  | { readonly type: 'compare'; readonly operator: Comparison; readonly left: Operand; readonly right: Operand };

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Literal = string | number | boolean | null;
export type Operand = { readonly type: 'literal'; readonly value: Literal } | OperandPath;

export interface OperandPath {
  readonly type: 'path';
  /** `$`: from the whole value; else from the item that is tested. */
  readonly fromRoot: boolean;
  readonly steps: readonly Step[];
}

/** A path that cannot be read, or that finds too much. `position` counts characters from 0. */
export class PathError extends Error {
  readonly position: number;
  constructor(message: string, position: number) {
    super(message);
    this.name = 'PathError';
    this.position = position;
  }
}
