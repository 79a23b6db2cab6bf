/** What hangs on objects, read back as the contract's rows. */
import { expect, test } from 'vitest';
import type { JsonObject, LogChunk } from '../../records/record.ts';
import { importRecords, object } from '../testing/import-records.ts';

test('containers of every type, in order, those without a status not reported', async () => {
  const spec: JsonObject = {
    initContainers: [
      { name: 'init', image: 'i:1' },
      { name: 'proxy', image: 'p:1', restartPolicy: 'Always' },
    ],
    containers: [{ name: 'main', image: 'm:1' }, { image: 'nameless' }, { name: 'late', image: 'l:1' }],
    ephemeralContainers: [{ name: 'debug', image: 'd:1' }],
  };
  const status: JsonObject = {
    initContainerStatuses: [
      {
        name: 'init',
        state: { terminated: { exitCode: 0, reason: 'Completed', startedAt: '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:00:01Z' } },
      },
    ],
    containerStatuses: [
      {
        name: 'main',
        imageID: 'sha',
        ready: false,
        restartCount: 4,
        state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off' } },
        lastState: { terminated: { exitCode: 137, signal: 9, reason: 'OOMKilled' } },
      },
    ],
    ephemeralContainerStatuses: [{ name: 'debug', state: {} }],
  };
  const reader = await importRecords([object('v1', 'Pod', 'a/p', { spec, status })]);
  const [pod] = await reader.find([{ group: '', kind: 'Pod', namespace: 'a', name: 'p' }]);
  const rows = await reader.containers([pod?.id ?? 0]);
  expect(rows.map(({ name, type, state }) => [name, type, state])).toEqual([
    ['init', 'INIT', 'TERMINATED'],
    ['proxy', 'SIDECAR', 'NOT_REPORTED'],
    ['main', 'MAIN', 'WAITING'],
    ['late', 'MAIN', 'NOT_REPORTED'],
    ['debug', 'EPHEMERAL', 'WAITING'],
  ]);
  expect(rows[0]).toMatchObject({
    image: 'i:1',
    exitCode: 0,
    startedAt: Date.parse('2026-01-01T00:00:00Z'),
    finishedAt: Date.parse('2026-01-01T00:00:01Z'),
  });
  expect(rows[2]).toMatchObject({
    reason: 'CrashLoopBackOff',
    message: 'back-off',
    imageID: 'sha',
    ready: false,
    restarts: 4,
    lastReason: 'OOMKilled',
    lastExitCode: 137,
    lastSignal: 9,
  });
});

test('events of both APIs are one kind, counted and dated', async () => {
  const reader = await importRecords([
    object('v1', 'Event', 'a/old', {
      type: 'Warning',
      reason: 'BackOff',
      message: 'back-off restarting',
      count: 7,
      firstTimestamp: '2026-01-01T00:00:00Z',
      lastTimestamp: '2026-01-01T00:05:00Z',
      source: { component: 'kubelet' },
    }),
    object('events.k8s.io/v1', 'Event', 'a/new', {
      type: 'Normal',
      reason: 'Pulled',
      note: 'pulled',
      eventTime: '2026-01-01T00:00:01.5Z',
      reportingController: 'kubelet',
      series: { count: 3, lastObservedTime: '2026-01-01T00:09:00.000000Z' },
    }),
  ]);
  const { rows } = await reader.list({ filter: { kinds: [{ group: 'events.k8s.io', kind: 'Event' }] } });
  expect(rows.map(({ name, group }) => [name, group])).toEqual([
    ['new', ''],
    ['old', ''],
  ]);
  const [newer, older] = await reader.events(rows.map(({ id }) => id));
  expect(newer).toMatchObject({
    type: 'Normal',
    message: 'pulled',
    count: 3,
    firstAt: Date.parse('2026-01-01T00:00:01.5Z'),
    lastAt: Date.parse('2026-01-01T00:09:00Z'),
    component: 'kubelet',
  });
  expect(older).toMatchObject({ reason: 'BackOff', count: 7, lastAt: Date.parse('2026-01-01T00:05:00Z'), component: 'kubelet' });
});

test('conditions, and finalizers of metadata and of a namespace', async () => {
  const reader = await importRecords([
    object('v1', 'Namespace', 'a', {
      metadata: { finalizers: ['x/y'] },
      spec: { finalizers: ['kubernetes'] },
      status: {
        phase: 'Terminating',
        conditions: [
          { type: 'Ready', status: 'False', reason: 'R', message: 'M', lastTransitionTime: '2026-01-01T00:00:00Z', observedGeneration: 3 },
          'noise',
        ],
      },
    }),
  ]);
  const [row] = await reader.find([{ group: '', kind: 'Namespace', namespace: null, name: 'a' }]);
  expect(row).toMatchObject({ phase: 'Terminating', ready: false });
  const ids = [row?.id ?? 0];
  expect(await reader.finalizers(ids)).toEqual([
    { object: row?.id, name: 'x/y', field: 'METADATA' },
    { object: row?.id, name: 'kubernetes', field: 'SPEC' },
  ]);
  expect(await reader.conditions(ids)).toEqual([
    {
      object: row?.id,
      type: 'Ready',
      status: 'False',
      reason: 'R',
      message: 'M',
      lastTransitionTime: Date.parse('2026-01-01T00:00:00Z'),
      observedGeneration: 3,
    },
  ]);
});

