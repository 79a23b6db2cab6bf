import { splitChunks } from '../../records/chunks.ts';
import type { DocumentChunk, JsonObject, ObjectRecord } from '../../records/record.ts';

export interface SecretCertificates {
  readonly namespace: string;
  readonly name: string;
  readonly entries: readonly JsonObject[];
}

export function certificateDocumentName({ namespace, name }: Omit<SecretCertificates, 'entries'>): string {
  return `certificates/${segment(namespace)}/${segment(name)}.json`;
}

/** `{namespace, name, certificates: […]}`, in as many parts as it takes. */
export function certificateDocument(
  certificates: SecretCertificates,
  { snapshot, origin }: Pick<ObjectRecord, 'snapshot' | 'origin'>,
): DocumentChunk[] {
  const { namespace, name, entries } = certificates;
  const chunks = splitChunks(Buffer.from(`${JSON.stringify({ namespace, name, certificates: entries }, null, 1)}\n`));
  return chunks.map((chunk, index) => ({
    type: 'document',
    snapshot,
    name: certificateDocumentName(certificates),
    mediaType: 'application/json',
    part: index + 1,
    last: index === chunks.length - 1,
    chunk,
    origin,
  }));
}

/** Names that Kubernetes takes stand as they are; what only a hostile one holds is percent-encoded. */
function segment(name: string): string {
  return /^[\w-][\w.-]*$/.test(name) ? name : [...Buffer.from(name)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
