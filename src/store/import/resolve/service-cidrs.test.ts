import { expect, test } from 'vitest';
import type { JsonValue } from '../../../records/record.ts';
import { importRecords, object, pointersOf } from '../../testing/import-records.ts';

const GROUP = 'networking.k8s.io';
const range = (name: string, cidrs: JsonValue) => object(`${GROUP}/v1`, 'ServiceCIDR', name, { spec: { cidrs } });

test.each<[string, string[]]>([
  ['10.96.0.1', ['main', 'narrow']],
  ['10.96.1.1', ['main']],
  ['10.97.0.1', []],
  ['fd00::1', ['six']],
  ['fd01::1', []],
  ['not-an-address', []],
])('%s lies in %s', async (name, ranges) => {
  const reader = await importRecords([
    range('main', ['10.96.0.0/16', 'fd00:1::/108']),
    range('narrow', ['10.96.0.0/24']),
    range('six', ['fd00::/108']),
    range('bad', ['10.96.0.0/99', '10.96.0.0', 'x/8', 7]),
    range('worse', 'all'),
    object(`${GROUP}/v1`, 'IPAddress', name),
  ]);
  const found = await pointersOf(reader, { group: GROUP, kind: 'IPAddress', namespace: null, name });
  expect(found).toEqual(ranges.map((one) => `ip-address-service-cidr → ServiceCIDR/${one} OK`));
});
