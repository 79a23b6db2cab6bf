import type { ObjectRecord } from '../../../records/record.ts';
import { type ApiResource, resourceText } from '../discovery/api-resource.ts';

/** The items of a list as records. */
export function objectRecords(resource: ApiResource, items: readonly Uint8Array[]): ObjectRecord[] {
  // The same for all: where records go to another thread, that is told once.
  const alike = alikeOf(resource);
  return items.map((raw) => ({ type: 'object', snapshot: 0, operation: 'present', raw, ...alike }));
}

/** What all objects of a resource have in common. */
export function alikeOf(resource: ApiResource): Required<Pick<ObjectRecord, 'origin' | 'resource'>> {
  const { group, version, resource: name } = resource;
  return { origin: { entry: resourceText(resource) }, resource: { group, version, resource: name } };
}