test('logs by container, mixed as they come; one that never ended is cut, one that never came says why', async () => {
  const chunk = (container: string, part: number, text: string, rest: Partial<LogChunk> = {}): LogChunk => {
    return {
      type: 'log',
      snapshot: 0,
      namespace: 'a',
      pod: 'p',
      container,
      previous: false,
      part,
      last: false,
      chunk: Buffer.from(text),
      origin: { entry: 'logs' },
      ...rest,
    };
  };
  const reader = await importRecords([
    object('v1', 'Pod', 'a/p'),
    chunk('one', 1, '2026-01-01T00:00:00Z first\n2026-01-01T00:00:'),
    chunk('two', 1, 'no times\n'),
    chunk('one', 2, '09Z second\n', { last: true }),
    chunk('one', 1, 'again\n', { last: true }),
    chunk('three', 0, '', { outcome: 'failed', message: 'connection refused' }),
  ]);
  const key = (container: string) => ({ namespace: 'a', pod: 'p', container, previous: false });
  const [one, two, three, none] = await reader.logs([key('one'), key('two'), key('three'), key('four')]);
  expect(one).toMatchObject({
    outcome: 'ok',
    truncated: false,
    lines: 2,
    sizeBytes: 55,
    from: Date.parse('2026-01-01T00:00:00Z'),
    to: Date.parse('2026-01-01T00:00:09Z'),
  });
  expect(two).toMatchObject({ outcome: 'partial', truncated: true, lines: 1, from: null });
  expect(three).toMatchObject({ outcome: 'failed', message: 'connection refused', lines: 0, sizeBytes: null });
  expect(none).toBeNull();
  expect([...reader.logParts(one?.id ?? 0, {})].map(({ text }) => text).join('')).toBe(
    '2026-01-01T00:00:00Z first\n2026-01-01T00:00:09Z second\n',
  );
  expect(await reader.problems()).toMatchObject([{ code: 'DUPLICATE_LOG' }]);
});

test('search finds names by any part, events by words, problems, and pages through all of them', async () => {
  const reader = await importRecords([
    object('v1', 'Pod', 'a/checkout-x1'),
    object('v1', 'Pod', 'a/old-checkout'),
    object('v1', 'Service', 'b/checkout'),
    object('v1', 'Event', 'a/e', { message: "couldn't find key in ConfigMap checkout-config", lastTimestamp: '2026-01-01T00:00:00Z' }),
    {
      type: 'problem',
      snapshot: 0,
      severity: 'warning',
      code: 'X',
      message: 'checkout was skipped',
      object: { apiVersion: 'v1', kind: 'Service', namespace: 'b', name: 'checkout' },
    },
  ]);
  const search = (text: string, page = {}, rest = {}) => reader.search({ text, page, ...rest });
  expect((await search('Checkout')).hits.map(({ source, text }) => [source, text])).toEqual([
    ['NAME', 'checkout'],
    ['NAME', 'checkout-x1'],
    ['NAME', 'old-checkout'],
    ['PROBLEM', 'checkout was skipped'],
    ['EVENT', "couldn't find key in ConfigMap checkout-config"],
  ]);
  const first = await search('checkout', { first: 2 });
  expect(first).toMatchObject({ hasNextPage: true, totalCount: 5 });
  const next = await search('checkout', { first: 2, after: first.hits[1]?.cursor });
  expect(next.hits.map(({ text }) => text)).toEqual(['old-checkout', 'checkout was skipped']);
  expect((await search("couldn't find")).hits).toHaveLength(1);
  expect((await search('checkout', {}, { namespace: 'b' })).hits.map(({ source }) => source)).toEqual(['NAME', 'PROBLEM']);
  expect((await search('checkout', {}, { kinds: [{ group: '', kind: 'Pod' }] })).totalCount).toBe(2);
  for (const hostile of ['"', '*', 'a" OR "b', 'NEAR(', '%', '', '   ', '\\', 'x'.repeat(5000), 'check\0out'])
    await expect(search(hostile)).resolves.toBeDefined();
});

test('dangling pointers: weak ones never, in pages, by status and kind', async () => {
  const volumes = ['c1', 'c2'].map((name) => ({ configMap: { name } }));
  const pods = ['a/p', 'b/p'].map((name) => object('v1', 'Pod', name, { spec: { volumes } }));
  const event = object('v1', 'Event', 'a/e', { involvedObject: { kind: 'Pod', namespace: 'a', name: 'gone' } });
  const ok = { type: 'resource', snapshot: 0, group: '', version: 'v1', namespace: null, outcome: 'ok' } as const;
  const reader = await importRecords([
    ...pods,
    event,
    { ...ok, resource: 'configmaps', kind: 'ConfigMap' },
    { ...ok, resource: 'pods', kind: 'Pod' },
  ]);
  const all = await reader.dangling({ statuses: ['MISSING'], page: {} });
  expect(all.references.map(({ path }) => path)).toEqual([
    'spec.volumes[0].configMap.name',
    'spec.volumes[1].configMap.name',
    'spec.volumes[0].configMap.name',
    'spec.volumes[1].configMap.name',
  ]);
  const first = await reader.dangling({ statuses: ['MISSING'], page: { first: 3 } });
  expect(first).toMatchObject({ hasNextPage: true, hasPreviousPage: false, totalCount: 4 });
  const rest = await reader.dangling({ statuses: ['MISSING'], page: { first: 3, after: first.cursors[2] ?? '' } });
  expect(rest.references).toEqual(all.references.slice(3));
  expect((await reader.dangling({ statuses: ['MISSING'], namespace: 'b', page: {} })).totalCount).toBe(2);
  expect((await reader.dangling({ statuses: ['MISSING'], kinds: [{ group: '', kind: 'Event' }], page: {} })).totalCount).toBe(0);
  expect((await reader.dangling({ statuses: ['UID_MISMATCH'], page: {} })).totalCount).toBe(0);
  await expect(reader.dangling({ statuses: ['MISSING'], page: { after: 'x' } })).rejects.toThrow('is no cursor of this list');
});
