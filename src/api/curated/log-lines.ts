/** The lines of a log, filtered and paged while its parts are read. */
import { isSince, type LogLine, linesBack, linesBackSince, linesOf } from '../../graph/log-lines.ts';
import { parseDuration } from '../../kube/duration.ts';
import { parseTime } from '../../kube/time.ts';
import type { CaptureOutcome } from '../../records/record.ts';
import type { Completeness, Page } from '../../store/reader.ts';
import { badUserInput } from '../errors.ts';
import type { ListSource, PageOf } from '../lists/page.ts';
import { holdListLimit, pageOf } from '../lists/paging.ts';
import { compilePattern } from '../lists/where-operators.ts';
import type { Arguments, Batch } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';
import type { LogData } from './container-log.ts';

interface LinesQuery {
  readonly page: Page;
  /** Number of the line to begin after. */
  readonly after: number;
  readonly matches: (line: string) => boolean;
  /** Epoch ms; 0: all. A line without a time goes with the one before it. */
  readonly since: number;
}

export function logLineLists({ scope, items, args }: Batch<LogData>): ListSource<LogLine> {
  const query = linesQuery(scope, args);
  const logs = items.map((item) => item.data);
  const each = <Value>(indexes: readonly number[], ask: (log: number) => Value) =>
    indexes.map((index): Value | Error => {
      try {
        return ask(logs[index]?.info?.id ?? 0);
      } catch (error) {
        if (error instanceof Error) return error;
        throw error;
      }
    });
  return {
    pages: async (indexes) => each(indexes, (log) => pageOfLines(scope, log, query)),
    totals: async (indexes) => each(indexes, (log) => countLines(scope, log, { ...query, after: 0 })),
    completeness: async (indexes) => indexes.map((index) => completenessOf(logs[index])),
  };
}

function linesQuery(scope: Scope, args: Arguments): LinesQuery {
  const { match, since } = args;
  const page = pageOf(args, scope.limits);
  return {
    page,
    after: page.after === undefined ? 0 : lineOfCursor(page.after),
    matches: typeof match === 'string' ? compilePattern('match', match) : () => true,
    since: typeof since === 'string' ? timeOf(since, scope.reader.info.capturedTo) : 0,
  };
}

function pageOfLines(scope: Scope, log: number, query: LinesQuery): PageOf<LogLine> {
  const { page } = query;
  const wanted = page.first ?? page.last ?? scope.limits.listRows;
  const found: LogLine[] = [];
  let more = false;
  for (const line of page.last === undefined ? matchingLines(scope, log, query) : lastMatchingLines(scope, log, query)) {
    if (found.length === wanted) {
      more = true;
      break;
    }
    found.push(line);
  }
  holdListLimit(found.length + Number(more), page, scope.limits);
  const nodes = page.last === undefined ? found : found.reverse();
  const hasNextPage = page.last === undefined && more;
  const hasPreviousPage = page.last === undefined ? query.after > 0 : more;
  return { nodes, cursors: nodes.map((line) => cursorOf(line.number)), hasNextPage, hasPreviousPage };
}

function countLines(scope: Scope, log: number, query: LinesQuery): number {
  let count = 0;
  for (const _ of matchingLines(scope, log, query)) count += 1;
  return count;
}

/** A cursor is of a line that is in the list: those without a time that follow it are in the list too. */
function* matchingLines(scope: Scope, log: number, query: LinesQuery): Iterable<LogLine> {
  let since = query.since === 0 || query.after > 0;
  for (const part of scope.reader.logParts(log, {})) {
    if (part.firstLine + part.lines <= query.after) continue;
    for (const line of linesOf(part)) {
      if (line.number <= query.after) continue;
      since = isSince(line, query.since) ?? since;
      if (since && query.matches(line.text)) yield line;
    }
  }
}

function* lastMatchingLines(scope: Scope, log: number, query: LinesQuery): Iterable<LogLine> {
  const from = { reader: scope.reader, log, after: query.after };
  for (const line of query.since === 0 ? linesBack(from) : linesBackSince({ ...from, since: query.since })) {
    if (query.matches(line.text)) yield line;
  }
}

/** A duration counts back from the time of the snapshot, never from the reader's clock. */
function timeOf(since: string, now: number | null): number {
  const time = parseTime(since);
  if (time !== null) return time;
  const duration = parseDuration(since);
  if (duration === null)
    throw badUserInput('since', `"${since}" is neither a time such as 2026-11-23T05:00:00Z nor a duration such as 15m.`);
  if (now === null) throw badUserInput('since', 'The time of this snapshot is not known: give a time such as 2026-11-23T05:00:00Z.');
  return now - duration;
}

function cursorOf(line: number): string {
  return Buffer.from(`line ${line}`).toString('base64url');
}

function lineOfCursor(cursor: string): number {
  const match = /^line (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (match === null) throw badUserInput('after', 'This is no cursor of a log. Take it from an edge or from pageInfo.');
  return Number(match[1]);
}

function completenessOf(log: LogData | undefined): Completeness {
  const outcome = log?.outcome === undefined || log.outcome === 'not_started' ? 'ok' : log.outcome;
  if (outcome === 'ok' && log?.info?.truncated !== true) return { complete: true, gaps: [] };
  const shown: CaptureOutcome = outcome === 'ok' ? 'partial' : outcome;
  const message = log?.info?.message ?? null;
  return {
    complete: false,
    gaps: [{ group: '', kind: 'Pod', namespace: log?.pod.namespace ?? null, outcome: shown, httpStatus: null, message, listedAt: null }],
  };
}
