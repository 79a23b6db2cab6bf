/** The workloads of a snapshot by what they run: their own names, and the last part of their images' names. */

import type { KindKey } from '../../../kube/kind.ts';
import { daemonSet, deployment, pod, statefulSet } from '../../../relations/kinds.ts';
import type { ObjectRow } from '../../../store/reader.ts';
import type { BlockerController } from '../blocker.ts';
import type { DeletionContext } from '../context.ts';
import { numberAt } from './number-at.ts';

export const controllerKinds: readonly KindKey[] = [deployment, statefulSet, daemonSet];

export interface WorkloadIndex {
  /** Workloads that run one of these programs; the first found is the best. */
  find(programs: readonly string[]): readonly ObjectRow[];
  /** False where a workload may exist that was not captured. */
  readonly complete: boolean;
}

export async function indexWorkloads(context: DeletionContext): Promise<WorkloadIndex> {
  const { reader } = context;
  const { rows } = await reader.list({ filter: { kinds: controllerKinds, presence: ['PRESENT'] } });
  const images = await reader.edges({ parents: rows.map(({ id }) => id), direction: 'forward', relations: ['pod-image'] });
  const byProgram = new Map<string, ObjectRow[]>();
  const add = (program: string, row: ObjectRow): void => {
    const known = byProgram.get(program) ?? [];
    if (!known.includes(row)) byProgram.set(program, [...known, row]);
  };
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) add(row.name, row);
  for (const { parent, object } of images) {
    const row = byId.get(parent);
    if (row !== undefined) add(programOf(object.name), row);
  }
  return {
    find: (programs) => programs.flatMap((program) => byProgram.get(program) ?? []),
    complete: (await context.uncaptured([...controllerKinds, pod], null)).length === 0,
  };
}

/** `registry.example.com:5000/team/tenant-operator:1.2@sha256:…` → `tenant-operator`. */
export function programOf(image: string): string {
  const [withoutDigest = ''] = image.split('@');
  const last = withoutDigest.slice(withoutDigest.lastIndexOf('/') + 1);
  const [name = ''] = last.split(':');
  return name;
}

/** Desired and ready replicas, and what they make of it. Source: apps/v1 DeploymentStatus, StatefulSetStatus, DaemonSetStatus. */
export async function workloadState(
  context: DeletionContext,
  workload: ObjectRow,
): Promise<Pick<BlockerController, 'object' | 'state' | 'desired' | 'ready'>> {
  const content = (await context.contents([workload])).get(workload.id);
  const desired = numberAt(content, 'status', 'desiredNumberScheduled') ?? numberAt(content, 'spec', 'replicas') ?? 1;
  const ready = numberAt(content, 'status', 'numberReady') ?? numberAt(content, 'status', 'readyReplicas') ?? 0;
  return { object: workload, desired, ready, state: desired === 0 ? 'SCALED_DOWN' : ready > 0 ? 'RUNNING' : 'NOT_READY' };
}
