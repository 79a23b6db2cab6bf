/** Parts of the control plane, which seldom are workloads of the cluster: told by the Lease that their leader renews. */
import { stringAt } from '../../../kube/safe.ts';
import type { JsonObject } from '../../../records/record.ts';
import { lease } from '../../../relations/kinds.ts';
import type { BlockerController } from '../blocker.ts';
import type { ControllerRule } from '../catalogue/finalizer-rule.ts';
import type { DeletionContext } from '../context.ts';
import { numberAt } from './number-at.ts';

/**
 * A leader that has not renewed for this many lease durations, while others beside it have, does not run. A capture may go on for minutes after
 * it listed Leases, so that its end proves nothing of them.
 */
const DURATIONS = 4;
/** Seconds; what leader election asks for unless told otherwise. Source: k8s.io/component-base config, LeaseDuration. */
const USUAL_DURATION = 15;

export async function controlPlanePart(context: DeletionContext, rule: ControllerRule): Promise<BlockerController> {
  const none = { name: rule.name, object: null, desired: null, ready: null } as const;
  if (rule.lease === undefined) return { ...none, state: 'RUNNING', evidence: ['the API server answered the capture'] };
  const { rows } = await context.reader.list({ filter: { kinds: [lease], namespace: 'kube-system', presence: ['PRESENT'] } });
  const contents = await context.contents(rows);
  const own = rows.find(({ name }) => name === rule.lease);
  const content = own === undefined ? undefined : contents.get(own.id);
  const renewed = renewTime(content);
  const started = context.reader.info.capturedFrom ?? context.now;
  if (renewed === null || started === null) return { ...none, state: 'UNKNOWN', evidence: [] };
  const longest = DURATIONS * (numberAt(content, 'spec', 'leaseDurationSeconds') ?? USUAL_DURATION);
  const newest = rows.reduce((latest, { id }) => Math.max(latest, renewTime(contents.get(id)) ?? latest), renewed);
  const behind = seconds(newest - renewed);
  const title = `Lease kube-system/${rule.lease} was renewed`;
  if (behind > longest) return { ...none, state: 'ABSENT', evidence: [`${title} ${behind} s before the newest Lease beside it`] };
  const evidence = [`${title} ${Math.max(0, seconds((context.now ?? started) - renewed))} s before the time of the snapshot`];
  // Nothing but the clock of the collector says that it is old: that clock may be wrong.
  return { ...none, state: seconds(started - renewed) > longest ? 'UNKNOWN' : 'RUNNING', evidence };
}

function renewTime(content: JsonObject | undefined): number | null {
  const time = Date.parse(stringAt(content, 'spec', 'renewTime') ?? '');
  return Number.isNaN(time) ? null : time;
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 1000);
}
