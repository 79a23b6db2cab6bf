/** Deployments that are as far as they should be. */
import type { ControlPlane } from '../../../scripts/cluster/index.mjs';
import { field } from './field.ts';
import { until } from './until.ts';

/** By namespace and name. */
export type Replicas = Readonly<Record<string, Readonly<Record<string, number>>>>;

export async function untilReady(cluster: ControlPlane, replicas: Replicas): Promise<void> {
  await untilStatus({ cluster, replicas, what: 'are ready', states: [['readyReplicas', true]] });
}

/** All of the present revision, and none of an earlier one. */
export async function untilRolledOut(cluster: ControlPlane, replicas: Replicas): Promise<void> {
  const states = ['updatedReplicas', 'readyReplicas', 'replicas'].map((name) => [name, true] as const);
  await untilStatus({ cluster, replicas, what: 'are rolled out', states: [...states, ['terminatingReplicas', false]] });
}

async function untilStatus(options: {
  readonly cluster: ControlPlane;
  readonly replicas: Replicas;
  readonly what: string;
  /** Fields that must be as many as wanted, or none. */
  readonly states: readonly (readonly [name: string, all: boolean])[];
}): Promise<void> {
  const { cluster, replicas, what, states } = options;
  const wanted = Object.entries(replicas).flatMap(([namespace, names]) =>
    Object.entries(names).map(([name, count]) => ({ namespace, name, count })),
  );
  await until({
    what: `the Deployments ${wanted.map(({ namespace, name }) => `${namespace}/${name}`).join(', ')} ${what}`,
    look: async () => {
      const behind: object[] = [];
      for (const { namespace, name, count } of wanted) {
        const deployment = await cluster.api.get(`/apis/apps/v1/namespaces/${namespace}/deployments/${name}`);
        const isSeen = field(deployment, 'status', 'observedGeneration') === deployment.metadata['generation'];
        const isThere = states.every(([state, all]) => (field(deployment, 'status', state) ?? 0) === (all ? count : 0));
        if (!isSeen || !isThere) behind.push({ namespace, name, status: deployment['status'] });
      }
      return behind;
    },
    isReached: (behind) => behind.length === 0,
  });
}
