/**
 * The floor of an import, as a process of its own: gunzip, then JSON.parse of every line, one after the other on one thread.
 * Prints {gunzipMs, parseMs, objects, bytes} as JSON.
 */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

const path = process.argv[2];
if (path === undefined) throw new Error('which archive?');

const started = performance.now();
const chunks: Buffer[] = [];
for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }).pipe(createGunzip({ chunkSize: 1 << 20 })))
  chunks.push(chunk as Buffer);
const gunzipMs = performance.now() - started;

const pages: Buffer[] = [];
const tar = extract();
const read = (async () => {
  for await (const entry of tar) {
    const parts: Buffer[] = [];
    for await (const part of entry) parts.push(part as Buffer);
    if (entry.header.name.endsWith('.ndjson')) pages.push(Buffer.concat(parts));
  }
})();
for (const chunk of chunks.splice(0)) if (!tar.write(chunk)) await once(tar, 'drain');
tar.end(Buffer.alloc(0));
await read;

const parsing = performance.now();
let objects = 0;
let bytes = 0;
for (const page of pages) {
  bytes += page.length;
  for (let from = 0; from < page.length; ) {
    const end = page.indexOf(10, from);
    const to = end < 0 ? page.length : end;
    if (to > from) {
      JSON.parse(page.toString('utf8', from, to));
      objects += 1;
    }
    from = to + 1;
  }
}
process.stdout.write(`${JSON.stringify({ gunzipMs, parseMs: performance.now() - parsing, objects, bytes })}\n`);
