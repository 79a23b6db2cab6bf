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

interface Blocker {
  readonly object: { readonly kind: string; readonly namespace: string | null; readonly name: string; readonly phase?: string };
  readonly finalizer: string | null;
}

interface Held {
  readonly deletion: { readonly blockers: { readonly edges: readonly { readonly from: Blocker; readonly to: Blocker }[] } };
}

const BLOCKER = '{ finalizer object { kind namespace name ... on Pod { phase } } }';

export const deletionFacts: readonly Fact[] = [
  ...blockerFacts([
    { section: 'foregroundBlockers', finalizer: 'foregroundDeletion', told: objectText },
    {
      section: 'pvcProtectionBlockers',
      finalizer: 'kubernetes.io/pvc-protection',
      told: (object) => `${objectText(object)} (${object.phase})`,
    },
    // What is left in it; the API services that hold it too are told elsewhere.
    { section: 'namespaceRemaining', finalizer: 'kubernetes', told: objectText, only: (object) => object.namespace !== null },
  ]),
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

/** What waits directly for what, by the finalizer that waits. */
function blockerFacts(
  rows: readonly {
    readonly section: string;
    readonly finalizer: string;
    readonly told: (object: Blocker['object']) => string;
    readonly only?: (object: Blocker['object']) => boolean;
  }[],
): readonly Fact[] {
  return rows.map(({ section, finalizer, told, only = () => true }) => ({
    section: `deletion.${section}`,
    // What nothing is known to block stands there with an empty list, and has no edge here.
    expected: (told) => Object.fromEntries(Object.entries(told as Record<string, string[]>).filter(([, by]) => by.length > 0)),
    find: async (asked) => {
      const query = `{ terminating { items { deletion { blockers { edges { from ${BLOCKER} to ${BLOCKER} } } } } } }`;
      const { terminating } = await asked.ask<{ terminating: { items: Held[] } }>(query);
      const found = new Map<string, Set<string>>();
      for (const { from, to } of terminating.items.flatMap(({ deletion }) => deletion.blockers.edges)) {
        if (from.finalizer !== finalizer || !only(to.object)) continue;
        const blocked = objectText(from.object);
        found.set(blocked, (found.get(blocked) ?? new Set()).add(told(to.object)));
      }
      return Object.fromEntries([...found].map(([blocked, by]) => [blocked, [...by].sort()]));
    },
  }));
}

function objectText({ kind, namespace, name }: Blocker['object']): string {
  return [kind, namespace, name].filter((part) => part !== null).join('/');
}

function byObject<Item extends ToldTerminating>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.object < b.object ? -1 : 1));
}
