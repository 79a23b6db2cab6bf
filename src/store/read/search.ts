/** Search: names by any part of them, events and problems by the words of their messages. */

import { splitApiVersion } from '../../kube/kind.ts';
import type { JsonObject } from '../../records/record.ts';
import { CursorError, type Reader, type SearchHit } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { idSet } from './id-sets.ts';
import { keyColumns } from './objects.ts';

type SearchQuery = Parameters<Reader['search']>[0];
type Hit = Omit<SearchHit, 'cursor'>;

/**
 * All words must be there. Names first: the exact one, those that begin so, then others, by name; then problems as they came; then
 * events, the newest first. Names of events are left out, for they only repeat the names of what they speak of.
 */
export function searchReads(context: ReadContext): Pick<Reader, 'search'> {
  return {
    async search(query) {
      const words = query.text
        .toLowerCase()
        .replaceAll('\0', ' ') // it would end the text for SQLite
        .split(/\s+/)
        .filter((word) => word !== '')
        .slice(0, MOST_WORDS);
      if (words.length === 0) return { hits: [], hasNextPage: false, totalCount: 0 };
      const hits = [...nameHits(context, query, words), ...problemHits(context, query, words), ...eventHits(context, query, words)];
      const { after, first } = query.page;
      const start = after === undefined ? 0 : placeOf(after) + 1;
      const end = first === undefined ? hits.length : Math.min(hits.length, start + first);
      const shown = hits.slice(start, end).map((hit, index) => ({ ...hit, cursor: cursorOf(start + index) }));
      return { hits: shown, hasNextPage: end < hits.length, totalCount: hits.length };
    },
  };
}

const MOST_WORDS = 16;

function nameHits(context: ReadContext, query: SearchQuery, words: readonly string[]): Hit[] {
  const { statements, names, meter } = context;
  const event = names.kindId({ group: '', kind: 'Event' }) ?? 0;
  const conditions = words.map(() => "o.name LIKE ? ESCAPE '\\'").join(' AND ');
  const { sql, parameters } = narrowed(context, query);
  const find = statements.raw<[number, string]>(`SELECT o.id, o.name FROM object o WHERE o.kind <> ?${sql} AND ${conditions}`);
  const found: { readonly id: number; readonly name: string; readonly rank: number }[] = [];
  const text = query.text.trim().toLowerCase();
  for (const [id, name] of find.iterate(event, ...parameters, ...words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`))) {
    meter.rows(1);
    const lower = name.toLowerCase();
    found.push({ id, name, rank: lower === text ? 0 : lower.startsWith(text) ? 1 : 2 });
  }
  found.sort((one, other) => one.rank - other.rank || (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id - other.id));
  return found.map(({ id, name }) => ({ source: 'NAME', object: id, text: name }));
}

function eventHits(context: ReadContext, query: SearchQuery, words: readonly string[]): Hit[] {
  const match = fullText(words);
  if (match === null) return [];
  const { sql, parameters } = narrowed(context, query);
  const find = context.statements.raw<[number, string | null]>(`
    SELECT e.object, e.message FROM event_search s CROSS JOIN event e ON e.object = s.rowid CROSS JOIN object o ON o.id = e.object
    WHERE event_search MATCH ?${sql} ORDER BY e.last_at DESC, e.object`);
  const rows = find.all(match, ...parameters);
  context.meter.rows(rows.length);
  return rows.map(([object, message]) => ({ source: 'EVENT', object, text: message ?? '' }));
}

function problemHits(context: ReadContext, query: SearchQuery, words: readonly string[]): Hit[] {
  const match = fullText(words);
  if (match === null) return [];
  const find = context.statements.raw<[string, string | null]>(
    'SELECT p.message, p.object FROM problem_search s CROSS JOIN problem p ON p.id = s.rowid WHERE problem_search MATCH ? ORDER BY p.id',
  );
  const rows = find.all(match);
  context.meter.rows(rows.length);
  const isNarrowed = query.kinds !== undefined || query.namespace !== undefined;
  const kinds = query.kinds === undefined ? null : context.names.kindIds(query.kinds);
  const hits: Hit[] = [];
  for (const [message, object] of rows) {
    const named = object === null ? null : problemObject(context, JSON.parse(object) as JsonObject);
    if (isNarrowed && named === null) continue;
    if (kinds !== null && !kinds.includes(named?.kind ?? 0)) continue;
    if (query.namespace !== undefined && named?.namespace !== context.names.namespaceId(query.namespace)) continue;
    hits.push({ source: 'PROBLEM', object: named?.id ?? 0, text: message });
  }
  return hits;
}

/** The stored object that a problem names. */
function problemObject(context: ReadContext, named: JsonObject): { id: number; kind: number; namespace: number } | null {
  const { apiVersion, kind, namespace, name } = named;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || typeof name !== 'string') return null;
  const { group } = splitApiVersion(apiVersion);
  const key = keyColumns(context, {
    group: apiVersion.includes('/') ? group : '',
    kind,
    namespace: typeof namespace === 'string' ? namespace : null,
    name,
  });
  if (key === null) return null;
  const id = context.statements.pluck<number>('SELECT id FROM object WHERE kind = ? AND namespace = ? AND name = ?').get(...key);
  return id === undefined ? null : { id, kind: key[0], namespace: key[1] };
}

function narrowed({ names }: ReadContext, { kinds, namespace }: SearchQuery): { sql: string; parameters: unknown[] } {
  const conditions: string[] = [];
  const parameters: unknown[] = [];
  if (kinds !== undefined) {
    conditions.push(' AND o.kind IN (SELECT value FROM json_each(?))');
    parameters.push(idSet(names.kindIds(kinds)));
  }
  if (namespace !== undefined) {
    conditions.push(' AND o.namespace = ?');
    parameters.push(names.namespaceId(namespace) ?? -1);
  }
  return { sql: conditions.join(''), parameters };
}

/** FTS5's own syntax is not for users: each word is quoted, and matches what begins with it. Source: sqlite.org, fts5.html §3. */
function fullText(words: readonly string[]): string | null {
  const spoken = words.filter((word) => /[\p{L}\p{N}]/u.test(word));
  return spoken.length === 0 ? null : spoken.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ');
}

function cursorOf(place: number): string {
  return Buffer.from(`hit ${place}`).toString('base64url');
}

function placeOf(cursor: string): number {
  const place = /^hit (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (place === undefined) throw new CursorError(cursor);
  return Number(place);
}
