/** kubectl's `-o custom-columns=NAME:.metadata.name,PHASE:.status.phase`. Source: kubectl, pkg/cmd/get/customcolumn.go. */
import { compilePath } from '../../src/kube/json-path.ts';
import { UsageError } from '../errors.ts';
import { type Column, none } from './column.ts';
import { valueText } from './json-path-template.ts';

/** Throws UsageError for a column without header or path, PathError for a path that cannot be read. */
export function customColumns(spec: string): Column[] {
  return splitColumns(spec).map((column) => {
    const colon = column.indexOf(':');
    if (colon < 1 || colon === column.length - 1) {
      throw new UsageError(`"${column}" in custom-columns is not of the form HEADER:PATH, for instance NAME:.metadata.name.`);
    }
    const path = compilePath(column.slice(colon + 1));
    return {
      header: column.slice(0, colon),
      cell: (object) => {
        const result = path.evaluate(object);
        const results = path.definite ? [result] : Array.isArray(result) ? result : [];
        const texts = results.filter((each) => each !== undefined && each !== null).map(valueText);
        return texts.length === 0 ? none : texts.join(',');
      },
    };
  });
}

/** At commas, but not at those inside brackets of a path. */
function splitColumns(spec: string): string[] {
  const columns: string[] = [];
  let column = '';
  let depth = 0;
  for (const character of spec) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (character === ',' && depth <= 0) {
      columns.push(column);
      column = '';
    } else {
      column += character;
    }
  }
  return [...columns, column];
}
