/** One condition of an object. Source: apimachinery, pkg/apis/meta/v1/types.go, Condition. */
import { integer, list, member, word } from '../kube/fixed-keys.ts';
import { parseTime } from '../kube/time.ts';
import type { JsonObject, JsonValue } from '../records/record.ts';

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string | null;
  readonly message: string | null;
  /** lastTransitionTime, epoch milliseconds. */
  readonly since: number | null;
}

/** The first of the type in status.conditions; null where there is none that says a status. */
export function conditionOf(object: JsonObject, type: string): Condition | null {
  for (const entry of list(member(object['status'], 'conditions'))) {
    if (member(entry, 'type') === type) return readCondition(entry);
  }
  return null;
}

export function isTrue(object: JsonObject, type: string): boolean {
  return conditionOf(object, type)?.status === 'True';
}

export function readCondition(entry: JsonValue): Condition | null {
  const [type, status] = [word(member(entry, 'type')), word(member(entry, 'status'))];
  if (type === null || status === null) return null;
  return {
    type,
    status,
    reason: word(member(entry, 'reason')),
    message: word(member(entry, 'message')),
    since: parseTime(member(entry, 'lastTransitionTime')),
  };
}

/** `Ready is False: MinimumReplicasUnavailable: …`, as far as it says. */
export function conditionText({ type, status, reason, message }: Condition): string {
  const said = [reason, message].filter((part) => part !== null).join(': ');
  return said === '' ? `The condition ${type} is ${status}.` : `${type} is ${status}: ${sentence(said)}`;
}

/** With a full stop where the text ends in none. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Which generation the status speaks of, or null where that is not said. Source: kstatus, checkGeneration. */
export function observedGeneration(object: JsonObject): number | null {
  return integer(member(object['status'], 'observedGeneration'));
}
