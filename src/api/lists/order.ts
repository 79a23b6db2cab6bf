/** The `orderBy` argument. */
import { compilePath } from '../../kube/json-path.ts';
import type { Order } from '../../store/reader.ts';
import type { Arguments } from '../model/field-row.ts';
import { parsed } from './parsed.ts';

/** null where the argument is absent. `name` and `createdAt` are columns; anything else is a path into the object. */
export function orderOf(args: Arguments): Order | null {
  const text = args['orderBy'];
  if (typeof text !== 'string') return null;
  const descending = text.startsWith('-');
  const key = descending ? text.slice(1) : text;
  if (key === 'name') return { by: 'name', descending };
  if (key === 'createdAt') return { by: 'created', descending };
  const path = parsed('orderBy', key, compilePath);
  return { by: (object) => sortable(path.definite ? path.evaluate(object) : firstOf(path.evaluate(object))), descending };
}

function sortable(value: unknown): string | number | null {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? Number(value) : null;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
