/** From a request to its objects, read from the snapshot in pieces. */
import { isObject } from '../../src/kube/safe.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { ListQuery, ObjectFilter, ObjectRow, Order, Reader } from '../../src/store/reader.ts';
import { CommandError } from '../errors.ts';
import type { ResourceRequest } from './resource-arguments.ts';

export interface FoundObject {
  readonly row: ObjectRow;
  readonly object: JsonObject;
}

export interface FetchOptions {
  readonly reader: Reader;
  readonly request: ResourceRequest;
  /** null: in every namespace. Of a cluster-scoped kind it is not looked at. */
  readonly namespace: string | null;
  readonly namespaced: boolean;
  /** What selectors ask for. */
  readonly filter: Pick<ObjectFilter, 'labels' | 'fields' | 'health'>;
  readonly order?: Order;
}

export interface Fetched {
  readonly found: readonly FoundObject[];
  /** Names that were asked for and are not there, each with what is known of it. */
  readonly absent: readonly { readonly name: string; readonly row: ObjectRow | null }[];
}

export async function fetchObjects(options: FetchOptions): Promise<Fetched> {
  const { reader, request } = options;
  if (request.names === null) return { found: await withObjects(reader, await listRows(options)), absent: [] };
  const namespace = options.namespaced ? options.namespace : null;
  if (options.namespaced && namespace === null)
    throw new CommandError('an object cannot be asked for by name across all namespaces: give its namespace with -n.');
  const rows = await reader.find(request.names.map((name) => ({ ...request.key, namespace, name })));
  const asked = request.names.map((name, index) => ({ name, row: rows[index] ?? null }));
  const present = asked.flatMap(({ row }) => (row?.presence === 'PRESENT' ? row : []));
  return { found: await withObjects(reader, present), absent: asked.filter(({ row }) => row?.presence !== 'PRESENT') };
}

async function listRows(options: FetchOptions): Promise<readonly ObjectRow[]> {
  const { reader, request, namespace, namespaced, filter, order } = options;
  const query: ListQuery = {
    filter: {
      ...filter,
      kinds: [request.key],
      presence: ['PRESENT'],
      ...(namespaced && namespace !== null ? { namespace } : {}),
    },
    ...(order ? { order } : {}),
  };
  return (await reader.list(query)).rows;
}

/** So many objects are read at a time. */
const pieceSize = 500;

async function withObjects(reader: Reader, rows: readonly ObjectRow[]): Promise<FoundObject[]> {
  const found: FoundObject[] = [];
  for (let start = 0; start < rows.length; start += pieceSize) {
    const piece = rows.slice(start, start + pieceSize);
    const texts = await reader.json(piece.map((row) => row.id));
    for (const row of piece) found.push({ row, object: parsed(texts.get(row.id)) });
  }
  return found;
}

function parsed(text: string | undefined): JsonObject {
  const value: unknown = text === undefined ? null : JSON.parse(text);
  return isObject(value) ? value : {};
}
