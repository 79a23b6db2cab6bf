import type { ResourceOutcome } from '../records/record.ts';

/** discovery.json from what a source told of resources: enough for a reader of bundles, and less than a server says. */
export function discoveryDocument(rows: readonly ResourceOutcome[]): Record<string, unknown> {
  const lists = new Map<string, Map<string, unknown>>();
  for (const row of rows) {
    if (row.served !== true || row.resource === '*') continue;
    const groupVersion = groupVersionOf(row);
    const resources = lists.get(groupVersion) ?? new Map<string, unknown>();
    resources.set(row.resource, {
      name: row.resource,
      singularName: row.singular ?? '',
      namespaced: row.namespaced ?? false,
      kind: row.kind ?? '',
      verbs: ['list'],
      ...(row.shortNames === undefined ? {} : { shortNames: row.shortNames }),
    });
    lists.set(groupVersion, resources);
  }
  return {
    resourceLists: [...lists].map(([groupVersion, resources]) => ({
      kind: 'APIResourceList',
      groupVersion,
      resources: [...resources.values()],
    })),
    failures: rows
      .filter((row) => row.resource === '*')
      .map((row) => ({ groupVersion: groupVersionOf(row), httpStatus: row.httpStatus ?? null, message: row.message ?? null })),
  };
}

function groupVersionOf({ group, version }: ResourceOutcome): string {
  return group === '' ? version : `${group}/${version}`;
}
