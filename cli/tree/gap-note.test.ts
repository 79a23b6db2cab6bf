import { afterAll, expect, test } from 'vitest';
import { type Imported, importObjects } from '../../test/support/imported.ts';
import { gapNote } from './gap-note.ts';

const open: Imported[] = [];
afterAll(() => {
  for (const imported of open) imported.close();
});

const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'root', namespace: 'ns', uid: 'uid-root' } };
const served = (kind: string, resource: string, more: object = {}) => ({
  group: '',
  version: 'v1',
  resource,
  kind,
  namespaced: true,
  ...more,
});

async function noteWhere(secrets: 'ok' | 'denied'): Promise<string | null> {
  const imported = await importObjects({
    objects: [object],
    resources: [served('ConfigMap', 'configmaps'), served('Secret', 'secrets', { outcome: secrets })],
  });
  open.push(imported);
  const [root] = await imported.reader.find([{ group: '', kind: 'ConfigMap', namespace: 'ns', name: 'root' }]);
  if (!root) throw new Error('The object was not imported.');
  return gapNote(imported.reader, root);
}

test('a kind that was denied may hold more', async () => {
  expect(await noteWhere('denied')).toBe('There may be more dependents than the tree shows, for these were not captured: Secret (denied).');
  expect(await noteWhere('ok')).toBeNull();
});
