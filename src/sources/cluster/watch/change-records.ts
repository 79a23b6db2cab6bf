/** Changes of objects as records. */
import type { ObjectRecord } from '../../../records/record.ts';
import { type ApiResource, groupVersionText } from '../discovery/api-resource.ts';
import { alikeOf } from '../lists/object-records.ts';
import type { ObjectEvent } from './watch-event.ts';

/** Observed now. */
export function changeRecords(resource: ApiResource, changes: readonly ObjectEvent[]): ObjectRecord[] {
  const alike = { ...alikeOf(resource), observedAt: Date.now() };
  return changes.map(({ operation, raw }) => ({ type: 'object', snapshot: 0, operation, raw, ...alike }));
}

/** Of objects that nothing told to be deleted, and that are not there any more: all that is known of them is what they were called (`namespace/name`). */
export function deletedRecords(resource: ApiResource, keys: readonly string[]): ObjectRecord[] {
  const alike = { ...alikeOf(resource), observedAt: Date.now() };
  const type = { apiVersion: groupVersionText(resource), kind: resource.kind };
  return keys.flatMap((key) => {
    const slash = key.indexOf('/');
    if (slash < 0) return [];
    const [namespace, name] = [key.slice(0, slash), key.slice(slash + 1)];
    const value = { ...type, metadata: { name, ...(namespace === '' ? {} : { namespace }) } };
    const raw = Buffer.from(JSON.stringify(value));
    return [{ type: 'object', snapshot: 0, operation: 'deleted', raw, ...alike }];
  });
}
