/** phase, ready and reason: what one line about an object says. Kinds with words of their own have a row here; all others follow the convention. */

import { member, word } from '../../../kube/fixed-keys.ts';
import { type KindKey, kindName } from '../../../kube/kind.ts';
import type { JsonObject } from '../../../records/record.ts';
import { type Condition, conditionStatus } from './conditions.ts';
import { podReason } from './pod-reason.ts';

export interface Summary {
  readonly phase: string | null;
  readonly ready: number | null;
  readonly reason: string | null;
}

const REASONS: ReadonlyMap<string, (object: JsonObject, conditions: readonly Condition[]) => string | null> = new Map([['Pod', podReason]]);

/** Convention: status.phase, the condition Ready, status.reason. */
export function summaryOf(key: KindKey, object: JsonObject, conditions: readonly Condition[]): Summary {
  const status = object['status'];
  const ready = conditionStatus(conditions, 'Ready');
  const reasonOf = REASONS.get(kindName(key));
  return {
    phase: word(member(status, 'phase')),
    ready: ready === null ? null : Number(ready === 'True'),
    reason: reasonOf === undefined ? word(member(status, 'reason')) : reasonOf(object, conditions),
  };
}
