/** The numbers that stand for words in the store. Their order is part of the file format: words are only ever added at the end. */

import { HEALTH_STATUSES, type HealthStatus } from '../health/health.ts';
import { ReferenceFlag } from '../relations/rule.ts';
import type { Flaw, Presence, ReferenceStatus } from './reader.ts';

export const PRESENCES: readonly Presence[] = ['PRESENT', 'MISSING', 'NOT_CAPTURED', 'DELETED', 'EXTERNAL'];

export const PresenceCode = { PRESENT: 0, MISSING: 1, NOT_CAPTURED: 2, DELETED: 3, EXTERNAL: 4 } as const;

/** 0 is no flaw. */
export const FLAWS: readonly (Flaw | null)[] = [
  null,
  'UID_MISMATCH',
  'NAME_MISMATCH',
  'KIND_MISMATCH',
  'KIND_UNKNOWN',
  'CROSS_NAMESPACE',
  'NAMESPACED_OWNER_OF_CLUSTER_SCOPED',
  'NOT_PERMITTED',
  'KEY_MISSING',
];

export const FlawCode = {
  UID_MISMATCH: 1,
  NAME_MISMATCH: 2,
  KIND_MISMATCH: 3,
  KIND_UNKNOWN: 4,
  CROSS_NAMESPACE: 5,
  NAMESPACED_OWNER_OF_CLUSTER_SCOPED: 6,
  NOT_PERMITTED: 7,
  KEY_MISSING: 8,
} as const;

/** namespace.id of what lies in none. */
export const CLUSTER_SCOPE = 0;

/** In outcome and selector: all namespaces. */
export const ALL_NAMESPACES = -1;

export const OperationCode = { present: 0, modified: 1, deleted: 2 } as const;

export function presenceOf(code: number): Presence {
  return PRESENCES[code] ?? 'NOT_CAPTURED';
}

/** 0 and NULL are none. */
export function healthCode(status: HealthStatus): number {
  return HEALTH_STATUSES.indexOf(status) + 1;
}

export function healthOf(code: number | null): HealthStatus | null {
  return code === null ? null : (HEALTH_STATUSES[code - 1] ?? null);
}

/** Contract graphql.md §3: the flaw where the pointer has one, else what the target's presence makes of it. */
export function statusOf(flaw: number, flags: number, presence: number): ReferenceStatus {
  const named = FLAWS[flaw];
  if (named) return named;
  const target = presenceOf(presence);
  if (target === 'PRESENT') return 'OK';
  return target === 'MISSING' && (flags & ReferenceFlag.optional) !== 0 ? 'OPTIONAL_MISSING' : target;
}
