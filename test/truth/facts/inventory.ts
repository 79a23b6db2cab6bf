/** What is in the capture and what is not: objects by kind and namespace, outcomes, instances of custom kinds, RBAC. */
import type { Asked } from '../ask.ts';
import type { Fact } from '../fact.ts';
import { countBy } from './count.ts';

interface Named {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
}

export const inventoryFacts: readonly Fact[] = [
  { section: 'objects.distinct', find: async (asked) => (await objects(asked)).length },
  {
    section: 'objects.byKind',
    find: async (asked) => countBy(await objects(asked), ({ group, kind }) => `${group === '' ? 'core' : group}/${kind}`),
  },
  { section: 'objects.byNamespace', find: async (asked) => countBy(await objects(asked), ({ namespace }) => namespace ?? '(cluster)') },
  {
    // By uid alone: owners in trees, and those that a flawed pointer's uid leads to.
    section: 'dependentsByUid.objectsThatOwnSomething',
    find: async (asked) => {
      const { objects } = await asked.ask<{
        objects: {
          items: { id: string; dependents: { totalCount: number }; references: { items: { uidHolder: { id: string } | null }[] } }[];
        };
      }>('{ objects { items { id dependents { totalCount } references(relations: ["owner"]) { items { uidHolder { id } } } } } }');
      const owners = objects.items.filter(({ dependents }) => dependents.totalCount > 0).map(({ id }) => id);
      const holders = objects.items.flatMap(({ references }) =>
        references.items.flatMap(({ uidHolder }) => (uidHolder === null ? [] : [uidHolder.id])),
      );
      return new Set([...owners, ...holders]).size;
    },
  },
  {
    section: 'customResourceDefinitions.instances',
    find: async (asked) => {
      const { customResourceDefinitions } = await asked.ask<{
        customResourceDefinitions: { items: { name: string; instances: { totalCount: number } }[] };
      }>('{ customResourceDefinitions { items { name instances { totalCount } } } }');
      return Object.fromEntries(customResourceDefinitions.items.map(({ name, instances }) => [name, instances.totalCount]));
    },
  },
  { section: 'ownerReferences.controller', find: async (asked) => (await owners(asked)).filter(({ controller }) => controller).length },
  {
    section: 'ownerReferences.blockOwnerDeletion',
    find: async (asked) => (await owners(asked)).filter(({ blockOwnerDeletion }) => blockOwnerDeletion).length,
  },
  {
    section: 'apiServiceService.unavailable',
    find: async (asked) => {
      const { apiServices } = await asked.ask<{
        apiServices: { items: { name: string; conditions: { type: string; status: string; reason: string }[] }[] };
      }>('{ apiServices { items { name conditions { type status reason } } } }');
      return apiServices.items.flatMap(({ name, conditions }) =>
        conditions.filter(({ type, status }) => type === 'Available' && status !== 'True').map(({ reason }) => [name, reason]),
      );
    },
  },
  {
    section: 'rbac.subjectsByKind',
    find: async (asked) => {
      const { objects } = await asked.ask<{ objects: { items: { references: { items: { written: { kind: string } }[] } }[] } }>(
        '{ objects(kinds: ["RoleBinding", "ClusterRoleBinding"]) { items { references { items { path written } } } } }',
      );
      const subjects = objects.items.flatMap(({ references }) => references.items as { path: string; written: { kind: string } }[]);
      const distinct = new Map<string, { kind: string }>();
      for (const [index, item] of subjects.entries()) {
        if (item.path.startsWith('subjects[') && item.path.endsWith('.name')) distinct.set(String(index), item.written);
      }
      return countBy([...distinct.values()], ({ kind }) => kind);
    },
  },
  {
    section: 'secrets',
    find: async (asked) => {
      const { secrets } = await asked.ask<{ secrets: { items: { json: Record<string, string> | null }[] } }>(
        '{ secrets { items { json(path: "data") } } }',
      );
      const values = secrets.items.flatMap(({ json }) => Object.values(json ?? {}));
      return {
        total: secrets.items.length,
        keys: values.length,
        valuesPresent: values.filter((value) => !value.startsWith('REDACTED bytes=')).length,
      };
    },
  },
];

async function objects(asked: Asked): Promise<readonly Named[]> {
  return (await asked.ask<{ objects: { items: Named[] } }>('{ objects { items { group kind namespace name } } }')).objects.items;
}

interface Owner {
  readonly controller: boolean;
  readonly blockOwnerDeletion: boolean;
}

async function owners(asked: Asked): Promise<readonly Owner[]> {
  const { objects } = await asked.ask<{ objects: { items: { owners: Owner[] }[] } }>(
    '{ objects { items { owners { controller blockOwnerDeletion } } } }',
  );
  return objects.items.flatMap((object) => object.owners);
}
