/** Pods by phase, readiness and the states of their containers; claims by StatefulSet; events by type and reason. */
import type { Asked } from '../ask.ts';
import type { Fact } from '../fact.ts';
import { countBy } from './count.ts';

interface Pod {
  readonly phase: string;
  readonly ready: boolean | null;
  readonly restarts: number | null;
  readonly deletionTimestamp: string | null;
  readonly node: { readonly name: string } | null;
  readonly containers: readonly {
    readonly state: string;
    readonly reason: string | null;
    readonly exitCode: number | null;
    readonly lastTermination: { readonly reason: string | null; readonly exitCode: number | null } | null;
  }[];
}

const QUERY = `{ pods { items { phase ready restarts deletionTimestamp node { name }
  containers { state reason exitCode lastTermination { reason exitCode } } } } }`;

export const podFacts: readonly Fact[] = [
  { section: 'pods.total', find: async (asked) => (await pods(asked)).length },
  { section: 'pods.byPhase', find: async (asked) => countBy(await pods(asked), ({ phase }) => phase) },
  { section: 'pods.ready', find: async (asked) => (await pods(asked)).filter(({ ready }) => ready === true).length },
  { section: 'pods.terminating', find: async (asked) => (await pods(asked)).filter((pod) => pod.deletionTimestamp !== null).length },
  { section: 'pods.withoutNodeName', find: async (asked) => (await pods(asked)).filter(({ node }) => node === null).length },
  { section: 'pods.restarts', find: async (asked) => (await pods(asked)).reduce((sum, { restarts }) => sum + (restarts ?? 0), 0) },
  {
    section: 'pods.containerWaiting',
    find: async (asked) => countBy(await containers(asked), ({ state, reason }) => (state === 'WAITING' ? reason : null)),
  },
  {
    section: 'pods.containerTerminated',
    find: async (asked) => ({
      ...countBy(await containers(asked), ({ state, reason, exitCode }) => (state === 'TERMINATED' ? `state ${reason} ${exitCode}` : null)),
      ...countBy(await containers(asked), ({ lastTermination: last }) =>
        last === null ? null : `lastState ${last.reason} ${last.exitCode}`,
      ),
    }),
  },
  {
    section: 'storage.statefulSetClaimByName',
    find: async (asked) => {
      const { statefulSets } = await asked.ask<{
        statefulSets: {
          items: { namespace: string; name: string; persistentVolumeClaims: { items: { namespace: string; name: string }[] } }[];
        };
      }>('{ statefulSets { items { namespace name persistentVolumeClaims(presence: [PRESENT]) { items { namespace name } } } } }');
      return statefulSets.items.flatMap((set) =>
        set.persistentVolumeClaims.items.map((claim) => [
          `StatefulSet/${set.namespace}/${set.name}`,
          `PersistentVolumeClaim/${claim.namespace}/${claim.name}`,
        ]),
      );
    },
  },
  { section: 'events.total', find: async (asked) => (await events(asked)).length },
  { section: 'events.byType', find: async (asked) => countBy(await events(asked), ({ type }) => type) },
  {
    section: 'events.warningReasons',
    find: async (asked) => countBy(await events(asked), ({ type, reason }) => (type === 'Warning' ? reason : null)),
  },
];

async function pods(asked: Asked): Promise<readonly Pod[]> {
  return (await asked.ask<{ pods: { items: Pod[] } }>(QUERY)).pods.items;
}

async function containers(asked: Asked): Promise<readonly Pod['containers'][number][]> {
  return (await pods(asked)).flatMap(({ containers }) => containers);
}

async function events(asked: Asked): Promise<readonly { readonly type: string; readonly reason: string }[]> {
  return (await asked.ask<{ events: { items: { type: string; reason: string }[] } }>('{ events { items { type reason } } }')).events.items;
}
