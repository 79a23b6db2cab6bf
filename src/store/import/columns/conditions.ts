import { integer, list, member, text, word } from '../../../kube/fixed-keys.ts';
import { parseTime } from '../../../kube/time.ts';
import type { JsonObject } from '../../../records/record.ts';
import { later } from './newest.ts';

/** status.conditions[] in the columns of the table `condition`. Source: apimachinery, pkg/apis/meta/v1/types.go, Condition. */
export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly lastTransition: number | null;
  readonly observedGeneration: number | null;
  /** The newest time that it carries: older kinds also have lastUpdateTime, lastHeartbeatTime and lastProbeTime. */
  readonly newest: number | null;
}

export function conditionsOf(object: JsonObject): readonly Condition[] {
  const written = list(member(object['status'], 'conditions'));
  if (written.length === 0) return NONE;
  const conditions: Condition[] = [];
  for (const condition of written) {
    const type = word(member(condition, 'type'));
    if (type === null) continue;
    const lastTransition = parseTime(member(condition, 'lastTransitionTime'));
    let newest = lastTransition;
    for (const key of OTHER_TIMES) newest = later(newest, parseTime(member(condition, key)));
    conditions.push({
      type,
      status: text(member(condition, 'status')) ?? '',
      reason: word(member(condition, 'reason')),
      message: word(member(condition, 'message')),
      lastTransition,
      observedGeneration: integer(member(condition, 'observedGeneration')),
      newest,
    });
  }
  return conditions;
}

export function conditionStatus(conditions: readonly Condition[], type: string): string | null {
  for (const condition of conditions) if (condition.type === type) return condition.status;
  return null;
}

const OTHER_TIMES = ['lastUpdateTime', 'lastHeartbeatTime', 'lastProbeTime'] as const;
const NONE: readonly Condition[] = [];
