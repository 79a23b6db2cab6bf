/** What `-o` asks for. */
import { UsageError } from '../errors.ts';
import type { Column } from './column.ts';
import { customColumns } from './custom-columns.ts';
import { compileTemplate } from './json-path-template.ts';

export type OutputFormat =
  /** `columns` is null where each kind has its own. */
  | { readonly type: 'table'; readonly wide: boolean; readonly columns: readonly Column[] | null }
  | { readonly type: 'json' }
  | { readonly type: 'yaml' }
  | { readonly type: 'name' }
  | { readonly type: 'template'; readonly print: (document: unknown) => string };

/** Throws UsageError for a template or columns that cannot be read; which formats there are was checked by the flag's table. */
export function outputFormat(value: string | undefined): OutputFormat {
  const [name = '', argument] = splitOnce(value ?? '');
  switch (name) {
    case 'json':
    case 'yaml':
    case 'name':
      return { type: name };
    case 'jsonpath':
      return { type: 'template', print: usage('jsonpath', () => compileTemplate(argument ?? '')) };
    case 'custom-columns':
      return { type: 'table', wide: true, columns: usage('custom-columns', () => customColumns(argument ?? '')) };
    default:
      return { type: 'table', wide: name === 'wide', columns: null };
  }
}

function splitOnce(value: string): string[] {
  const equals = value.indexOf('=');
  return equals < 0 ? [value] : [value.slice(0, equals), value.slice(equals + 1)];
}

/** A path that cannot be read is a mistake on the command line. */
export function usage<Result>(what: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error)) throw error;
    throw new UsageError(`${what}: ${error.message}`);
  }
}
