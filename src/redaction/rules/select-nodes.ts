/** Follows a rule's path through a tape. What is not there is left out; nothing recurses; a key that comes twice is followed twice. */
import { evaluateSteps } from '../../kube/json-path-evaluator.ts';
import { type JsonTape, NodeKind } from '../json/json-tape.ts';
import type { NameTest, PathStep } from './path-steps.ts';

/** Bytes of list items that the filters of one path may read. An object that asks for more was made to be slow. */
const MOST_FILTERED = 2 ** 26;

export interface Selection {
  readonly tape: JsonTape;
  readonly from: readonly number[];
  readonly steps: readonly PathStep[];
}

/** The nodes at the path's end, each once. Throws where filters would read more than 64 MiB. */
export function selectNodes({ tape, from, steps }: Selection): readonly number[] {
  const selecting = new Selecting(tape);
  return steps.reduce<readonly number[]>((nodes, step) => [...new Set(selecting.follow(step, nodes))], from);
}

class Selecting {
  readonly #tape: JsonTape;
  #filtered = 0;

  constructor(tape: JsonTape) {
    this.#tape = tape;
  }

  /** From all nodes at once: what lies below several of them is gone through once. */
  follow(step: PathStep, nodes: readonly number[]): readonly number[] {
    switch (step.type) {
      case 'field':
        return nodes.flatMap((node) => this.#field(step.names, node));
      case 'index':
        return nodes.flatMap((node) => this.#tape.items(node).slice(step.index, step.index === -1 ? undefined : step.index + 1));
      case 'slice':
        return nodes.flatMap((node) => this.#slice(step, node));
      case 'wildcard':
        return nodes.flatMap((node) => this.#children(node));
      case 'recursive':
        return this.#tape.within(nodes);
      case 'union':
        return step.steps.flatMap((choice) => this.follow(choice, nodes));
      case 'filter':
        return nodes.flatMap((node) => this.#tape.items(node).filter((item) => this.#holds(step, item)));
    }
  }

  /** The first name is the key's; the others are the path that it is where there is no such key. */
  #field([name, ...path]: readonly NameTest[], node: number): readonly number[] {
    const found = name === undefined ? [] : this.#named(name, node);
    if (found.length > 0 || path.length === 0) return found;
    return path.reduce<readonly number[]>((nodes, part) => nodes.flatMap((next) => this.#named(part, next)), [node]);
  }

  #named(name: NameTest, node: number): number[] {
    const tape = this.#tape;
    if (typeof name === 'string') return tape.values(node, name);
    return tape
      .keys(node)
      .filter((key) => name(tape.text(key)))
      .map((key) => key + 1);
  }

  #slice({ start, end, step }: Extract<PathStep, { type: 'slice' }>, node: number): number[] {
    return this.#tape
      .items(node)
      .slice(start ?? 0, end)
      .filter((_item, index) => index % step === 0);
  }

  #children(node: number): number[] {
    const tape = this.#tape;
    return tape.kind(node) === NodeKind.object ? tape.keys(node).map((key) => key + 1) : tape.items(node);
  }

  #holds(filter: Extract<PathStep, { type: 'filter' }>, item: number): boolean {
    const json = this.#tape.json(item);
    this.#filtered += json.length;
    if (this.#filtered > MOST_FILTERED) throw new RangeError(`the filter of a path would read more than ${MOST_FILTERED} bytes`);
    return evaluateSteps('', [filter], [JSON.parse(json.toString('utf8'))]).length > 0;
  }
}
