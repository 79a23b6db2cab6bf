/** The older form of discovery: a list of groups, and of each group and version a list of resources. Source: apimachinery, meta/v1, APIGroupList and APIResourceList. */
import { arrayField, booleanField, isJsonObject, objectField, stringArrayField, stringField } from '../../../records/json-fields.ts';
import type { ApiServer } from '../http/api-server.ts';
import { ApiFault } from '../http/fault.ts';
import { type ApiResource, groupVersionPath } from './api-resource.ts';
import type { GroupAndVersion, GroupVersion } from './group-version.ts';

/** The groups and versions that `/api` and `/apis` name, of each group the preferred version first. */
export function groupVersions(api: unknown, apis: unknown): GroupAndVersion[] {
  const core = stringArrayField(api, 'versions').map((version) => ({ group: '', version }));
  const others = arrayField(apis, 'groups').flatMap((entry) => {
    const group = stringField(entry, 'name') ?? '';
    const preferred = stringField(objectField(entry, 'preferredVersion'), 'version');
    const versions = arrayField(entry, 'versions').flatMap((version) => stringField(version, 'version') ?? []);
    return [...versions.filter((version) => version === preferred), ...versions.filter((version) => version !== preferred)].map(
      (version) => ({ group, version }),
    );
  });
  return [...core, ...others].filter(({ group, version }) => version !== '' && !`${group}${version}`.includes('/'));
}

/** Asks for the resources of one group and version; a server that does not answer is a failure, not an error. `isStale`: it is known to have failed before. */
export async function askGroupVersion(
  api: ApiServer,
  { group, version, isStale }: GroupAndVersion & { readonly isStale: boolean },
): Promise<GroupVersion> {
  try {
    const answer = await api.json({ path: groupVersionPath({ group, version }), retry: isStale ? 'connection' : 'all' });
    const list = arrayField(answer, 'resources').filter(isJsonObject);
    return { group, version, list, resources: list.flatMap((entry) => toResource(entry, { group, version })) };
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    const { outcome, httpStatus, message } = error;
    return { group, version, list: null, resources: [], failure: { outcome, httpStatus, message } };
  }
}

/** Subresources hold no objects of their own. */
function toResource(entry: unknown, { group, version }: GroupAndVersion): ApiResource[] {
  const resource = stringField(entry, 'name') ?? '';
  const kind = stringField(entry, 'kind') ?? '';
  if (resource === '' || kind === '' || resource.includes('/')) return [];
  return [
    {
      group: stringField(entry, 'group') || group,
      version: stringField(entry, 'version') || version,
      resource,
      kind,
      namespaced: booleanField(entry, 'namespaced') ?? false,
      verbs: stringArrayField(entry, 'verbs'),
      singular: stringField(entry, 'singularName') ?? '',
      shortNames: stringArrayField(entry, 'shortNames'),
      categories: stringArrayField(entry, 'categories'),
    },
  ];
}
