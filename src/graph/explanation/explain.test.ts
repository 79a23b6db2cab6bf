/** Explanations over hand-made snapshots: what is wide, what goes in circles, what is missing and what was not captured. */
import { expect, test } from 'vitest';
import type { JsonObject, SnapshotRecord } from '../../records/record.ts';
import { importRecords, object, outcome } from '../../store/testing/import-records.ts';
import { type Explanation, explain } from './explain.ts';

const waiting = (name: string, rest: JsonObject = {}, metadata: JsonObject = {}): SnapshotRecord =>
  object('v1', 'Pod', `a/${name}`, {
    metadata: { labels: { app: 'web' }, ...metadata },
    spec: { nodeName: 'n', containers: [{ name: 'c', image: 'i', ...rest }] },
    status: {
      phase: 'Pending',
      conditions: [{ type: 'Ready', status: 'False' }],
      containerStatuses: [
        { name: 'c', ready: false, restartCount: 0, state: { waiting: { reason: 'CreateContainerConfigError', message: 'm' } } },
      ],
    },
  });

const all = [outcome('v1', 'pods', 'Pod', 'ok'), outcome('v1', 'services', 'Service', 'ok')];
const secretOf = (name: string): JsonObject => ({ envFrom: [{ secretRef: { name } }] });

async function explained(records: readonly SnapshotRecord[], kind: string, name: string) {
  const reader = await importRecords(records, { start: { capturedFrom: 1_700_000_000_000 }, end: { capturedTo: 1_700_000_000_000 } });
  const [row] = await reader.find([{ group: '', kind, namespace: 'a', name }]);
  if (!row) throw new Error(`${name} is not there`);
  return await explain(reader, row);
}

function size(explanation: Explanation): number {
  return 1 + explanation.alike.length + explanation.causes.reduce((sum, cause) => sum + size(cause), 0);
}

test('a Secret that is missing: once, with who else names it', async () => {
  const records = [waiting('one', secretOf('s')), waiting('two', secretOf('s')), outcome('v1', 'secrets', 'Secret', 'ok'), ...all];
  const { root, notCaptured } = await explained(records, 'Pod', 'one');
  expect(root.object.health).toBe('DEGRADED');
  expect(root.causes).toHaveLength(1);
  expect(root.causes[0]).toMatchObject({
    object: { kind: 'Secret', name: 's', presence: 'MISSING' },
    pointer: { status: 'MISSING' },
    causes: [],
  });
  expect(root.causes[0]?.users.map(({ name }) => name)).toEqual(['two']);
  expect(notCaptured.map(({ kind }) => kind).sort()).toEqual(['Node', 'ServiceAccount']);
});

test('a Secret that nobody looked for is no cause', async () => {
  const { root, notCaptured } = await explained([waiting('one', secretOf('s')), ...all], 'Pod', 'one');
  expect(root.causes).toEqual([]);
  expect(notCaptured.map(({ kind, name }) => `${kind}/${name}`)).toContain('Secret/s');
});

test('thousands of Pods in the same plight are one cause, and the walk ends', async () => {
  const pods = Array.from({ length: 2000 }, (_, index) => waiting(`p${index}`));
  const service = object('v1', 'Service', 'a/web', { spec: { selector: { app: 'web' } } });
  const { root } = await explained([service, ...pods, ...all], 'Service', 'web');
  expect(root.causes).toHaveLength(1);
  expect(root.causes[0]?.object.kind).toBe('Pod');
  expect(size(root)).toBeLessThanOrEqual(300);
  expect(size(root)).toBeGreaterThan(200);
});

test('owners in a circle', async () => {
  const owned = (name: string, by: string): SnapshotRecord =>
    waiting(
      name,
      {},
      { uid: `uid-${name}`, ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: by, uid: `uid-${by}`, controller: true }] },
    );
  const { root } = await explained([owned('one', 'two'), owned('two', 'one'), ...all], 'Pod', 'one');
  expect(size(root)).toBeLessThanOrEqual(2);
});

test('something healthy has no cause', async () => {
  const { root, notCaptured } = await explained([object('v1', 'ConfigMap', 'a/c', { data: {} })], 'ConfigMap', 'c');
  expect(root).toMatchObject({ causes: [], alike: [], users: [], lastWords: null, pointer: null });
  expect(notCaptured).toEqual([]);
});
