import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { expect, test } from 'vitest';
import { builtInKind, builtInKinds } from './built-in-kinds.ts';
import { canonicalKind } from './canonical-kind.ts';
import { splitApiVersion } from './kind.ts';
import { pluralOf } from './plural.ts';
import { arrayAt, stringAt, valueAt } from './safe.ts';

test('each has a canonical key of its own, a version, and its short names alone', () => {
  const keys = builtInKinds.map(({ group, kind }) => `${kind}.${group}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const kind of builtInKinds) {
    expect(canonicalKind(kind.group, kind.kind)).toEqual({ group: kind.group, kind: kind.kind });
    expect(kind.apiVersions[0]).toMatch(/^([a-z0-9.]+\/)?v\d+((alpha|beta)\d+)?$/);
    expect(builtInKind(kind)).toBe(kind);
  }
  const shortNames = builtInKinds.flatMap((kind) => kind.shortNames);
  expect(shortNames.filter((name, index) => shortNames.indexOf(name) !== index)).toEqual([]);
});

test('the plural of every one of them can be told from its kind', () => {
  for (const { kind, plural } of builtInKinds) expect(pluralOf(kind, kind.toLowerCase())).toBe(plural);
});

test('what is not built in is not found', () => {
  expect(builtInKind({ group: '', kind: 'Deployment' })).toBeUndefined();
  expect(builtInKind({ group: '', kind: 'constructor' })).toBeUndefined();
  expect(builtInKind({ group: 'cert-manager.io', kind: 'Certificate' })).toBeUndefined();
});

test('all that a 1.37 server says of its own kinds is in the table', async () => {
  const discovery = await entryOf(new URL('../../fixtures/demo.tar.gz', import.meta.url), 'discovery.json');
  let checked = 0;
  for (const list of arrayAt(discovery, 'resourceLists')) {
    const groupVersion = stringAt(list, 'groupVersion') ?? '';
    if (groupVersion.includes('example.com')) continue;
    for (const resource of arrayAt(list, 'resources')) {
      const plural = stringAt(resource, 'name') ?? '';
      if (plural.includes('/')) continue;
      const key = canonicalKind(splitApiVersion(groupVersion).group, stringAt(resource, 'kind') ?? '');
      const { plural: ours, singular, namespaced, shortNames } = builtInKind(key) ?? {};
      expect({ key, ours, singular, namespaced, shortNames }).toEqual({
        key,
        ours: plural,
        singular: stringAt(resource, 'singularName'),
        namespaced: valueAt(resource, 'namespaced'),
        shortNames: arrayAt(resource, 'shortNames'),
      });
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(60);
});

async function entryOf(archive: URL, name: string): Promise<unknown> {
  const entries = extract();
  entries.end(gunzipSync(await readFile(archive)));
  for await (const entry of entries) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) chunks.push(chunk as Uint8Array);
    if (entry.header.name.endsWith(`/${name}`)) return JSON.parse(Buffer.concat(chunks).toString());
  }
  throw new Error(`No ${name} in ${archive.pathname}`);
}
