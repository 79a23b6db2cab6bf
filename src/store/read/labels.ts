import type { ReadContext } from './context.ts';
import { idSet } from './id-sets.ts';

export type Labels = Readonly<Record<string, string>>;

/** The labels of each object that has any. Without a prototype: a label may be called anything. */
export function labelsOf({ statements }: ReadContext, ids: readonly number[]): Map<number, Labels> {
  const labels = new Map<number, Record<string, string>>();
  for (const [object, key, value] of statements.raw<[number, string, string]>(LABELS).all(idSet(ids))) {
    let own = labels.get(object);
    if (own === undefined) {
      own = Object.create(null) as Record<string, string>;
      labels.set(object, own);
    }
    own[key] = value;
  }
  return labels;
}

export const NO_LABELS: Labels = Object.freeze(Object.create(null) as Labels);

const LABELS = `
SELECT l.object, p.key, p.value FROM json_each(?) i CROSS JOIN label l ON l.object = i.value CROSS JOIN label_pair p ON p.id = l.pair`;
