/** What is said of a blocker and of a deletion, for people. */
import { kindName } from '../../kube/kind.ts';
import { type Blocker, type DeletionVerdict, objectName } from './blocker.ts';
import type { HeldNode } from './held-node.ts';
import { isPod } from './held-node.ts';

export function waitsForText(node: HeldNode, verdict: DeletionVerdict): string {
  const { object, finalizer, rule } = node;
  if (finalizer !== null) return rule === undefined ? 'until its controller takes the finalizer away' : `until ${rule.until}`;
  if (object.presence === 'MISSING' || object.presence === 'DELETED') return 'it is not there';
  if (object.presence !== 'PRESENT') return 'it was not captured';
  if (object.deletion !== null)
    return isPod(object) ? 'for its kubelet to confirm that the containers have ended' : 'for nothing: it is about to go';
  if (verdict === 'SLOW') return 'for its turn: what waits for it deletes it, or lets go of it, by itself';
  if (node.mustAnswer && isPod(object)) return 'for it to become ready';
  return (node.query === undefined && object.kind !== 'Node' ? undefined : stillThere.get(kindName(object))) ?? LEFT_OVER;
}

/** Of what stands in the way of others only by being there. */
export const LEFT_OVER = 'nobody has asked for its deletion';

const stillThere: ReadonlyMap<string, string> = new Map([
  ['APIService.apiregistration.k8s.io', 'for the Service behind it to answer'],
  ['ValidatingWebhookConfiguration.admissionregistration.k8s.io', 'for the Service behind it to answer'],
  ['MutatingWebhookConfiguration.admissionregistration.k8s.io', 'for the Service behind it to answer'],
  ['Service', 'for a pod behind it that is ready'],
  ['Node', 'for its kubelet to come back'],
]);

const verdictTexts: Readonly<Record<DeletionVerdict, string>> = {
  BLOCKED: 'It will not go before these are dealt with.',
  SLOW: 'What must act is there and within its usual time.',
  ORPHANED: 'What must act is gone: nobody will finish this deletion.',
  UNKNOWN: 'What would decide it was not captured.',
};

const NAMED = 3;

/** Why it is still there, in a few sentences. `own` are its blockers, `roots` where the chain ends. */
export function explanationText(options: {
  readonly verdict: DeletionVerdict;
  readonly own: readonly Blocker[];
  readonly roots: readonly Blocker[];
}): string {
  const { verdict, own, roots } = options;
  const reasons = own.map((blocker) =>
    blocker.finalizer === null ? `It waits ${blocker.waitsFor}` : `Finalizer ${blocker.finalizer} waits ${blocker.waitsFor}`,
  );
  const known = new Set(own);
  const deeper = roots.filter((root) => !known.has(root));
  const more = deeper.length > NAMED ? ` and ${deeper.length - NAMED} more` : '';
  const ends = deeper.length === 0 ? '' : ` It comes down to ${deeper.slice(0, NAMED).map(rootText).join('; ')}${more}.`;
  return `${reasons.join('. ')}.${ends} ${verdictTexts[verdict]}`;
}

function rootText({ object, finalizer, controller }: Blocker): string {
  if (finalizer === null) return objectName(object);
  const who = controller === null ? 'nobody is known to take it away' : `${controller.name}: ${stateText(controller.state)}`;
  return `${objectName(object)} with finalizer ${finalizer} (${who})`;
}

export function stateText(state: NonNullable<Blocker['controller']>['state']): string {
  return {
    RUNNING: 'running',
    NOT_READY: 'there, but not ready',
    SCALED_DOWN: 'scaled to zero',
    ABSENT: 'gone',
    UNKNOWN: 'not known whether it runs',
  }[state];
}
