/** Captures of the demo cluster, replayed: all that a real API server said of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SnapshotRecord } from '../../records/record.ts';
import { ofType } from '../testing/tar.ts';
import { CaptureStopped } from './capture-stopped.ts';
import { captureReplayed } from './testing/capture.ts';
import { demoData, demoRecords, replayDemo } from './testing/demo.ts';
import { objectsOf, parsedObject, rowsOf } from './testing/read-back.ts';
import { status } from './testing/replay-answers.ts';
import { type ReplayServer, startReplayServer } from './testing/replay-server.ts';

describe('with nothing wrong', () => {
  let server: ReplayServer;
  let records: readonly SnapshotRecord[];
  beforeAll(async () => {
    server = await startReplayServer({ data: demoData });
    records = await captureReplayed(server);
  });
  afterAll(() => server.close());

  test('every object is there, with its kind and version, as it was', () => {
    expect(objectsOf(records)).toEqual(objectsOf(demoRecords));
  });

  test('every listable resource of discovery has an outcome, the group that does not answer too', () => {
    const outcomes = ofType(records, 'resource').map(({ group, resource, outcome }) => `${group}/${resource} ${outcome}`);
    expect(outcomes.sort()).toEqual(
      ofType(demoRecords, 'resource')
        .map(({ group, resource, outcome }) => `${group}/${resource} ${outcome}`)
        .sort(),
    );
    expect(rowsOf(records, '*')).toMatchObject([{ group: 'metrics.k8s.io', outcome: 'unavailable', httpStatus: 503 }]);
  });

  test('logs and documents are those of the cluster, byte for byte', () => {
    const bytesOf = (all: readonly SnapshotRecord[]): Map<string, string> => {
      const logs = ofType(all, 'log').map(
        ({ namespace, pod, container, previous, chunk }) => [`${namespace}/${pod}/${container} ${previous}`, chunk] as const,
      );
      const documents = ofType(all, 'document')
        .filter(({ name }) => name !== 'discovery.json')
        .map(({ name, chunk }) => [name, chunk] as const);
      const joined = new Map<string, string>();
      for (const [name, chunk] of [...logs, ...documents])
        joined.set(name, (joined.get(name) ?? '') + Buffer.from(chunk).toString('base64'));
      return new Map([...joined].filter(([, bytes]) => bytes !== ''));
    };
    expect(bytesOf(records)).toEqual(bytesOf(demoRecords));
  });

  test('what could not be read is said: logs of containers that never ran, and of the lost node', () => {
    const unread = (all: readonly SnapshotRecord[]): string[] =>
      ofType(all, 'log')
        .filter(({ outcome }) => outcome !== undefined && outcome !== 'ok')
        .map(
          ({ pod, container, previous, outcome }) => `${pod}/${container} ${previous} ${outcome === 'not_started' ? outcome : 'not read'}`,
        )
        .sort();
    const unscheduled = unread(records).filter((row) => !unread(demoRecords).includes(row));
    expect(unread(records)).toEqual([...unread(demoRecords), ...unscheduled].sort());
    expect(unscheduled.map((row) => row.replace(/-.*\//, '/'))).toEqual([
      'analytics/analytics false not_started',
      'gpu/gpu-trainer false not_started',
      'metrics/metrics-server false not_started',
      'search/search false not_started',
      'search/search false not_started',
    ]);
    const lost = ofType(records, 'log').filter(({ outcome }) => outcome === 'failed' || outcome === 'unavailable');
    expect(lost.map(({ outcome }) => outcome).sort()).toEqual(['failed', 'failed', 'failed', 'unavailable']);
    expect(lost.every(({ message }) => message?.includes('connection refused'))).toBe(true);
  });

  test('no more requests at once than were allowed', () => {
    expect(server.mostAtOnce).toBeLessThanOrEqual(4);
    expect(records.at(-1)).toMatchObject({ type: 'end', finished: true, complete: false });
  });
});

test('where the list over all namespaces is denied each namespace is tried', async () => {
  const forbidden = status(403, 'secrets is forbidden');
  const server = await replayDemo(({ path }) =>
    path === '/api/v1/secrets' || path === '/api/v1/namespaces/shop/secrets' ? forbidden : null,
  );
  const records = await captureReplayed(server);
  const rows = rowsOf(records, 'secrets');
  expect(rows[0]).toMatchObject({ namespace: null, outcome: 'denied', httpStatus: 403 });
  expect(
    rows
      .slice(1)
      .map(({ namespace, outcome }) => `${namespace} ${outcome}`)
      .sort(),
  ).toEqual(
    ofType(demoRecords, 'object')
      .map(parsedObject)
      .filter(({ kind }) => kind === 'Namespace')
      .map(({ metadata }) => `${metadata.name} ${metadata.name === 'shop' ? 'denied' : 'ok'}`)
      .sort(),
  );
  const secrets = [...objectsOf(records).keys()].filter((key) => key.startsWith('/Secret '));
  expect(secrets.sort()).toEqual(
    [...objectsOf(demoRecords).keys()].filter((key) => key.startsWith('/Secret ') && !key.includes(' shop/')).sort(),
  );
});

test('where namespaces were not asked for, they are still known to the lists that need their names', async () => {
  const server = await replayDemo(({ path }) => (path === '/api/v1/secrets' ? status(403, 'secrets is forbidden') : null));
  const records = await captureReplayed(server, { include: ['secrets'] });
  expect(rowsOf(records, 'namespaces')).toMatchObject([{ outcome: 'excluded' }]);
  expect([...objectsOf(records).keys()].every((key) => key.startsWith('/Secret '))).toBe(true);
  const secrets = [...objectsOf(demoRecords).keys()].filter((key) => key.startsWith('/Secret '));
  expect([...objectsOf(records).keys()].sort()).toEqual(secrets.sort());
});

test('who may not list namespaces, but get their own, has that one', async () => {
  const server = await replayDemo(({ path }) => (path === '/api/v1/namespaces' ? status(403, 'namespaces is forbidden') : null));
  const records = await captureReplayed(server, { namespaces: ['shop', 'absent'] });
  expect(rowsOf(records, 'namespaces')).toMatchObject([
    { namespace: null, outcome: 'partial', items: 1, message: 'only shop, read by name; the list: namespaces is forbidden' },
  ]);
  expect(objectsOf(records).get('/Namespace /shop')).toEqual(objectsOf(demoRecords).get('/Namespace /shop'));
});

test('whom the server does not know at all is not asked for namespace by namespace', async () => {
  const server = await replayDemo(({ path }) => (path.endsWith('/secrets') ? status(401, 'Unauthorized') : null));
  const records = await captureReplayed(server);
  expect(rowsOf(records, 'secrets')).toMatchObject([{ namespace: null, outcome: 'denied', httpStatus: 401 }]);
});

test('where a label narrows the namespaces, each is tried all the same', async () => {
  const server = await replayDemo(({ path }) => (path === '/api/v1/secrets' ? status(403, 'secrets is forbidden') : null));
  const records = await captureReplayed(server, { labelSelector: 'team=data', include: ['secrets', 'namespaces'] });
  const namespaces = ofType(demoRecords, 'object').filter((record) => parsedObject(record).kind === 'Namespace');
  expect(rowsOf(records, 'secrets')).toHaveLength(1 + namespaces.length);
});

test('events of the other group are listed where those of core may not be', async () => {
  const server = await replayDemo(({ path }) => (path.startsWith('/api/v1/') && path.endsWith('/events') ? status(403, 'no') : null));
  const records = await captureReplayed(server);
  const rows = ofType(records, 'resource').filter(({ resource }) => resource === 'events');
  expect(rows.find(({ group, namespace }) => group === '' && namespace === null)).toMatchObject({ outcome: 'denied' });
  expect(rows.filter(({ group }) => group === 'events.k8s.io')).toMatchObject([{ namespace: null, outcome: 'ok' }]);
});

test('where neither group lets events be read, one row says so', async () => {
  const server = await replayDemo(({ path }) => (path.endsWith('/events') ? status(403, 'no') : null));
  const records = await captureReplayed(server);
  const rows = ofType(records, 'resource').filter(({ resource }) => resource === 'events');
  expect(new Set(rows.filter(({ group }) => group === '').map(({ outcome }) => outcome))).toEqual(new Set(['denied']));
  expect(rows.filter(({ group }) => group !== '')).toMatchObject([{ outcome: 'excluded', message: 'the same objects as events' }]);
});

test('a stop before the resources are known ends in a bundle that says so', async () => {
  const stop = new AbortController();
  const server = await replayDemo(({ path }) => {
    if (path !== '/apis') return null;
    setTimeout(() => stop.abort(new CaptureStopped('stopped by hand')), 50);
    return 'hang';
  });
  const records = await captureReplayed(server, { stop: stop.signal, requestTimeout: 5_000 });
  expect(new Set(records.map(({ type }) => type))).toEqual(new Set(['snapshot', 'end']));
  expect(records.at(-1)).toMatchObject({ finished: false, complete: false, reason: 'stopped by hand' });
});

test('schemas that do not come soon do not hold up objects, and are there in the end', async () => {
  let pods = 0;
  const late = new Set<string>();
  const server = await replayDemo(({ path }) => {
    if (path === '/api/v1/pods') pods = performance.now();
    if (path !== '/openapi/v3/apis/apps/v1' || pods > 0) return null;
    late.add(path);
    return 'hang';
  });
  const begun = performance.now();
  const records = await captureReplayed(server, { requestTimeout: 20_000, retryFor: 20_000 });
  expect(pods - begun).toBeLessThan(10_000);
  expect(late.size).toBe(1);
  const names = ofType(records, 'document').map(({ name }) => name);
  expect(names.filter((name) => name === 'openapi/apps/v1.json')).toHaveLength(1);
}, 30_000);

test('measurements are those of the namespaces that were asked for; what is denied says so', async () => {
  const list = {
    kind: 'APIResourceList',
    resources: [
      { name: 'nodes', kind: 'NodeMetrics', namespaced: false, verbs: ['get', 'list'], singularName: '' },
      { name: 'pods', kind: 'PodMetrics', namespaced: true, verbs: ['get', 'list'], singularName: '' },
    ],
  };
  const of = (namespace: string): string =>
    `{"kind":"PodMetricsList","metadata":{},"items":[{"metadata":{"name":"p","namespace":"${namespace}"},"containers":[]}]}`;
  const server = await replayDemo(({ path, headers }) => {
    if (path === '/apis/metrics.k8s.io/v1beta1') return { status: 200, body: JSON.stringify(list) };
    if (headers.accept?.includes('apidiscovery')) return status(406, 'only the older form');
    const [, namespace] = /^\/apis\/metrics.k8s.io\/v1beta1\/namespaces\/(\w+)\/pods$/.exec(path) ?? [];
    if (namespace !== undefined) return { status: 200, body: of(namespace) };
    return path.startsWith('/apis/metrics.k8s.io/v1beta1/') ? status(403, 'nodes.metrics.k8s.io is forbidden') : null;
  });
  const records = await captureReplayed(server, { namespaces: ['shop', 'data'], exclude: ['secrets'] });
  const documents = ofType(records, 'document').filter(({ name }) => name.startsWith('metrics/'));
  expect(
    documents.map(({ name, chunk }) => [
      name,
      Buffer.from(chunk)
        .toString()
        .match(/"namespace":"\w+"/g),
    ]),
  ).toEqual([['metrics/pods.ndjson', ['"namespace":"shop"', '"namespace":"data"']]]);
  const rows = ofType(records, 'resource').filter(({ group }) => group === 'metrics.k8s.io');
  expect(rows.map(({ resource, namespace, outcome }) => `${resource} ${namespace} ${outcome}`).sort()).toEqual([
    'nodes null denied',
    'pods data excluded',
    'pods shop excluded',
  ]);
});

test('narrowed by namespace, label and name', async () => {
  const server = await replayDemo();
  const records = await captureReplayed(server, { namespaces: ['shop'], exclude: ['ev', 'Secret', '*.rbac.authorization.k8s.io'] });
  const namespaces = new Set(ofType(records, 'object').map((record) => parsedObject(record).metadata.namespace));
  expect(namespaces).toEqual(new Set(['shop', undefined]));
  expect(rowsOf(records, 'pods')).toMatchObject([
    { namespace: null, outcome: 'excluded', message: '-n shop' },
    { namespace: 'shop', outcome: 'ok' },
  ]);
  for (const resource of ['events', 'secrets', 'clusterroles']) expect(rowsOf(records, resource)[0]).toMatchObject({ outcome: 'excluded' });
  const labelled = await captureReplayed(server, { labelSelector: 'app=cart', include: ['po'] });
  expect(rowsOf(labelled, 'pods')).toMatchObject([{ outcome: 'partial', message: 'only what -l app=cart selects' }]);
  expect(server.asked.some(({ path, query }) => path === '/api/v1/pods' && query.get('labelSelector') === 'app=cart')).toBe(true);
  await expect(captureReplayed(server, { include: ['podz'] })).rejects.toMatchObject({ name: 'UnknownResource', pattern: 'podz' });
});
