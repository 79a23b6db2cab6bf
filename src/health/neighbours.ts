/** What surroundings add to a judgement. */
import { sentence } from './conditions.ts';
import type { HealthFacts, Neighbour } from './input.ts';

/** ` Pod web-1: CrashLoopBackOff: …`, or nothing. */
export function neighbourText(neighbour: Neighbour | null | undefined): string {
  if (!neighbour) return '';
  const said = neighbour.message ?? neighbour.reason;
  return said === null ? ` See ${neighbour.kind} ${neighbour.name}.` : ` ${neighbour.kind} ${neighbour.name}: ${sentence(said)}`;
}

/** Ill now: a pod that failed for good and was left lying is not what holds its controller up. */
export function isIll(neighbour: Neighbour | null | undefined): neighbour is Neighbour & { readonly status: 'DEGRADED' } {
  return neighbour?.status === 'DEGRADED' && neighbour.phase !== 'Failed';
}

/** The newest warning of one of these reasons (all: undefined) at or after the time (any: null), as a sentence. */
export function warningText(
  { warnings = [] }: HealthFacts,
  options: { readonly reasons?: ReadonlySet<string>; readonly since: number | null },
): { readonly reason: string; readonly text: string } | null {
  const { reasons, since } = options;
  for (const { reason, message, lastAt } of warnings) {
    if (reason === null || message === null || (reasons !== undefined && !reasons.has(reason))) continue;
    if (since !== null && (lastAt === null || lastAt < since)) continue;
    return { reason, text: sentence(message) };
  }
  return null;
}

/** The first that is proved not to be there, as a sentence. */
export function missingText({ missing = [] }: HealthFacts): string | null {
  const [first] = missing;
  if (first === undefined) return null;
  const { kind, name, key, path } = first;
  return key === null ? `${kind} ${name}, named by ${path}, does not exist.` : `${kind} ${name} has no key ${key}, which ${path} names.`;
}
