/** Tables as kubectl prints them: no borders, columns three spaces apart, a line a row. */
import { lineText } from './terminal-text.ts';

export interface Cell {
  readonly text: string;
  /** Applied after the cell was padded, so that colours do not count as width. */
  readonly paint?: (text: string) => string;
}

const gap = '   ';

/** Cells may hold captured text: unfit characters are escaped here. Ends with a newline; without rows and headers it is empty. */
export async function formatTable(options: {
  readonly headers?: readonly string[];
  readonly rows: readonly (readonly (Cell | string)[])[];
  readonly indent?: string;
}): Promise<string> {
  const { headers, rows, indent = '' } = options;
  const lines = [...(headers ? [headers.map(toCell)] : []), ...rows.map((row) => row.map(toCell))];
  const width = await widthFunction(lines);
  const widths: number[] = [];
  for (const line of lines) {
    line.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, width(cell.text));
    });
  }
  return lines.map((line) => `${indent}${formatLine(line, widths, width)}\n`).join('');
}

function toCell(cell: Cell | string): Cell {
  return typeof cell === 'string' ? { text: lineText(cell) } : { ...cell, text: lineText(cell.text) };
}

function formatLine(line: readonly Cell[], widths: readonly number[], width: (text: string) => number): string {
  const cells = line.map((cell, column) => {
    const padding = column === line.length - 1 ? '' : ' '.repeat((widths[column] ?? 0) - width(cell.text)) + gap;
    return (cell.paint ? cell.paint(cell.text) : cell.text) + padding;
  });
  return cells.join('').trimEnd();
}

/** Plain ASCII is as wide as it is long; only for other text is the library loaded that knows how wide it shows. */
async function widthFunction(lines: readonly (readonly Cell[])[]): Promise<(text: string) => number> {
  const plain = lines.every((line) => line.every((cell) => /^[ -~]*$/.test(cell.text)));
  if (plain) return (text) => text.length;
  const { default: stringWidth } = await import('string-width');
  return (text) => stringWidth(text);
}
