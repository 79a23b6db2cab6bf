/** schema/bundle.schema.json against every bundle there is, and against what our writer writes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { bundleSink } from '../bundle/write-bundle.ts';
import { pipe } from '../records/pipe.ts';
import { openSource } from './open-source.ts';
import { filesOf } from './testing/scan-tar.ts';
import { temporaryFolder } from './testing/tar.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCHEMA = JSON.parse(readFileSync(join(ROOT, 'schema/bundle.schema.json'), 'utf8')) as { $id: string };
const ajv = new Ajv2020({ allErrors: true }).addSchema(SCHEMA);

function validator(name: string): ValidateFunction {
  const found = ajv.getSchema(`${SCHEMA.$id}#/$defs/${name}`);
  if (found === undefined) throw new Error(`the schema has no ${name}`);
  return found;
}

/** What a bundle's files violate, by file. Lines of NDJSON are documents of their own. */
function violations(tar: Buffer): { checked: Record<string, number>; violations: string[] } {
  const checked: Record<string, number> = {};
  const found: string[] = [];
  for (const [path, content] of filesOf(tar)) {
    const name =
      /^(snapshot|discovery|manifest)\.json$/.exec(path)?.[1] ??
      (path.startsWith('objects/') ? 'object' : path.startsWith('changes/') ? 'change' : null);
    if (name === null) continue;
    const validate = validator(name);
    for (const text of path.endsWith('.ndjson') ? content.toString().trimEnd().split('\n') : [content.toString()]) {
      checked[name] = (checked[name] ?? 0) + 1;
      if (!validate(JSON.parse(text))) found.push(`${path}: ${ajv.errorsText(validate.errors)}`);
    }
  }
  return { checked, violations: found };
}

test.each(['demo', 'demo-later', 'demo-partial', 'demo-broken-off', 'frozen/demo-frozen'])('%s.tar.gz follows the schema', (name) => {
  const result = violations(gunzipSync(readFileSync(join(ROOT, 'fixtures', `${name}.tar.gz`))));
  expect(result.violations).toEqual([]);
  expect(result.checked).toMatchObject({ snapshot: 1, discovery: 1 });
});

test.each([
  'demo.tar.gz',
  'demo-partial.tar.gz',
  'demo-truncated.tar.gz',
  'frozen/support-bundle.tar.gz',
  'frozen/kubectl-get-all.yaml.gz',
])('what is written from %s follows the schema', async (name) => {
  const path = join(await temporaryFolder(), 'copy.tar.gz');
  const { source } = await openSource({ location: join(ROOT, 'fixtures', name) });
  const { objects } = await pipe({ source, sink: bundleSink({ path, level: 1 }) });
  const result = violations(gunzipSync(readFileSync(path)));
  expect(result.violations).toEqual([]);
  expect(result.checked).toMatchObject({ snapshot: 1, manifest: 1, object: objects });
});

test('the schema refuses what is no bundle', () => {
  const wrong: [string, unknown][] = [
    ['snapshot', { formatVersion: '2.0', tool: 'x', start: null, cluster: {} }],
    ['manifest', { formatVersion: '1.0' }],
    ['resourceOutcome', { group: '', version: 'v1', resource: 'pods', kind: 'Pod', namespace: null, outcome: 'fine' }],
    ['path', '../x'],
    ['path', '/x'],
    ['object', { kind: 'Pod', apiVersion: 'v1', metadata: {} }],
    ['change', { operation: 'added', observedAt: null, object: { kind: 'Pod', apiVersion: 'v1', metadata: { name: 'x' } } }],
    ['time', 'yesterday'],
  ];
  expect(wrong.map(([name, value]) => [name, validator(name)(value)])).toEqual(wrong.map(([name]) => [name, false]));
});
