/** What can be said of every kind before its own rules are asked: that it goes, and that its controller has not seen the newest spec. */
import { integer, list, member, word } from '../kube/fixed-keys.ts';
import { parseTime } from '../kube/time.ts';
import type { JsonObject } from '../records/record.ts';
import { observedGeneration } from './conditions.ts';
import { changingAt, type Health, health } from './health.ts';
import type { HealthInput } from './input.ts';

/** A deletion that takes longer waits for something: docs/deletion.md. Milliseconds. */
export const USUAL_DELETION_TIME: number = 5 * 60_000;

/** After this long whatever should have begun has not. The default of a Deployment's progressDeadlineSeconds. Milliseconds. */
export const PROGRESS_DEADLINE: number = 600_000;

/** null where nobody asked for its deletion. */
export function terminating({ object, now }: HealthInput): Health | null {
  const metadata = object['metadata'];
  const asked = member(metadata, 'deletionTimestamp');
  if (asked === undefined || asked === null) return null;
  const deletion = parseTime(asked);
  const held = finalizersText(object);
  if (deletion === null) return health('UNKNOWN', 'Terminating', `It is being deleted; since when cannot be read.${held}`);
  const grace = 1000 * (integer(member(metadata, 'deletionGracePeriodSeconds')) ?? 0);
  return changingAt({
    at: deletion - Math.max(0, grace) + USUAL_DELETION_TIME,
    now,
    first: health('PROGRESSING', 'Terminating', `It is being deleted.${held}`),
    after: health('DEGRADED', 'Terminating', `Its deletion was asked for at ${timeText(deletion)} and is not done.${held}`),
  });
}

/** ` It waits until … take their finalizers away.` */
export function finalizersText(object: JsonObject): string {
  const names = list(member(object['metadata'], 'finalizers')).flatMap((name) => word(name) ?? []);
  if (names.length === 0) return '';
  const shown = names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '');
  return ` It waits for the ${names.length === 1 ? 'finalizer' : 'finalizers'} ${shown}.`;
}

/** null where the status is of the newest spec, or does not say of which. Source: kstatus, checkGeneration. */
export function notObserved({ object }: HealthInput): Health | null {
  const [generation, observed] = [integer(member(object['metadata'], 'generation')), observedGeneration(object)];
  if (generation === null || observed === null || observed >= generation) return null;
  return health(
    'PROGRESSING',
    'NotObserved',
    `Its controller has seen generation ${observed} of ${generation}: the status is of an older spec. If this lasts, look at its controller.`,
  );
}

export function timeText(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? 'an unreadable time' : `${date.toISOString().slice(0, 19)}Z`;
}

/** `3 pods`, `1 pod`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
