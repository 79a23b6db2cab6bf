/** Follows the steps of a path. What is not there is left out; only own keys count; nothing recurses, so deep values do no harm. */
import { type Comparison, type Literal, type Operand, type OperandPath, PathError, type Step, type Test } from './json-path-step.ts';
import { isObject, valueAt } from './safe.ts';

/** Values that one evaluation may come by, filters included. */
const MOST_VALUES = 1_000_000;

/** All values at the path's end, in document order. Throws PathError after a million values on the way. */
export function evaluateSteps(text: string, steps: readonly Step[], root: unknown): unknown[] {
  return new Evaluation(text, root).follow(steps, root);
}

class Evaluation {
  readonly #text: string;
  readonly #root: unknown;
  #left = MOST_VALUES;

  constructor(text: string, root: unknown) {
    this.#text = text;
    this.#root = root;
  }

  follow(steps: readonly Step[], from: unknown): unknown[] {
    let values: unknown[] = [from];
    for (const step of steps) {
      const next: unknown[] = [];
      for (const value of values) this.#take(step, value, next);
      values = next;
    }
    return values;
  }

  #take(step: Step, value: unknown, into: unknown[]): void {
    switch (step.type) {
      case 'field':
        this.#field(step, value, into);
        return;
      case 'index':
        if (Array.isArray(value)) this.#slice(value, indexSlice(step.index, value.length), into);
        return;
      case 'slice':
        if (Array.isArray(value)) this.#slice(value, step, into);
        return;
      case 'wildcard':
        for (const child of children(value)) this.#keep(child, into);
        return;
      case 'recursive':
        this.#descend(value, into);
        return;
      case 'union':
        for (const choice of step.steps) this.#take(choice, value, into);
        return;
      case 'filter':
        if (Array.isArray(value)) this.#filter(value, step.test, into);
    }
  }

  #field({ name, path }: Extract<Step, { type: 'field' }>, value: unknown, into: unknown[]): void {
    const isThere = isObject(value) && Object.hasOwn(value, name);
    const found = isThere || path === undefined ? undefined : valueAt(value, ...path);
    if (isThere) this.#keep(value[name], into);
    else if (found !== undefined) this.#keep(found, into);
  }

  #filter(items: readonly unknown[], test: Test, into: unknown[]): void {
    for (const item of items) if (this.#holds(test, item)) this.#keep(item, into);
  }

  #keep(value: unknown, into: unknown[]): void {
    this.#count();
    into.push(value);
  }

  #count(): void {
    if (--this.#left < 0) {
      throw new PathError(`The path "${this.#text.slice(0, 100)}" comes by more than ${MOST_VALUES} values; narrow it.`, 0);
    }
  }

  #slice(items: readonly unknown[], slice: Slice, into: unknown[]): void {
    const start = fromEnd(slice.start ?? 0, items.length);
    const end = fromEnd(slice.end ?? items.length, items.length);
    for (let index = start; index < end; index += slice.step) this.#keep(items[index], into);
  }

  /** Parents before their children, siblings in order. */
  #descend(value: unknown, into: unknown[]): void {
    const stack: unknown[] = [value];
    while (stack.length > 0) {
      const current = stack.pop();
      this.#keep(current, into);
      const below = children(current);
      for (let index = below.length - 1; index >= 0; index--) stack.push(below[index]);
    }
  }

  #holds(test: Test, item: unknown): boolean {
    this.#count();
    switch (test.type) {
      case 'and':
        return test.tests.every((part) => this.#holds(part, item));
      case 'or':
        return test.tests.some((part) => this.#holds(part, item));
      case 'exists':
        return this.#operandPath(test.path, item).length > 0;
      case 'compare': {
        const rights = this.#operand(test.right, item);
        return this.#operand(test.left, item).some((left) => rights.some((right) => compares(test.operator, left, right)));
      }
    }
  }

  /** Nothing where the path finds nothing: then no comparison holds, not even !=, as with kubectl. */
  #operand(operand: Operand, item: unknown): unknown[] {
    return operand.type === 'literal' ? [operand.value] : this.#operandPath(operand, item);
  }

  #operandPath(path: OperandPath, item: unknown): unknown[] {
    return this.follow(path.steps, path.fromRoot ? this.#root : item);
  }
}

type Slice = Omit<Extract<Step, { type: 'slice' }>, 'type'>;

/** Of one item, or of none where the index lies outside. */
function indexSlice(index: number, length: number): Slice {
  const start = index < 0 ? length + index : index;
  return { start: Math.max(0, start), end: start < 0 ? 0 : start + 1, step: 1 };
}

function children(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.values(value) : [];
}

function fromEnd(index: number, length: number): number {
  return Math.max(0, Math.min(length, index < 0 ? length + index : index));
}

/** Numbers with numbers, texts with texts; other pairs are unequal and have no order. */
function compares(operator: Comparison, left: unknown, right: unknown): boolean {
  if (operator === '==') return isLiteral(left) && left === right;
  if (operator === '!=') return !(isLiteral(left) && left === right);
  const sameType = (typeof left === 'number' && typeof right === 'number') || (typeof left === 'string' && typeof right === 'string');
  if (!sameType) return false;
  const [a, b] = [left as string | number, right as string | number];
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function isLiteral(value: unknown): value is Literal {
  return value === null || typeof value !== 'object';
}
