import type { LogOutcome } from '../../records/record.ts';
import type { LogInfo, LogPart, Reader } from '../reader.ts';
import type { ReadContext } from './context.ts';

type LogColumns = [
  ...[id: number, outcome: LogOutcome, message: string | null, size: number | null, truncated: number, lines: number],
  ...[from: number | null, to: number | null],
];

export function logReads({ statements, meter }: ReadContext): Pick<Reader, 'logs' | 'logParts'> {
  return {
    async logs(keys) {
      const find = statements.raw<LogColumns>(LOG);
      meter.rows(keys.length);
      return keys.map((key): LogInfo | null => {
        const columns = find.get(key.namespace, key.pod, key.container, Number(key.previous));
        if (columns === undefined) return null;
        const [id, outcome, message, sizeBytes, truncated, lines, from, to] = columns;
        const { namespace, pod, container, previous } = key;
        return { namespace, pod, container, previous, id, outcome, message, sizeBytes, truncated: truncated === 1, lines, from, to };
      });
    },
    *logParts(log, { fromEnd = false }) {
      const parts = statements.pluck<number>('SELECT count(*) FROM log_part WHERE log = ?').get(log) ?? 0;
      const find = statements.raw<[number, number, Buffer]>('SELECT first_line, lines, text FROM log_part WHERE log = ? AND part = ?');
      for (let step = 1; step <= parts; step++) {
        const found = find.get(log, fromEnd ? parts + 1 - step : step);
        if (found === undefined) continue;
        const [firstLine, lines, bytes] = found;
        meter.bytes(bytes.length);
        meter.checkTime();
        yield { firstLine, lines, text: bytes.toString('utf8') } satisfies LogPart;
      }
    },
  };
}

const LOG = `
SELECT id, outcome, message, size, truncated, lines, first_at, last_at FROM log WHERE namespace = ? AND pod = ? AND container = ? AND previous = ?`;
