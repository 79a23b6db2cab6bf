/** Counts of a workload, as its controller last wrote them: what is zero is not written. */
import { integer, member } from '../../kube/fixed-keys.ts';
import type { JsonObject } from '../../records/record.ts';
import { count } from '../common.ts';
import { conditionOf, sentence } from '../conditions.ts';
import { type Health, health } from '../health.ts';
import type { HealthFacts } from '../input.ts';
import { isIll, neighbourText, warningText } from '../neighbours.ts';

/** spec.replicas; 1 where it is absent, null where it is no count. */
export function desiredReplicas(object: JsonObject): number | null {
  const replicas = member(object['spec'], 'replicas');
  if (replicas === undefined || replicas === null) return 1;
  const number = integer(replicas);
  return number === null || number < 0 ? null : number;
}

export function countIn(object: JsonObject, key: string): number {
  return Math.max(0, integer(member(object['status'], key)) ?? 0);
}

export function hasStatus(object: JsonObject): boolean {
  const status = object['status'];
  return typeof status === 'object' && status !== null && !Array.isArray(status);
}

export const NO_STATUS: Health = health(
  'UNKNOWN',
  'NoStatus',
  'It has no status: either its controller has not seen it, or the capture left the status out.',
);

export const NO_COUNT: Health = health('UNKNOWN', 'Unreadable', 'How many replicas it wants cannot be read.');

export const SCALED_TO_ZERO: Health = health('HEALTHY', 'ScaledToZero', 'No replica is wanted.');

/** Pods that could not be made: quota, admission, a ServiceAccount that is not there. */
export function replicaFailure(object: JsonObject): Health | null {
  const failure = conditionOf(object, 'ReplicaFailure');
  if (failure?.status !== 'True') return null;
  return health(
    'DEGRADED',
    failure.reason ?? 'ReplicaFailure',
    `Pods cannot be made: ${sentence(failure.message ?? 'ReplicaFailure is True')}`,
  );
}

const CREATE_WARNINGS: ReadonlySet<string> = new Set(['FailedCreate', 'FailedDaemonPod', 'FailedPlacement']);

/**
 * Not all there: DEGRADED where what it controls is ill, or its pods are refused, else as `otherwise` says.
 * `wanting`: `1 of 3 replicas is ready.`
 */
export function lacking(options: {
  readonly wanting: string;
  readonly facts: HealthFacts;
  readonly otherwise: Health;
  /** Fewer pods were made than are wanted: else a warning that pods were refused is of the past. */
  readonly isShort?: boolean;
}): Health {
  const { wanting, facts, otherwise, isShort = false } = options;
  const { worst } = facts;
  if (isIll(worst)) return health('DEGRADED', worst.reason ?? otherwise.reason, `${wanting}${neighbourText(worst)}`);
  const refused = !isShort ? null : warningText(facts, { reasons: CREATE_WARNINGS, since: null });
  if (refused !== null) return health('DEGRADED', refused.reason, `${wanting} Pods cannot be made: ${refused.text}`);
  return { ...otherwise, message: `${otherwise.message ?? wanting}${neighbourText(worst?.phase === 'Failed' ? null : worst)}` };
}

/** `1 of 3 replicas ready` */
export function share(have: number, wanted: number, word: string): string {
  return `${have} of ${count(wanted, 'replica')} ${wanted === 1 ? 'is' : 'are'} ${word}.`;
}
