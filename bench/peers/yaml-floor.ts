/** The floor of reading an archive of YAML, as a process of its own: gunzip, untar, and js-yaml over every file of it. Prints {ms, bytes, files} as JSON. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { extract } from 'tar-stream';

const path = process.argv[2];
if (path === undefined) throw new Error('which archive?');

const started = performance.now();
let bytes = 0;
let files = 0;
const tar = createReadStream(path).pipe(createGunzip()).pipe(extract());
for await (const entry of tar) {
  const parts: Buffer[] = [];
  for await (const part of entry) parts.push(part as Buffer);
  if (!entry.header.name.endsWith('.yaml')) continue;
  const text = Buffer.concat(parts).toString('utf8');
  bytes += text.length;
  files += 1;
  loadAll(text, () => undefined, { schema: CORE_SCHEMA, json: true });
}
process.stdout.write(`${JSON.stringify({ ms: performance.now() - started, bytes, files })}\n`);
