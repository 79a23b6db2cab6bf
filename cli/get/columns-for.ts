/** The columns of a kind in a snapshot: ours, else those of its CRD, else name and age. */

import { type KindKey, kindName, splitApiVersion } from '../../src/kube/kind.ts';
import { isObject } from '../../src/kube/safe.ts';
import type { ObjectRow, Reader } from '../../src/store/reader.ts';
import type { Column } from './column.ts';
import { columnsOf } from './kind-columns.ts';
import { plainColumns, printerColumns } from './printer-columns.ts';

export async function columnsFor(options: {
  readonly reader: Reader;
  readonly key: KindKey;
  readonly rows: readonly ObjectRow[];
}): Promise<readonly Column[]> {
  const { reader, key, rows } = options;
  return columnsOf(key) ?? (await crdColumns({ reader, key, version: rows[0]?.apiVersion ?? '' })) ?? plainColumns;
}

async function crdColumns(options: { readonly reader: Reader; readonly key: KindKey; readonly version: string }): Promise<Column[] | null> {
  const { reader, key, version } = options;
  const plural = reader.kinds.find((row) => kindName(row) === kindName(key))?.plural;
  if (!plural || key.group === '') return null;
  const name = `${plural}.${key.group}`;
  const [row] = await reader.find([{ group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition', namespace: null, name }]);
  const json = row?.presence === 'PRESENT' ? (await reader.json([row.id])).get(row.id) : undefined;
  const crd: unknown = json === undefined ? null : JSON.parse(json);
  return isObject(crd) ? printerColumns({ crd, version: splitApiVersion(version).version }) : null;
}
