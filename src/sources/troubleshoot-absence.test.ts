/** What a support bundle that is damaged, cut or refused in part must not prove. */
import { expect, test } from 'vitest';
import { bare, json, list, namespaces, outcomes, readBundle, VERSION } from './testing/support-bundle.ts';
import { countByKind, problemCodes, readAll, tarEntry, tarOf, tarSpecial, temporaryFile } from './testing/tar.ts';

const definition = (plural: string, scope = 'Namespaced'): object =>
  bare(`${plural}.example.com`, undefined, {
    spec: { group: 'example.com', scope, names: { kind: plural.toUpperCase(), plural }, versions: [{ name: 'v1', served: true }] },
  });
const defined = (...plurals: string[]): Record<string, string> => ({
  'namespaces.json': namespaces('a'),
  'pods/a.json': list('Pod', 'v1', []),
  'custom-resource-definitions.json': list(
    'CustomResourceDefinition',
    'apiextensions.k8s.io/v1',
    plurals.map((plural) => definition(plural)),
  ),
});
const custom = (name: string): object => ({ apiVersion: 'example.com/v1', kind: 'XS', metadata: { name, namespace: 'a' } });

test('an empty file of custom resources proves nothing, and hides no copy', async () => {
  const records = await readBundle({
    ...defined('xs', 'ys', 'zs'),
    'custom-resources/xs.example.com/a.json': '',
    'custom-resources/xs.example.com/a.yaml': `- ${JSON.stringify(custom('from YAML'))}\n`,
    'custom-resources/ys.example.com/a.json': '',
    'custom-resources/zs.example.com/a.yaml': '',
  });
  expect(['xs', 'ys', 'zs'].map((plural) => outcomes(records, plural))).toEqual([['* partial 1'], ['* failed'], ['* failed']]);
  expect(countByKind(records)['example.com/XS']).toBe(1);
});

test('what a cut bundle does not hold may have been collected', async () => {
  const files = Object.entries({
    ...VERSION,
    ...Object.fromEntries(
      Object.entries({
        ...defined('xs', 'ys'),
        'resources.json': json([
          { groupVersion: 'v1', resources: [{ name: 'secrets', kind: 'Secret', namespaced: true, verbs: ['list'] }] },
        ]),
        'custom-resources/xs.example.com/a.json': json([custom('x')]),
        'custom-resources/ys.example.com/a.json': json([custom('y')]),
      }).map(([name, content]) => [`sb/cluster-resources/${name}`, content]),
    ),
  }).map(([name, content]) => tarEntry(name, content));
  const path = await temporaryFile('cut.tar', Buffer.concat(files.slice(0, -1)));
  const { records } = await readAll(path);
  expect(['xs', 'ys', 'secrets', 'pods'].map((resource) => outcomes(records, resource))).toEqual([
    ['* partial 1'],
    ['* cancelled 0'],
    ['* cancelled'],
    ['* ok 0'],
  ]);
});

test('custom resources whose entry is refused or cut are not called absent', async () => {
  const folder = 'sb/cluster-resources/custom-resources';
  const tar = Buffer.concat([
    tarSpecial(`${folder}/xs.example.com/a.json`, '2', '/etc/passwd'),
    tarOf({
      ...VERSION,
      ...Object.fromEntries(Object.entries(defined('xs', 'ys')).map(([name, text]) => [`sb/cluster-resources/${name}`, text])),
      [`${folder}/ys.example.com/a.json`]: json([custom('y')]),
      'other/notes.txt': 'x',
    }),
  ]);
  const { records } = await readAll(await temporaryFile('support-bundle.tar', tar));
  expect([outcomes(records, 'xs'), outcomes(records, 'ys')]).toEqual([['* partial 0'], ['* ok 1']]);
  expect(problemCodes(records)).toEqual(['ENTRY_OUTSIDE_ROOT', 'LINK_REFUSED']);
});

test("a folder of the same name does not make a support bundle of people's manifests", async () => {
  const manifest = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n';
  const path = await temporaryFile('manifests.tar', tarOf({ 'bootstrap/cluster-resources/in-cluster/a.yaml': manifest }));
  const { records, format } = await readAll(path);
  expect(format).toBe('objects');
  expect(countByKind(records)).toEqual({ 'core/Namespace': 1 });
});
