import { integer, list, member } from '../../../kube/fixed-keys.ts';
import { parseTime } from '../../../kube/time.ts';
import type { JsonObject } from '../../../records/record.ts';
import type { Condition } from './conditions.ts';
import { later } from './newest.ts';

/**
 * The newest time at which the object is known to have changed: its creation, managedFields, conditions, and the request of its
 * deletion (deletionTimestamp less the grace period: the timestamp itself lies ahead). Whole seconds, as Kubernetes writes them.
 */
export function changedAt(object: JsonObject, conditions: readonly Condition[]): number | null {
  const metadata = object['metadata'];
  let newest = parseTime(member(metadata, 'creationTimestamp'));
  for (const entry of list(member(metadata, 'managedFields'))) newest = later(newest, parseTime(member(entry, 'time')));
  for (const condition of conditions) newest = later(newest, condition.newest);
  const deletion = parseTime(member(metadata, 'deletionTimestamp'));
  if (deletion === null) return newest;
  return later(newest, deletion - 1000 * (integer(member(metadata, 'deletionGracePeriodSeconds')) ?? 0));
}
