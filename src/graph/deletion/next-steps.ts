/** What to do about the root of a deletion that does not end: the safe way first, and what a way by hand destroys. */
import { kindName } from '../../kube/kind.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { type Blocker, objectName } from './blocker.ts';
import { finalizerRule } from './catalogue/all.ts';
import { LEFT_OVER } from './words.ts';

/** Each once, in the order of the roots of a BlockerGraph. Each names what it costs; clearing a finalizer by hand is always called destructive. */
export function nextSteps(roots: readonly Blocker[]): readonly string[] {
  return [...new Set(roots.flatMap((root) => (root.finalizer === null ? objectSteps(root) : finalizerSteps(root, root.finalizer))))];
}

function finalizerSteps(root: Blocker, finalizer: string): string[] {
  const { controller, object } = root;
  const who = controller?.object ? objectName(controller.object) : (controller?.name ?? 'the controller of the finalizer');
  const leaves = finalizerRule(finalizer, object)?.leaves ?? 'whatever its controller would have cleaned up';
  const byHand = `Destructive, the last resort: clear the finalizer ${finalizer} of ${objectName(object)} by hand. It leaves behind ${leaves}.`;
  if (root.verdict === 'SLOW') return [`Wait: ${who} is within its usual time.`];
  const state = controller?.state;
  if (state === 'RUNNING') return [`Read the log and the events of ${who}: it runs and has not finished.`, byHand];
  if (state === 'NOT_READY' || state === 'SCALED_DOWN')
    return [`Get ${who} running again: it then takes the finalizer away itself.`, byHand];
  if (state === 'ABSENT') return [`Bring back ${who}, so that it cleans up itself.`, byHand];
  return [`Find out who takes ${finalizer} away and whether it runs.`, byHand];
}

const steps: ReadonlyMap<string, (object: ObjectRow) => readonly string[]> = new Map([
  ['Pod', podSteps],
  ['Node', (object) => [`Bring ${objectName(object)} back. ${FORCED}`]],
  ['Service', (object) => [`Give ${objectName(object)} a pod that is ready.`]],
  [
    'APIService.apiregistration.k8s.io',
    (object) => [`Repair what is behind ${objectName(object)}, or delete it where its add-on was removed.`],
  ],
  ['PersistentVolumeClaim', (object) => [`Delete ${objectName(object)} where its data is not needed any more.`]],
]);

const FORCED = 'Destructive where its containers may still run: delete the Node, or force the deletion of its pods.';

function podSteps(pod: ObjectRow): readonly string[] {
  const name = objectName(pod);
  if (pod.phase === 'Succeeded' || pod.phase === 'Failed')
    return [`Delete ${name}: it has ended, and holds on for as long as it is there.`];
  if (pod.ready === true) return [`Delete ${name}, or scale down the workload that makes it, once nobody needs it.`];
  return [
    `Find out why ${name} is not ready (${[...new Set([pod.phase, pod.reason])].filter(Boolean).join(', ')}), or delete it where it is not needed.`,
  ];
}

function objectSteps({ object, verdict, waitsFor }: Blocker): readonly string[] {
  const name = objectName(object);
  if (object.presence === 'NOT_CAPTURED') return [`Capture ${kindName(object)}: ${name} would tell more.`];
  if (object.presence === 'MISSING' && object.kind === 'Node') return ['Force the deletion of its pods: their node is gone.'];
  if (object.presence !== 'PRESENT') return [`Bring back ${name}, or remove what needs it.`];
  if (verdict === 'SLOW') return [`Wait: ${name} is within its usual time.`];
  if (object.deletion === null) {
    const isLeftOver = object.kind === 'Service' && waitsFor === LEFT_OVER;
    return (
      (isLeftOver ? undefined : steps.get(kindName(object))?.(object)) ?? [
        `Delete ${name}, or let go of it, where it is not needed any more.`,
      ]
    );
  }
  if (verdict === 'UNKNOWN') return [`Look at ${name} in the cluster: what would tell more of it was not captured.`];
  return [`Look at ${name} on its node: its kubelet has not confirmed that it has ended.`];
}
