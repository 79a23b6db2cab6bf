/** What is being deleted, and the finalizers on everything. */
import type { Fact } from '../fact.ts';
import { countBy } from './count.ts';

interface Terminating {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly deletionTimestamp: string;
  readonly deletion: { readonly finalizers: readonly { readonly name: string; readonly field: string }[] };
}

interface ToldTerminating {
  readonly object: string;
  readonly group: string;
}

export const deletionFacts: readonly Fact[] = [
  {
    section: 'deletion.terminating',
    find: async (asked) => {
      const { terminating } = await asked.ask<{ terminating: { items: Terminating[] } }>(
        '{ terminating { items { group kind namespace name deletionTimestamp deletion { finalizers { name field } } } } }',
      );
      return byObject(
        terminating.items.map(({ group, kind, namespace, name, deletionTimestamp, deletion }) => ({
          object: [kind, namespace, name].filter((part) => part !== null).join('/'),
          group,
          deletionTimestamp,
          finalizers: deletion.finalizers.map((finalizer) => (finalizer.field === 'SPEC' ? `spec:${finalizer.name}` : finalizer.name)),
        })),
      );
    },
    expected: (told) => byObject(told as ToldTerminating[]),
  },
  {
    section: 'deletion.finalizersByName',
    find: async (asked) => {
      const { objects } = await asked.ask<{ objects: { items: { finalizers: string[] }[] } }>('{ objects { items { finalizers } } }');
      return countBy(
        objects.items.flatMap(({ finalizers }) => finalizers),
        (name) => name,
      );
    },
  },
];

function byObject<Item extends ToldTerminating>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.object < b.object ? -1 : 1));
}
