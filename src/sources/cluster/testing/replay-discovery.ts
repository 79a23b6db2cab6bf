/** The same discovery in the newer form. Source: k8s.io/api/apidiscovery/v2. */
import { splitApiVersion } from '../../../kube/kind.ts';
import type { ReplayData } from './replay-data.ts';

type Resources = ReplayData['discovery']['resourceLists'][number]['resources'];

export function aggregatedDiscovery({ discovery }: ReplayData, core: boolean): Record<string, unknown> {
  const versions = new Map<string, Record<string, unknown>[]>();
  const add = (groupVersion: string, version: Record<string, unknown>): void => {
    const { group, version: name } = splitApiVersion(groupVersion);
    if ((group === '') === core) versions.set(group, [...(versions.get(group) ?? []), { version: name, ...version }]);
  };
  for (const { groupVersion, resources } of discovery.resourceLists)
    add(groupVersion, { freshness: 'Current', resources: toResources(resources) });
  for (const { groupVersion } of discovery.failures) add(groupVersion, { freshness: 'Stale' });
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: [...versions].map(([name, list]) => ({ metadata: name === '' ? {} : { name }, versions: list })),
  };
}

function toResources(resources: Resources): Record<string, unknown>[] {
  return resources
    .filter(({ name }) => !name.includes('/'))
    .map(({ name, kind, namespaced, singularName, ...more }) => ({
      resource: name,
      responseKind: { group: '', version: '', kind },
      scope: namespaced ? 'Namespaced' : 'Cluster',
      singularResource: singularName,
      ...more,
      subresources: resources
        .filter((other) => other.name.startsWith(`${name}/`))
        .map((other) => ({
          subresource: other.name.slice(name.length + 1),
          responseKind: { group: '', version: '', kind: other.kind },
          verbs: other.verbs,
        })),
    }));
}
