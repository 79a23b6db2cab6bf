/** Files of the demo bundle by their path below its folder, read with tar-stream alone. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

/** Those whose path fits. */
export async function demoEntries(fits: (path: string) => boolean): Promise<ReadonlyMap<string, unknown>> {
  const entries = new Map<string, unknown>();
  const tar = extract();
  createReadStream(new URL('../../fixtures/demo.tar.gz', import.meta.url))
    .pipe(createGunzip())
    .pipe(tar);
  for await (const entry of tar) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    const path = entry.header.name.replace(/^[^/]*\//, '');
    if (fits(path)) entries.set(path, JSON.parse(Buffer.concat(chunks).toString('utf8')));
  }
  return entries;
}
