/** Which versions of custom kinds the API server serves, by their definitions: the collector cannot ask for an owner by any other. */
import { type KindKey, kindName } from '../../kube/kind.ts';
import { arrayAt, stringAt, valueAt } from '../../kube/safe.ts';
import type { JsonObject } from '../../records/record.ts';
import type { KindRow, Reader } from '../../store/reader.ts';

const definition: KindKey = { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' };

const NONE: ReadonlySet<string> = new Set();

/** By kind: its served versions. Kinds without a captured definition are left out: of them nothing is known. */
export async function servedVersions(reader: Reader, kinds: readonly KindRow[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const custom = kinds.filter((kind) => kind.custom && kind.plural !== null);
  if (custom.length === 0) return new Map();
  const keys = custom.map(({ group, plural }) => ({ ...definition, namespace: null, name: `${plural}.${group}` }));
  const rows = await reader.find(keys);
  const texts = await reader.json(rows.flatMap((row) => (row?.presence === 'PRESENT' ? [row.id] : [])));
  const versions = new Map<string, ReadonlySet<string>>();
  for (const [index, kind] of custom.entries()) {
    const text = texts.get(rows[index]?.id ?? 0);
    const served = text === undefined ? NONE : versionsIn(JSON.parse(text) as JsonObject);
    // A definition that names none was not captured whole.
    if (served.size > 0) versions.set(kindName(kind), served);
  }
  return versions;
}

/** Older definitions have one version of all, or the same list. */
function versionsIn(content: JsonObject): ReadonlySet<string> {
  const served = arrayAt(content, 'spec', 'versions').filter((version) => valueAt(version, 'served') === true);
  const single = stringAt(content, 'spec', 'version');
  return new Set([
    ...served.flatMap((version) => stringAt(version, 'name') ?? []),
    ...(single === undefined || served.length > 0 ? [] : [single]),
  ]);
}
