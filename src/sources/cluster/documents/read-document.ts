/** A file that the API server hands out, as a document: whole, or not at all. */
import { mediaTypeOf } from '../../../bundle/layout.ts';
import { splitChunks } from '../../../records/chunks.ts';
import { optional } from '../../../records/json-fields.ts';
import type { DocumentChunk } from '../../../records/record.ts';
import type { ApiServer, Question } from '../http/api-server.ts';
import { ApiFault } from '../http/fault.ts';
import { wholeBody } from '../http/whole-body.ts';

/** Never throws for what the server does: that is the outcome of the last record. */
export async function readDocument(options: {
  readonly server: ApiServer;
  readonly path: string;
  /** As the bundle names it. */
  readonly name: string;
  readonly accept?: string;
  readonly retry?: Question['retry'];
}): Promise<readonly DocumentChunk[]> {
  const { server, path, name, accept = '*/*', retry = 'all' } = options;
  try {
    const bytes = await server.read({ path, accept, retry }, ({ body }) => wholeBody(body, path));
    return documentChunks({ name, bytes, entry: path });
  } catch (error) {
    return [failedDocument({ name, error, entry: path })];
  }
}

/** The parts of a document that is whole. */
export function documentChunks(options: { readonly name: string; readonly bytes: Uint8Array; readonly entry: string }): DocumentChunk[] {
  const parts = splitChunks(options.bytes);
  return parts.map((chunk, index) => {
    const last = index === parts.length - 1;
    const end = last ? { outcome: 'ok' as const, httpStatus: 200 } : {};
    return { ...baseOf(options), part: index + 1, last, chunk, ...end };
  });
}

export function failedDocument(options: { readonly name: string; readonly error: unknown; readonly entry: string }): DocumentChunk {
  const { error } = options;
  const message = error instanceof Error ? error.message : String(error);
  const fault = error instanceof ApiFault ? error : undefined;
  return { ...baseOf(options), outcome: fault?.outcome ?? 'cancelled', message, ...optional('httpStatus', fault?.httpStatus) };
}

function baseOf({ name, entry }: { readonly name: string; readonly entry: string }): DocumentChunk {
  const none = { part: 0, last: true, chunk: new Uint8Array() };
  return { type: 'document', snapshot: 0, name, mediaType: mediaTypeOf(name), ...none, origin: { entry } };
}
