import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../records/record.ts';
import { createMarker } from '../mark.ts';
import { captured, KEY, redacted } from '../testing/records.ts';

const marker = createMarker(KEY);
const release = gzipSync('{"manifest":"kind: Secret"}').toString('base64');
const mark = marker.mark(Buffer.from(release));

const configMap = (metadata: JsonObject, value = release): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { namespace: 'shop', ...metadata },
  data: { release: value, other: value },
});

test.each<[string, JsonObject]>([
  ['of Helm 3, by its name', { name: 'sh.helm.release.v1.shop.v3' }],
  ['of Helm 3, by its label', { name: 'x', labels: { owner: 'helm', status: 'deployed' } }],
  ['of Helm 2', { name: 'shop.v3', labels: { OWNER: 'TILLER', NAME: 'shop' } }],
])('a release in a ConfigMap goes: %s', async (_whose, metadata) => {
  const expected = { ...configMap(metadata), data: { release: mark, other: release } };
  expect(JSON.parse(await redacted(captured(configMap(metadata), 'configmaps')))).toEqual(expected);
  const { resource: _resource, ...alone } = captured(configMap(metadata), 'configmaps');
  expect(JSON.parse(await redacted(alone))).toEqual(expected);
  expect(await redacted(captured(expected, 'configmaps'))).toBe(JSON.stringify(expected));
});

test.each<[string, JsonObject]>([
  ['of another name', { name: 'helm.release' }],
  ['of another owner', { name: 'x', labels: { owner: 'shop', release: 'helm', OWNER: 'helm' } }],
])('a field called release stays in a ConfigMap %s', async (_whose, metadata) => {
  expect(await redacted(captured(configMap(metadata), 'configmaps'))).toBe(JSON.stringify(configMap(metadata)));
});

test('what was captured as something else is none', async () => {
  const pod = configMap({ name: 'sh.helm.release.v1.shop.v3' });
  expect(await redacted(captured(pod, 'pods'))).toBe(JSON.stringify(pod));
});

test('a release in a Secret is its value, and stays where the Secret is kept', async () => {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'sh.helm.release.v1.shop.v3', namespace: 'shop' },
    data: { release: 'aGVsbG8=' },
  };
  const keep = [{ namespace: 'shop', name: 'sh.helm.release.v1.shop.v3' }];
  expect(await redacted(captured(secret, 'secrets'))).toContain(marker.mark(Buffer.from('hello')));
  expect(await redacted(captured(secret, 'secrets'), { keep })).toBe(JSON.stringify(secret));
});
