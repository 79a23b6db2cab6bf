/** Writes a generated cluster as a bundle of our format, page by page; an archive that exists is used again. */
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { clusterOf, type ResourceObjects } from './cluster.ts';
import { CAPTURED_AT } from './identity.ts';

const PAGE_OBJECTS = 500;
/** Part of the file's name: raise it when the generator changes. */
const GENERATION = 2;

export async function generatedBundle(options: { objects: number; folder: string }): Promise<string> {
  const { objects, folder } = options;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `generated-${GENERATION}-${objects}.tar.gz`);
  if (existsSync(path)) return path;
  const temporary = `${path}.${process.pid}.tmp`;
  const tar = pack();
  const file = createWriteStream(temporary);
  tar.pipe(createGzip({ level: 4 })).pipe(file);
  const entries: ManifestEntry[] = [];
  const entry: WriteEntry = (path, content) => {
    entries.push({ path, bytes: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') });
    return new Promise((resolve, reject) => {
      tar.entry({ name: `generated/${path}` }, content, (error) => (error ? reject(error) : resolve()));
    });
  };
  const time = new Date(CAPTURED_AT).toISOString();
  await entry(
    'snapshot.json',
    JSON.stringify({ formatVersion: '1.0', tool: 'bench', start: time, cluster: { id: 'generated', name: 'generated' } }),
  );
  const outcomes: WrittenResource[] = [];
  for (const resource of clusterOf(objects)) outcomes.push(await writeResource(resource, entry));
  const counts = { objects: outcomes.reduce((sum, outcome) => sum + outcome.items, 0) };
  await entry(
    'manifest.json',
    JSON.stringify({
      formatVersion: '1.0',
      start: time,
      end: time,
      finished: true,
      complete: true,
      outcomes,
      logs: [],
      nodes: [],
      problems: [],
      counts,
      entries,
    }),
  );
  tar.finalize();
  await finished(file);
  renameSync(temporary, path);
  return path;
}

type WriteEntry = (path: string, content: string) => Promise<void>;

interface ManifestEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Its row in the manifest. */
interface WrittenResource extends Omit<ResourceObjects, 'objects'> {
  readonly namespace: null;
  readonly outcome: 'ok';
  readonly pages: number;
  readonly items: number;
  readonly bytes: number;
  readonly httpStatus: number;
}

async function writeResource(resource: ResourceObjects, entry: WriteEntry): Promise<WrittenResource> {
  const { group, version, resource: plural, kind, namespaced } = resource;
  const folder = `objects/${group === '' ? 'core' : group}/${version}/${plural}`;
  let page: string[] = [];
  let pages = 0;
  let items = 0;
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (page.length === 0) return;
    pages += 1;
    const content = `${page.join('\n')}\n`;
    bytes += content.length;
    await entry(`${folder}/${String(pages).padStart(4, '0')}.ndjson`, content);
    page = [];
  };
  for (const object of resource.objects()) {
    page.push(JSON.stringify(object));
    items += 1;
    if (page.length === PAGE_OBJECTS) await flush();
  }
  await flush();
  return { group, version, resource: plural, kind, namespaced, namespace: null, outcome: 'ok', pages, items, bytes, httpStatus: 200 };
}
