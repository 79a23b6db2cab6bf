import { splitApiVersion } from '../kube/kind.ts';
import { arrayField, booleanField, numberField, optional, stringArrayField, stringField } from '../records/json-fields.ts';
import type { CaptureOutcome, ResourceOutcome } from '../records/record.ts';

/** What discovery says of one API resource that can be listed. */
export type ServedResource = Pick<ResourceOutcome, 'group' | 'version' | 'resource'> &
  Pick<ResourceOutcome, 'kind' | 'namespaced' | 'singular' | 'shortNames'>;

/** A group that did not answer. */
export interface DiscoveryFailure {
  readonly group: string;
  readonly version: string;
  readonly outcome: CaptureOutcome;
  readonly httpStatus?: number;
  readonly message?: string;
}

export interface Discovery {
  readonly resources: readonly ServedResource[];
  readonly failures: readonly DiscoveryFailure[];
}

/** discovery.json: `{api, apis, resourceLists, failures}`. What is not of the right shape is as good as absent. */
export function parseDiscovery(document: unknown): Discovery {
  return {
    resources: parseResourceLists(arrayField(document, 'resourceLists')),
    failures: arrayField(document, 'failures').flatMap(toFailure),
  };
}

/** A list of APIResourceList, as `/api/v1` and `/apis/GROUP/VERSION` answer. Subresources and what cannot be listed hold no objects. */
export function parseResourceLists(lists: readonly unknown[]): ServedResource[] {
  return lists.flatMap((list) => {
    const groupVersion = splitApiVersion(stringField(list, 'groupVersion') ?? '');
    return arrayField(list, 'resources').flatMap((resource) => toResource(resource, groupVersion));
  });
}

function toResource(resource: unknown, groupVersion: { group: string; version: string }): ServedResource[] {
  const name = stringField(resource, 'name') ?? '';
  if (groupVersion.version === '' || name === '' || name.includes('/') || !stringArrayField(resource, 'verbs').includes('list')) return [];
  const shortNames = stringArrayField(resource, 'shortNames');
  return [
    {
      // A resource may be of another group than its list; then it says so.
      group: stringField(resource, 'group') || groupVersion.group,
      version: stringField(resource, 'version') || groupVersion.version,
      resource: name,
      ...optional('kind', stringField(resource, 'kind')),
      ...optional('namespaced', booleanField(resource, 'namespaced')),
      ...optional('singular', stringField(resource, 'singularName') || undefined),
      ...(shortNames.length === 0 ? {} : { shortNames }),
    },
  ];
}

function toFailure(failure: unknown): DiscoveryFailure[] {
  const groupVersion = stringField(failure, 'groupVersion') ?? stringField(failure, 'group');
  if (groupVersion === undefined) return [];
  const httpStatus = numberField(failure, 'httpStatus');
  const { group, version } = splitApiVersion(groupVersion);
  const outcome = OUTCOME_OF_STATUS.get(httpStatus ?? 0) ?? 'unavailable';
  return [{ group, version, outcome, ...optional('httpStatus', httpStatus), ...optional('message', stringField(failure, 'message')) }];
}

const OUTCOME_OF_STATUS: ReadonlyMap<number, CaptureOutcome> = new Map([
  [401, 'denied'],
  [403, 'denied'],
  [404, 'not_served'],
]);
