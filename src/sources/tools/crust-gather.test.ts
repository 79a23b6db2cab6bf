/** crust-gather's folders made by hand. That a real one comes out right: test/truth. */
import { expect, test } from 'vitest';
import { ofType, readAll, tarOf, temporaryFile } from '../testing/tar.ts';
import { crustGather } from './crust-gather.ts';

test('its paths: groups with dashes, kinds in lower case, custom ones too', () => {
  expect(crustGather.parse('x/cluster/v1/node/n.yaml')).toEqual({ holds: 'object', group: '', resource: 'nodes', namespaced: false });
  expect(crustGather.parse('namespaces/a/my-group.example.com-v1beta1/thing/t.yaml')).toEqual({
    holds: 'object',
    group: 'my-group.example.com',
    resource: 'things',
    namespaced: true,
  });
  expect(crustGather.parse('namespaces/a/v1/pod/p/c/previous.log')).toEqual({
    holds: 'log',
    namespace: 'a',
    pod: 'p',
    container: 'c',
    previous: true,
  });
  expect(crustGather.parse('namespaces/a/v1/pod/p.patch')).toEqual({ holds: 'document' });
});

test('nothing proves an absence; of what discovery names nothing is known', async () => {
  const files = {
    'cg/cluster/v1/node/n.yaml': 'apiVersion: v1\nkind: Node\nmetadata: {name: n}\n',
    'cg/collected.timestamp': '"2026-11-23 05:54:13.842054664 UTC"',
    'cg/version.yaml': 'gitVersion: v1.37.2\n',
    'cg/api.json': JSON.stringify({
      items: [
        {
          metadata: {},
          versions: [
            { version: 'v1', resources: [{ resource: 'pods', responseKind: { kind: 'Pod' }, scope: 'Namespaced', verbs: ['list'] }] },
          ],
        },
      ],
    }),
    'cg/apis.json': '{ [',
  };
  const { records, format } = await readAll(await temporaryFile('gathered.tar', tarOf(files)));
  expect(format).toBe('crust-gather');
  expect(ofType(records, 'resource').map(({ resource, outcome, served }) => [resource, outcome, served])).toEqual([
    ['nodes', 'partial', undefined],
    ['pods', 'partial', true],
  ]);
  expect(ofType(records, 'snapshot').at(-1)).toMatchObject({
    serverVersion: { gitVersion: 'v1.37.2' },
    capturedFrom: Date.parse('2026-11-23T05:54:13.842Z'),
  });
  expect(ofType(records, 'problem').map(({ origin }) => origin?.entry)).toEqual(['cg/apis.json']);
});
