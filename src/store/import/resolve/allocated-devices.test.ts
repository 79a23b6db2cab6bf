import { expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../records/record.ts';
import { importRecords, object, pointersOf } from '../../testing/import-records.ts';

const GROUP = 'resource.k8s.io';
const slice = (name: string, pool: string, generation: number, devices: JsonValue, driver = 'gpu.example.com') =>
  object(`${GROUP}/v1`, 'ResourceSlice', name, { spec: { driver, pool: { name: pool, generation }, devices } });
const claim = (name: string, results: JsonValue) =>
  object(`${GROUP}/v1`, 'ResourceClaim', `shop/${name}`, { status: { allocation: { devices: { results } } } });
const rule = (name: string, deviceSelector: JsonValue) => object(`${GROUP}/v1beta2`, 'DeviceTaintRule', name, { spec: { deviceSelector } });
const result = (device: string, pool = 'one', driver = 'gpu.example.com'): JsonObject => ({ request: 'r', driver, pool, device });

const slices = [
  slice('old', 'one', 1, [{ name: 'gpu-0' }, { name: 'gpu-1' }]),
  slice('new-a', 'one', 2, [{ name: 'gpu-0' }]),
  slice('new-b', 'one', 2, [{ name: 'gpu-1' }, { name: 7 }, 'gpu-2']),
  slice('other-pool', 'two', 1, [{ name: 'gpu-0' }]),
  slice('other-driver', 'one', 1, [{ name: 'gpu-0' }], 'nic.example.com'),
  slice('malformed', 'one', 9, 'gpu-0'),
];

test('a claim leads to the slices of its devices, of the newest generation', async () => {
  const reader = await importRecords([
    ...slices,
    claim('given', [result('gpu-1'), result('gpu-0', 'two'), result('gpu-0', 'one', 'nic.example.com')]),
    claim('none', [result('gone'), result('gpu-0', 'three'), { device: 'gpu-0' }, 7]),
    claim('malformed', 'gpu-0'),
  ]);
  const found = (name: string) => pointersOf(reader, { group: GROUP, kind: 'ResourceClaim', namespace: 'shop', name });
  expect(await found('given')).toEqual([
    'resource-claim-resource-slice → ResourceSlice/new-b OK',
    'resource-claim-resource-slice → ResourceSlice/other-pool OK',
    'resource-claim-resource-slice → ResourceSlice/other-driver OK',
  ]);
  expect(await found('none')).toEqual([]);
  expect(await found('malformed')).toEqual([]);
});

test('a rule taints the devices for which all of its criteria hold', async () => {
  const reader = await importRecords([
    ...slices,
    rule('of-a-device', { driver: 'gpu.example.com', pool: 'one', device: 'gpu-1' }),
    rule('of-a-pool', { pool: 'two' }),
    rule('of-all', {}),
    rule('of-none', null),
    rule('of-older-words', { deviceClassName: 'gpu' }),
  ]);
  const found = async (name: string) =>
    (await pointersOf(reader, { group: GROUP, kind: 'DeviceTaintRule', namespace: null, name })).map((line) => line.split('/')[1]);
  expect(await found('of-a-device')).toEqual(['new-b OK']);
  expect(await found('of-a-pool')).toEqual(['other-pool OK']);
  expect((await found('of-all')).sort()).toEqual(['new-a OK', 'new-b OK', 'other-driver OK', 'other-pool OK']);
  expect(await found('of-none')).toEqual([]);
  expect(await found('of-older-words')).toEqual([]);
});
