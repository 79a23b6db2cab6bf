/** What runs in a snapshot, by its programs: the names of workloads, and the last part of the names of their images. */
import { type KindKey, kindName } from '../../../kube/kind.ts';
import { daemonSet, deployment, image, pod, statefulSet } from '../../../relations/kinds.ts';
import type { ObjectRow } from '../../../store/reader.ts';
import { groupBy } from '../../group-by.ts';
import type { DeletionContext } from '../context.ts';
import { numberAt } from './number-at.ts';

/** In which controllers usually run; the first that is found is told. */
export const controllerKinds: readonly KindKey[] = [deployment, statefulSet, daemonSet];

export interface WorkloadIndex {
  /** What runs one of these programs, workloads before bare pods and before what holds a pod template without running it. */
  find(programs: readonly string[]): Promise<readonly ObjectRow[]>;
  /** False where something may run that was not captured. */
  readonly complete: boolean;
}

export async function indexWorkloads(context: DeletionContext): Promise<WorkloadIndex> {
  const { reader } = context;
  const { rows: workloads } = await reader.list({ filter: { kinds: controllerKinds, presence: ['PRESENT'] } });
  const { rows: images } = await reader.list({ filter: { kinds: [image] } });
  const byImage = groupBy(images, ({ name }) => programOf(name));
  return {
    async find(programs) {
      const named = workloads.filter(({ name }) => programs.some((program) => isNamed(name, program)));
      const parents = programs.flatMap((program) => byImage.get(program) ?? []).map(({ id }) => id);
      const edges = await reader.edges({ parents, direction: 'reverse', relations: ['pod-image'] });
      const running = edges.map(({ object }) => object).filter(({ presence }) => presence === 'PRESENT');
      return [...named, ...running].sort((a, b) => rank(a) - rank(b));
    },
    complete: (await context.uncaptured([...controllerKinds, pod], null)).length === 0,
  };
}

/** Installers put the name of a release before it: `my-argocd-application-controller`. */
function isNamed(name: string, program: string): boolean {
  return name === program || name.endsWith(`-${program}`);
}

const ranks: ReadonlyMap<string, number> = new Map([...controllerKinds, pod].map((kind, index) => [kindName(kind), index]));

function rank(row: ObjectRow): number {
  return ranks.get(kindName(row)) ?? ranks.size;
}

/** `registry.example.com:5000/team/tenant-operator:1.2@sha256:…` → `tenant-operator`. */
function programOf(name: string): string {
  const [withoutDigest = ''] = name.split('@');
  const last = withoutDigest.slice(withoutDigest.lastIndexOf('/') + 1);
  const [program = ''] = last.split(':');
  return program;
}

export interface WorkloadState {
  readonly object: ObjectRow;
  readonly state: 'RUNNING' | 'NOT_READY' | 'SCALED_DOWN';
  readonly desired: number;
  readonly ready: number;
}

/** Desired and ready replicas, and what they make of it. Source: apps/v1 DeploymentStatus, StatefulSetStatus, DaemonSetStatus. */
export async function workloadStates(context: DeletionContext, workloads: readonly ObjectRow[]): Promise<readonly WorkloadState[]> {
  const contents = await context.contents(workloads);
  return workloads.map((object) => {
    const content = contents.get(object.id);
    const desired = numberAt(content, 'status', 'desiredNumberScheduled') ?? numberAt(content, 'spec', 'replicas') ?? 1;
    const counted = numberAt(content, 'status', 'numberReady') ?? numberAt(content, 'status', 'readyReplicas') ?? 0;
    const ready = kindName(object) === kindName(pod) ? Number(object.ready === true) : counted;
    return { object, desired, ready, state: desired === 0 ? 'SCALED_DOWN' : ready > 0 ? 'RUNNING' : 'NOT_READY' };
  });
}
