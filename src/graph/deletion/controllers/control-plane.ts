/** Parts of the control plane, which seldom are workloads of the cluster: told by the Lease that their leader renews. */
import { stringAt } from '../../../kube/safe.ts';
import { lease } from '../../../relations/kinds.ts';
import type { BlockerController } from '../blocker.ts';
import type { ControllerRule } from '../catalogue/finalizer-rule.ts';
import type { DeletionContext } from '../context.ts';
import { numberAt } from './number-at.ts';

/** A leader that has not renewed for this many lease durations does not run. */
const DURATIONS = 4;
/** Seconds; what leader election asks for unless told otherwise. Source: k8s.io/component-base config, LeaseDuration. */
const USUAL_DURATION = 15;

export async function controlPlanePart(context: DeletionContext, rule: ControllerRule): Promise<BlockerController> {
  const none = { name: rule.name, object: null, desired: null, ready: null } as const;
  if (rule.lease === undefined) return { ...none, state: 'RUNNING', evidence: ['the API server answered the capture'] };
  const [row] = await context.reader.find([{ ...lease, namespace: 'kube-system', name: rule.lease }]);
  const content = row ? (await context.contents([row])).get(row.id) : undefined;
  const renewed = Date.parse(stringAt(content, 'spec', 'renewTime') ?? '');
  if (Number.isNaN(renewed) || context.now === null) return { ...none, state: 'UNKNOWN', evidence: [] };
  const seconds = Math.round((context.now - renewed) / 1000);
  const longest = DURATIONS * (numberAt(content, 'spec', 'leaseDurationSeconds') ?? USUAL_DURATION);
  const evidence = [`Lease kube-system/${rule.lease} was renewed ${Math.max(0, seconds)} s before the time of the snapshot`];
  return { ...none, state: seconds > longest ? 'ABSENT' : 'RUNNING', evidence };
}
