/** One table a kind, as kubectl prints them. */
import { objectAt } from '../../src/kube/safe.ts';
import { formatTable } from '../output/table.ts';
import type { Column, ColumnContext } from './column.ts';
import type { FoundObject } from './fetch-objects.ts';
import { labelsText } from './selector-text.ts';

export interface TableOptions {
  readonly found: readonly FoundObject[];
  readonly columns: readonly Column[];
  readonly context: ColumnContext;
  readonly wide: boolean;
  readonly headers: boolean;
  /** A first column with the namespace. */
  readonly namespaces: boolean;
  readonly labels: boolean;
  /** Before each name, where several kinds are shown: `pod`, `deployment.apps`. */
  readonly prefix: string | null;
}

export async function printTable(options: TableOptions): Promise<string> {
  const columns = tableColumns(options);
  return await formatTable({
    ...(options.headers ? { headers: columns.map((column) => column.header) } : {}),
    rows: options.found.map((found) => columns.map((column) => column.cell(found, options.context))),
  });
}

interface TableColumn {
  readonly header: string;
  readonly cell: (found: FoundObject, context: ColumnContext) => string;
}

function tableColumns(options: TableOptions): TableColumn[] {
  const { columns, wide, namespaces, labels, prefix } = options;
  const shown = columns.filter((column) => wide || column.wide !== true);
  return [
    ...(namespaces ? [{ header: 'NAMESPACE', cell: ({ row }: FoundObject) => row.namespace ?? '' }] : []),
    ...shown.map(
      ({ header, cell }): TableColumn => ({
        header,
        cell: ({ object }, context) =>
          header === 'NAME' && prefix !== null ? `${prefix}/${cell(object, context)}` : cell(object, context),
      }),
    ),
    ...(labels ? [{ header: 'LABELS', cell: ({ object }: FoundObject) => labelsText(objectAt(object, 'metadata', 'labels')) }] : []),
  ];
}
