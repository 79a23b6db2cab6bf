/** The newer form of discovery: everything in two answers. Source: k8s.io/api/apidiscovery/v2, APIGroupDiscoveryList. */
import { arrayField, isJsonObject, objectField, stringArrayField, stringField } from '../../../records/json-fields.ts';
import type { ApiResource } from './api-resource.ts';
import type { GroupAndVersion, GroupVersion } from './group-version.ts';

/** With the older form behind it: a server that knows no newer one answers with that. */
export const DISCOVERY_TYPES: string = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json',
].join(',');

export function isAggregated(answer: unknown): boolean {
  return stringField(answer, 'kind') === 'APIGroupDiscoveryList';
}

/** A group and version of which the server has nothing, or only what it heard long ago. */
export interface Stale extends GroupAndVersion {
  readonly list: 'stale';
}

/** Each group and version with its resources. */
export function parseAggregated(answer: unknown): (GroupVersion | Stale)[] {
  return arrayField(answer, 'items').flatMap((item) => {
    const group = stringField(objectField(item, 'metadata'), 'name') ?? '';
    return arrayField(item, 'versions').flatMap((entry) => toGroupVersion(entry, group));
  });
}

function toGroupVersion(entry: unknown, group: string): (GroupVersion | Stale)[] {
  const version = stringField(entry, 'version') ?? '';
  if (version === '') return [];
  if (stringField(entry, 'freshness') === 'Stale') return [{ group, version, list: 'stale' }];
  const entries = arrayField(entry, 'resources').filter(isJsonObject);
  return [
    { group, version, list: entries.flatMap(toList), resources: entries.flatMap((resource) => toResource(resource, group, version)) },
  ];
}

function toResource(entry: unknown, group: string, version: string): ApiResource[] {
  const responseKind = objectField(entry, 'responseKind');
  const resource = stringField(entry, 'resource') ?? '';
  const kind = stringField(responseKind, 'kind') ?? '';
  // A resource without a kind of its own is there for its subresources alone.
  if (resource === '' || kind === '') return [];
  return [
    {
      group,
      version,
      resource,
      kind,
      namespaced: stringField(entry, 'scope') === 'Namespaced',
      verbs: stringArrayField(entry, 'verbs'),
      singular: stringField(entry, 'singularResource') ?? '',
      shortNames: stringArrayField(entry, 'shortNames'),
      categories: stringArrayField(entry, 'categories'),
    },
  ];
}

/** The same in the words of the older form, in which a bundle keeps it: a resource, then its subresources. */
function toList(entry: unknown): Record<string, unknown>[] {
  const name = stringField(entry, 'resource') ?? '';
  const namespaced = stringField(entry, 'scope') === 'Namespaced';
  const lists = (key: string): Record<string, unknown> => {
    const values = stringArrayField(entry, key);
    return values.length === 0 ? {} : { [key]: values };
  };
  const resource = {
    name,
    singularName: stringField(entry, 'singularResource') ?? '',
    namespaced,
    ...kindOf(entry),
    verbs: stringArrayField(entry, 'verbs'),
    ...lists('shortNames'),
    ...lists('categories'),
  };
  const subresources = arrayField(entry, 'subresources').map((subresource) => ({
    name: `${name}/${stringField(subresource, 'subresource') ?? ''}`,
    singularName: '',
    namespaced,
    ...kindOf(subresource),
    verbs: stringArrayField(subresource, 'verbs'),
  }));
  return [resource, ...subresources];
}

function kindOf(entry: unknown): Record<string, unknown> {
  const { group, version, kind } = objectField(entry, 'responseKind') ?? {};
  return { ...(group ? { group } : {}), ...(version ? { version } : {}), kind: kind ?? '' };
}
