/** The formats in which rows of an answer are written, as they come. */
import type { SqlCell } from '../../src/store/sql/sql-messages.ts';
import type { Output } from '../output/output.ts';
import { formatTable } from '../output/table.ts';
import { jsonText } from '../output/terminal-text.ts';

export interface RowsToWrite {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly SqlCell[]>;
  readonly output: Output;
}

type RowWriter = (rows: RowsToWrite) => Promise<void>;

const WRITERS: Readonly<Record<string, RowWriter>> = { table: writeTable, csv: writeCsv, json: writeJson };

export function writerFor(format: string): RowWriter {
  return WRITERS[format] ?? writeTable;
}

/** Held until all are there, for a column is as wide as its widest cell. NULL is blank, as sqlite3 shows it. */
async function writeTable({ columns, rows, output }: RowsToWrite): Promise<void> {
  const lines: string[][] = [];
  for await (const row of rows) lines.push(row.map((cell) => String(cell ?? '')));
  output.print(await formatTable({ headers: columns, rows: lines }));
}

/** Source: RFC 4180, with a newline as the end of a line. NULL is an empty field. */
async function writeCsv({ columns, rows, output }: RowsToWrite): Promise<void> {
  const { stringify } = await import('csv-stringify/sync');
  const write = async (row: readonly SqlCell[]): Promise<void> => {
    output.printRaw(stringify([row]));
    await output.drained();
  };
  await write(columns);
  for await (const row of rows) await write(row);
}

/** An array of objects. Of columns with the same name the later ones are numbered. */
async function writeJson({ columns, rows, output }: RowsToWrite): Promise<void> {
  const names = distinct(columns);
  let written = 0;
  for await (const row of rows) {
    const object = Object.fromEntries(row.map((cell, column) => [names[column] ?? '', cell]));
    output.printRaw(`${written === 0 ? '[\n' : ',\n'}  ${jsonText(JSON.stringify(object))}`);
    written += 1;
    await output.drained();
  }
  output.printRaw(written === 0 ? '[]\n' : '\n]\n');
}

function distinct(columns: readonly string[]): readonly string[] {
  const names = new Set<string>();
  return columns.map((column) => {
    let name = column;
    for (let number = 2; names.has(name); number += 1) name = `${column}_${number}`;
    names.add(name);
    return name;
  });
}
