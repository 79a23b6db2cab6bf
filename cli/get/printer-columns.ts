/** The columns that a CRD asks for: `additionalPrinterColumns` of the version that the object was captured in. */
import { compilePath, PathError } from '../../src/kube/json-path.ts';
import { arrayAt, stringAt, valueAt } from '../../src/kube/safe.ts';
import { parseTime } from '../../src/kube/time.ts';
import type { JsonObject, JsonValue } from '../../src/records/record.ts';
import { formatAge } from '../output/age.ts';
import { ageColumn, type Column, nameColumn, text, wide } from './column.ts';

/** Null where the CRD has no columns for the version; kubectl then shows name and age. */
export function printerColumns(options: { readonly crd: JsonObject; readonly version: string }): Column[] | null {
  const { crd, version } = options;
  const served = arrayAt(crd, 'spec', 'versions').find((each) => stringAt(each, 'name') === version);
  const columns = arrayAt(served, 'additionalPrinterColumns').flatMap((column) => printerColumn(column) ?? []);
  return columns.length === 0 ? null : [nameColumn, ...columns];
}

/** Null for a column that cannot be read: the others are shown all the same. */
function printerColumn(column: JsonValue): Column | null {
  const name = stringAt(column, 'name');
  const jsonPath = stringAt(column, 'jsonPath');
  if (!name || !jsonPath) return null;
  const evaluate = evaluator(jsonPath);
  if (evaluate === null) return null;
  const isDate = stringAt(column, 'type') === 'date';
  const made: Column = {
    header: name.toUpperCase(),
    cell: (object, { now }) => (isDate ? dateText(evaluate(object), now) : text(evaluate(object), '')),
  };
  const priority = valueAt(column, 'priority');
  return typeof priority === 'number' && priority > 0 ? wide(made) : made;
}

/** A path of a capture may grow without end on an object of the same capture: such a cell is empty. */
function evaluator(jsonPath: string): ((object: JsonObject) => unknown) | null {
  try {
    const path = compilePath(jsonPath);
    return (object) => {
      try {
        const result = path.evaluate(object);
        return Array.isArray(result) && !path.definite ? result[0] : result;
      } catch (error) {
        if (error instanceof PathError) return undefined;
        throw error;
      }
    };
  } catch (error) {
    if (error instanceof PathError) return null;
    throw error;
  }
}

function dateText(value: unknown, now: number | null): string {
  const time = parseTime(value);
  return time === null ? '' : formatAge({ time, now });
}

/** For kinds that nothing else is known of. */
export const plainColumns: readonly Column[] = [nameColumn, ageColumn];
