/** first, after, last and before, checked. */
import { CursorError, type Page } from '../../store/reader.ts';
import { badUserInput, limitExceeded } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { Arguments } from '../model/field-row.ts';

/** Throws BAD_USER_INPUT for a count below 0 or two counts, LIMIT_ROWS for one beyond the list limit. */
export function pageOf(args: Arguments, limits: Limits): Page {
  const first = countOf(args, 'first', limits);
  const last = countOf(args, 'last', limits);
  if (first !== undefined && last !== undefined) throw badUserInput('last', 'Give either first or last, not both.');
  const after = cursorOf(args, 'after');
  const before = cursorOf(args, 'before');
  return {
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  };
}

/** A list that was asked for whole must be whole: beyond the limit it is an error that says how to page. */
export function holdListLimit(count: number, page: Page, limits: Limits): void {
  if (page.first !== undefined || page.last !== undefined || count <= limits.listRows) return;
  throw limitExceeded({ name: 'listRows', limit: limits.listRows, value: count, what: 'The list is too long to be answered whole.' });
}

/** One more than may be answered is read, so that too long a list is known without reading all of it. */
export function boundedPage(page: Page, limits: Limits): Page {
  return page.first === undefined && page.last === undefined ? { ...page, first: limits.listRows + 1 } : page;
}

/** What the Reader says of a cursor that it did not make, as an error about the argument. */
export async function readPage<Value>(page: Page, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CursorError) throw badUserInput(error.cursor === page.before ? 'before' : 'after', error.message);
    throw error;
  }
}

function countOf(args: Arguments, name: 'first' | 'last', limits: Limits): number | undefined {
  const count = args[name];
  if (typeof count !== 'number') return undefined;
  if (count < 0) throw badUserInput(name, `Must be 0 or more, but is ${count}.`);
  if (count > limits.listRows) {
    throw limitExceeded({ name: 'listRows', limit: limits.listRows, value: count, what: `Argument "${name}" asks for ${count} objects.` });
  }
  return count;
}

function cursorOf(args: Arguments, name: 'after' | 'before'): string | undefined {
  const cursor = args[name];
  if (typeof cursor !== 'string') return undefined;
  if (cursor === '') throw badUserInput(name, 'Is empty. Leave it out, or give a cursor of an edge or of pageInfo.');
  return cursor;
}
