/** Support bundles made by hand. */
import { expect } from 'vitest';
import type { SnapshotRecord } from '../../records/record.ts';
import { gzipped, ofType, readAll, tarOf, temporaryFile } from './tar.ts';

export const VERSION: Readonly<Record<string, string>> = {
  'sb/version.yaml': 'apiVersion: troubleshoot.sh/v1beta2\nkind: SupportBundle\nspec:\n  versionNumber: v0.50.0\n',
};
export const json = (value: unknown): string => JSON.stringify(value, null, 2);
export const bare = (name: string, namespace?: string, more: object = {}): object => ({
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
  ...more,
});
export const list = (kind: string, apiVersion: string, items: readonly object[] | null): string =>
  json({ kind: `${kind}List`, apiVersion, metadata: {}, items });
export const namespaces = (...names: string[]): string =>
  list(
    'Namespace',
    'v1',
    names.map((name) => bare(name)),
  );

/** The records of a bundle of these files, below `cluster-resources/` unless they begin with the root `sb/`. */
export async function readBundle(files: Readonly<Record<string, string>>): Promise<SnapshotRecord[]> {
  const prefixed = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name.startsWith('sb/') ? name : `sb/cluster-resources/${name}`, content]),
  );
  const path = await temporaryFile('support-bundle.tar.gz', gzipped(tarOf({ ...VERSION, ...prefixed })));
  const { records, format } = await readAll(path);
  expect(format).toBe('troubleshoot');
  return records;
}

/** `NAMESPACE OUTCOME ITEMS` of each row. */
export function outcomes(records: readonly SnapshotRecord[], resource: string): string[] {
  const rows = ofType(records, 'resource').filter((row) => row.resource === resource);
  return rows.map(({ namespace, outcome, items }) => [namespace ?? '*', outcome, ...(items === undefined ? [] : [items])].join(' ')).sort();
}
