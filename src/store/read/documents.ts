import type { CaptureOutcome, JsonObject, ProblemSeverity } from '../../records/record.ts';
import type { ProblemRow, Reader } from '../reader.ts';
import type { ReadContext } from './context.ts';

export function documentReads({ statements, meter }: ReadContext): Pick<Reader, 'document' | 'documents' | 'problems'> {
  return {
    async document(name) {
      const found = statements.raw<[number, string, number]>('SELECT id, media_type, size FROM document WHERE name = ?').get(name);
      if (found === undefined) return null;
      const [id, mediaType, size] = found;
      meter.bytes(size);
      const parts = statements.pluck<Buffer>('SELECT bytes FROM document_part WHERE document = ? ORDER BY part').all(id);
      return { mediaType, bytes: Buffer.concat(parts) };
    },
    async documents() {
      const rows = statements
        .raw<[string, string, number, CaptureOutcome]>('SELECT name, media_type, size, outcome FROM document ORDER BY name')
        .all();
      meter.rows(rows.length);
      return rows.map(([name, mediaType, sizeBytes, outcome]) => ({ name, mediaType, sizeBytes, outcome }));
    },
    async problems() {
      const rows = statements.raw<ProblemColumns>('SELECT severity, code, message, entry, line, object FROM problem ORDER BY id').all();
      meter.rows(rows.length);
      return rows.map(([severity, code, message, entry, line, object]): ProblemRow => {
        return { severity, code, message, entry, line, object: object === null ? null : (JSON.parse(object) as JsonObject) };
      });
    },
  };
}

type ProblemColumns = [ProblemSeverity, string, string, string | null, number | null, string | null];
