import type { Database } from 'better-sqlite3';
import type { DocumentChunk } from '../../records/record.ts';

export interface DocumentWriter {
  /** False where the bytes of this document were complete already: the first ones are kept. */
  write(chunk: DocumentChunk): boolean;
}

/** Documents in parts as they came; a record without bytes says how reading it went. */
export function createDocumentWriter(db: Database): DocumentWriter {
  const upsert = db.prepare<Record<string, string | number | null>, number>(UPSERT).pluck();
  const addPart = db.prepare('INSERT OR REPLACE INTO document_part(document, part, bytes) VALUES (?, ?, ?)');
  const closed = new Set<string>();
  return {
    write({ name, mediaType, part, last, chunk, outcome, httpStatus, message }) {
      if (part > 0 && closed.has(name)) return false;
      if (part > 0 && last) closed.add(name);
      const id = upsert.get({
        name,
        mediaType,
        size: chunk.length,
        outcome: outcome ?? null,
        httpStatus: httpStatus ?? null,
        message: message ?? null,
      });
      if (chunk.length > 0) addPart.run(id, part, chunk);
      return true;
    },
  };
}

const UPSERT = `
INSERT INTO document(name, media_type, size, outcome, http_status, message)
VALUES ($name, $mediaType, $size, coalesce($outcome, 'ok'), $httpStatus, $message)
ON CONFLICT(name) DO UPDATE SET size = size + excluded.size, outcome = coalesce($outcome, outcome),
  http_status = coalesce(excluded.http_status, http_status), message = coalesce(excluded.message, message)
RETURNING id`;
