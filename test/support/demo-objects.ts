/** The objects of a demo bundle and the facts counted from it by another program, for tests. Read with tar-stream alone, not by our reader. */
import { createReadStream, readFileSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { toCanonicalForm } from '../../src/kube/canonical-form.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { ExtractorInput } from '../../src/relations/extractor.ts';

/** Every object of the bundle as the extractor takes it. */
export async function demoObjects(bundle: string): Promise<readonly ExtractorInput[]> {
  const inputs: ExtractorInput[] = [];
  const tar = extract();
  createReadStream(fixture(`${bundle}.tar.gz`))
    .pipe(createGunzip())
    .pipe(tar);
  for await (const entry of tar) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    if (!/\/objects\/.*\.ndjson$/.test(entry.header.name)) continue;
    for (const line of Buffer.concat(chunks).toString('utf8').split('\n')) {
      if (line !== '') inputs.push(extractorInput(JSON.parse(line) as JsonObject));
    }
  }
  return inputs;
}

/** The truth file of a bundle; `at` reads a dotted path in it, 0 where there is none. */
export function demoTruth(bundle: string): { at(path: string): unknown } {
  const truth: unknown = JSON.parse(readFileSync(fixture(`${bundle}.truth.json`), 'utf8'));
  return {
    at: (path) => path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], truth) ?? 0,
  };
}

export function extractorInput(captured: JsonObject): ExtractorInput {
  const { object, key } = toCanonicalForm(captured);
  const metadata = object['metadata'] as { name?: string; namespace?: string } | undefined;
  return { object, key, namespace: metadata?.namespace ?? null, name: metadata?.name ?? '' };
}

function fixture(name: string): URL {
  return new URL(`../../fixtures/${name}`, import.meta.url);
}
