/** How many pods a workload wants and has. */
import { valueAt } from '../../kube/safe.ts';
import type { JsonObject } from '../../records/record.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { content } from '../fields/needs.ts';
import { described, type FieldRow, type TypeRow } from '../model/field-row.ts';

interface Replicas {
  readonly desired: number | null;
  readonly current: number | null;
  readonly ready: number | null;
  readonly updated: number | null;
  readonly available: number | null;
}

/** Where each kind keeps its counts; null: the kind has none of it. */
interface ReplicaPaths {
  readonly desired: readonly string[];
  /** What is meant where `desired` is absent. */
  readonly absent: number;
  readonly current: string;
  readonly ready: string;
  readonly updated: string | null;
  readonly available: string | null;
}

const deployment: ReplicaPaths = {
  desired: ['spec', 'replicas'],
  absent: 1,
  current: 'replicas',
  ready: 'readyReplicas',
  updated: 'updatedReplicas',
  available: 'availableReplicas',
};
const daemonSet: ReplicaPaths = {
  desired: ['status', 'desiredNumberScheduled'],
  absent: 0,
  current: 'currentNumberScheduled',
  ready: 'numberReady',
  updated: 'updatedNumberScheduled',
  available: 'numberAvailable',
};

/** By kind. A ReplicaSet has one template, so nothing is ever not updated. */
export const workloadFields: ReadonlyMap<string, readonly FieldRow<ObjectRow>[]> = new Map([
  ['Deployment.apps', [replicasField(deployment, 'apps/v1 DeploymentStatus')]],
  ['StatefulSet.apps', [replicasField(deployment, 'apps/v1 StatefulSetStatus')]],
  ['ReplicaSet.apps', [replicasField({ ...deployment, updated: null }, 'apps/v1 ReplicaSetStatus')]],
  ['ReplicationController', [replicasField({ ...deployment, updated: null }, 'core/v1 ReplicationControllerStatus')]],
  ['DaemonSet.apps', [replicasField(daemonSet, 'apps/v1 DaemonSetStatus')]],
]);

function replicasField(paths: ReplicaPaths, source: string): FieldRow<ObjectRow> {
  return {
    name: 'replicas',
    type: 'Replicas',
    description: described('How many pods it wants and has.', `Kubernetes API, ${source}`),
    needs: [content],
    read: (item) => replicasOf(item.get(content)?.canonical ?? null, paths),
  };
}

function replicasOf(object: JsonObject | null, paths: ReplicaPaths): Replicas | null {
  if (object === null) return null;
  const inStatus = (key: string | null) => (key === null ? null : (countAt(object, 'status', key) ?? 0));
  return {
    desired: countAt(object, ...paths.desired) ?? paths.absent,
    current: inStatus(paths.current),
    ready: inStatus(paths.ready),
    updated: inStatus(paths.updated),
    available: inStatus(paths.available),
  };
}

function countAt(object: JsonObject, ...keys: readonly string[]): number | null {
  const value = valueAt(object, ...keys);
  return typeof value === 'number' && Number.isInteger(value) ? value : null;
}

const STATUS = 'Kubernetes API, apps/v1: status of the workload; counts that are zero are not written';

export const replicasType: TypeRow<Replicas> = {
  name: 'Replicas',
  description: described('Counts of a workload’s pods, as its controller last wrote them.', STATUS),
  fields: [
    { name: 'desired', type: 'Int', description: described('How many it should have.', STATUS), read: ({ data }) => data.desired },
    { name: 'current', type: 'Int', description: described('How many there are.', STATUS), read: ({ data }) => data.current },
    { name: 'ready', type: 'Int', description: described('How many of them are ready.', STATUS), read: ({ data }) => data.ready },
    {
      name: 'updated',
      type: 'Int',
      description: described('How many of them are of the newest template; null for kinds that do not tell.', STATUS),
      read: ({ data }) => data.updated,
    },
    {
      name: 'available',
      type: 'Int',
      description: described('How many have been ready for minReadySeconds.', STATUS),
      read: ({ data }) => data.available,
    },
  ],
};
