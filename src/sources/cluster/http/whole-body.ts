import { ApiFault } from './fault.ts';

/** More than that is no answer that is wanted whole: lists are read page by page, logs part by part. */
const MOST_BYTES = 64 * 2 ** 20;

/** All of an answer, unpacked. Throws ApiFault where it is too large for memory. */
export async function wholeBody(body: AsyncIterable<Uint8Array>, path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new ApiFault({ outcome: 'failed', message: `${path} has more than ${MOST_BYTES} bytes` });
  }
  return Buffer.concat(chunks);
}
