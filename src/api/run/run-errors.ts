/** The errors of a running operation, as the answer lists them. */
import { GraphQLError } from 'graphql';
import type { Item } from '../model/item.ts';
import type { PlannedField } from '../plan/selection-plan.ts';

interface Occurrence {
  readonly failure: GraphQLError;
  readonly field: PlannedField;
  /** Where it first happened. */
  readonly path: readonly (string | number)[];
  count: number;
}

/**
 * What blanked one field of many objects is one error at the first of them, with `extensions.occurrences`: without that, ten thousand
 * objects would give ten thousand times the same sentence.
 */
export class RunErrors {
  readonly #occurrences = new Map<PlannedField, Map<string, Occurrence>>();

  /** The field of this item, wherever the answer holds it, is null for this. */
  add(field: PlannedField, item: Item, failure: GraphQLError): void {
    let ofField = this.#occurrences.get(field);
    if (ofField === undefined) {
      ofField = new Map();
      this.#occurrences.set(field, ofField);
    }
    const known = ofField.get(failure.message);
    if (known === undefined)
      ofField.set(failure.message, { failure, field, path: [...pathOf(item), field.responseKey], count: item.times });
    else known.count += item.times;
  }

  list(): GraphQLError[] {
    return [...this.#occurrences.values()].flatMap((ofField) => [...ofField.values()]).map(asError);
  }
}

function asError({ failure, field, path, count }: Occurrence): GraphQLError {
  const extensions = { ...failure.extensions, ...(count > 1 ? { occurrences: count } : {}) };
  return new GraphQLError(failure.message, { nodes: field.nodes, path, extensions });
}

function pathOf(item: Item): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = item.origin; at !== null; at = at.parent.origin) {
    if (at.index !== null) path.push(at.index);
    path.push(at.key);
  }
  return path.reverse();
}
