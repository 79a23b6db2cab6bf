/** Writes logs: one row a log, and its text in parts. Chunks of several logs may come mixed. */
import type { Database } from 'better-sqlite3';
import type { LogChunk } from '../../records/record.ts';
import { createInserter } from './inserter.ts';
import { LogParts, type StoredPart } from './log-parts.ts';

export interface LogWriter {
  /** False where the text of this log was complete already: the first one is kept. */
  write(chunk: LogChunk): boolean;
  /** A log whose last part never came is marked as cut. */
  finish(): void;
}

/** Logs whose last part is still to come. Past it the one begun first is closed: no source mixes so many. */
const MOST_OPEN = 256;

export function createLogWriter(db: Database): LogWriter {
  const upsert = db.prepare<Record<string, string | number | null>, number>(UPSERT).pluck();
  const extend = db.prepare(EXTEND);
  const cut = db.prepare("UPDATE log SET truncated = 1, outcome = iif(outcome = 'ok', 'partial', outcome) WHERE id = ?");
  const parts = createInserter({
    db,
    table: 'log_part',
    columns: ['log', 'part', 'first_line', 'lines', 'first_at', 'last_at', 'text'],
    rows: 8,
  });
  const open = new Map<number, LogParts>();
  const closed = new Set<number>();

  const store = (log: number, stored: readonly StoredPart[]): void => {
    for (const { part, firstLine, lines, firstAt, lastAt, bytes } of stored) {
      parts.add([log, part, firstLine, lines, firstAt, lastAt, bytes]);
      extend.run(lines, bytes.length, firstAt, lastAt, log);
    }
    parts.flush();
  };
  const close = (log: number): void => {
    store(log, open.get(log)?.finish() ?? []);
    open.delete(log);
    closed.add(log);
  };

  return {
    write(chunk) {
      const log = upsert.get(valuesOf(chunk));
      if (log === undefined || chunk.part === 0) return true;
      if (closed.has(log)) return false;
      let text = open.get(log);
      if (text === undefined) {
        const [oldest] = open.keys();
        if (open.size >= MOST_OPEN && oldest !== undefined) close(oldest);
        text = new LogParts();
        open.set(log, text);
      }
      store(log, text.add(chunk.chunk));
      if (chunk.last) close(log);
      return true;
    },
    finish() {
      for (const log of [...open.keys()]) {
        close(log);
        cut.run(log);
      }
    },
  };
}

function valuesOf(chunk: LogChunk): Record<string, string | number | null> {
  return {
    namespace: chunk.namespace,
    pod: chunk.pod,
    container: chunk.container,
    previous: Number(chunk.previous),
    outcome: chunk.outcome ?? null,
    httpStatus: chunk.httpStatus ?? null,
    message: chunk.message ?? null,
    size: chunk.part === 0 ? null : 0,
    truncated: Number(chunk.truncated === true),
  };
}

const UPSERT = `
INSERT INTO log(namespace, pod, container, previous, outcome, http_status, message, size, truncated)
VALUES ($namespace, $pod, $container, $previous, coalesce($outcome, 'ok'), $httpStatus, $message, $size, $truncated)
ON CONFLICT DO UPDATE SET outcome = coalesce($outcome, outcome), http_status = coalesce(excluded.http_status, http_status),
  message = coalesce(excluded.message, message), size = coalesce(size, excluded.size), truncated = max(truncated, excluded.truncated)
RETURNING id`;

const EXTEND = `
UPDATE log SET lines = lines + ?, size = coalesce(size, 0) + ?, first_at = coalesce(first_at, ?), last_at = coalesce(?, last_at) WHERE id = ?`;
