import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Fault, type FaultAction, type FaultProxy, type FaultProxyOptions, startFaultProxy } from '../../scripts/cluster/index.mjs';
import { describeCluster, useCluster } from './cluster-test.ts';
import { type Heard, hear } from './plain-client.ts';

const list = '/api/v1/namespaces/default/configmaps';

describeCluster('the fault proxy', () => {
  const cluster = useCluster();

  beforeAll(async () => {
    for (const name of ['a', 'b', 'c'])
      await cluster().api.create({
        ...{ apiVersion: 'v1', kind: 'ConfigMap' },
        metadata: { name, namespace: 'default' },
        data: { text: name.repeat(100_000) },
      });
  });

  const start = async (options: Omit<FaultProxyOptions, 'controlPlane'> = {}): Promise<FaultProxy> => {
    const proxy = await startFaultProxy({ controlPlane: cluster(), ...options });
    onTestFinished(proxy.close);
    return proxy;
  };
  const ask = (proxy: FaultProxy, path = list, more: Partial<Parameters<typeof hear>[0]> = {}): Promise<Heard> =>
    hear({ url: `${proxy.server}${path}`, ca: cluster().ca, ...more });
  const always = (action: FaultAction): Fault[] => [{ match: { path: list }, action }];
  /** What the API server says without us, but for the version of the list, which any write to the cluster raises meanwhile. */
  const straight = async (): Promise<string> => sameVersion((await cluster().api.request({ path: list })).text);

  test('passes on what it has no fault for, byte by byte, and writes it down', async () => {
    const proxy = await start();
    const heard = await ask(proxy, `${list}?labelSelector=a%3Db&limit=5`);
    expect(JSON.parse(heard.body.toString())).toMatchObject({ kind: 'ConfigMapList', items: [] });
    const whole = await ask(proxy);
    expect(whole).toMatchObject({ status: 200, end: 'whole' });
    expect(sameVersion(whole.body.toString())).toBe(await straight());
    expect(whole.headers).toHaveProperty('audit-id');
    const [first, second] = proxy.requests;
    expect(first).toMatchObject({
      method: 'GET',
      path: list,
      query: { labelSelector: 'a=b', limit: '5' },
      status: 200,
      finished: true,
      fault: null,
    });
    expect(second).toMatchObject({ bytes: whole.body.length, query: {} });
    expect((second?.ended ?? 0) - (second?.begun ?? 0)).toBeGreaterThanOrEqual(0);
  });

  test('passes on who asks: a token as it is, and nobody is the admin', async () => {
    const proxy = await start();
    const path = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
    const body = JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' });
    const as = async (headers: Record<string, string>): Promise<Heard> =>
      ask(proxy, path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
    expect((await as({})).body.toString()).toContain('"username":"admin"');
    const token = await cluster().tokenFor('default', 'someone');
    expect((await as({ authorization: `Bearer ${token}` })).body.toString()).toContain('system:serviceaccount:default:someone');
    expect((await as({ authorization: 'Bearer wrong' })).status).toBe(401);
  });

  test('kubectl works through it', async () => {
    const proxy = await start();
    const kubeconfig = cluster().kubeconfigWith({ server: proxy.server, token: await cluster().tokenFor('default', 'kubectl') });
    const who = await cluster().kubectl(['--kubeconfig', kubeconfig, 'auth', 'whoami', '-o', 'jsonpath={.status.userInfo.username}']);
    expect(who).toBe('system:serviceaccount:default:kubectl');
    expect(proxy.requests.length).toBeGreaterThan(0);
  });

  test('compressed bodies stay so; without compression where that is asked for', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const compressed = await ask(await start(), list, { headers });
    expect(compressed.headers['content-encoding']).toBe('gzip');
    expect(sameVersion(gunzipSync(compressed.body).toString())).toBe(await straight());
    const plain = await ask(await start({ uncompressed: true }), list, { headers });
    expect(plain.headers['content-encoding']).toBe(undefined);
    expect(sameVersion(plain.body.toString())).toBe(await straight());
  });

  test('hangs before the answer', async () => {
    const proxy = await start({ faults: always({ type: 'hang' }) });
    expect(await ask(proxy, list, { patienceMs: 500 })).toMatchObject({ status: null, end: 'silent' });
    await expect.poll(() => proxy.requests[0]).toMatchObject({ status: null, finished: false, bytes: 0, fault: 'hang' });
  });

  test.each([0, 1, 100_001])('hangs after %i bytes of the body', async (afterBytes) => {
    const proxy = await start({ faults: always({ type: 'hang', afterBytes }) });
    const heard = await ask(proxy, list, { patienceMs: 500 });
    expect(heard).toMatchObject({ status: 200, end: 'silent' });
    expect(sameVersion(heard.body.toString())).toBe((await straight()).slice(0, afterBytes));
    await expect
      .poll(() => proxy.requests[0])
      .toMatchObject({ status: 200, bytes: afterBytes, finished: false, ended: expect.any(Number) });
  });

  test('cuts the connection before the answer', async () => {
    const proxy = await start({ faults: always({ type: 'cut' }) });
    expect(await ask(proxy)).toMatchObject({ status: null, end: 'cut' });
    await expect.poll(() => proxy.requests[0]).toMatchObject({ status: null, finished: false, fault: 'cut', ended: expect.any(Number) });
  });

  test.each([0, 1, 250_000])('cuts the connection after %i bytes of the body', async (afterBytes) => {
    const proxy = await start({ faults: always({ type: 'cut', afterBytes }), uncompressed: true });
    const heard = await ask(proxy, list, { headers: { 'accept-encoding': 'gzip' } });
    expect(heard).toMatchObject({ status: 200, end: 'cut' });
    expect(sameVersion(heard.body.toString())).toBe((await straight()).slice(0, afterBytes));
    expect(proxy.requests[0]).toMatchObject({ bytes: afterBytes, finished: false });
  });

  test.each(['cut', 'hang'] as const)('a body that is shorter than its %s comes whole', async (type) => {
    const proxy = await start({ faults: always({ type, afterBytes: 10_000_000 }) });
    expect(await ask(proxy)).toMatchObject({ status: 200, end: 'whole' });
  });

  test.each([
    ['429', { status: 429, headers: { 'retry-after': '3' }, body: 'slow down' }],
    ['500', { status: 500 }],
    ['503', { status: 503, body: { kind: 'Status', code: 503, reason: 'ServiceUnavailable' } }],
    ['410', { status: 410, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'Expired', code: 410 } }],
  ] as const)('answers %s in place of the server', async (_name, answer) => {
    const proxy = await start({ faults: always({ type: 'answer', ...answer }) });
    const heard = await ask(proxy);
    expect(heard).toMatchObject({ status: answer.status, end: 'whole', headers: 'headers' in answer ? answer.headers : {} });
    const body = 'body' in answer ? answer.body : '';
    expect(typeof body === 'string' ? heard.body.toString() : JSON.parse(heard.body.toString())).toEqual(body);
    expect(proxy.requests[0]).toMatchObject({ status: answer.status, bytes: heard.body.length, finished: true });
  });

  test('plays a kubelet that the API server would not ask', async () => {
    const proxy = await start({
      faults: [{ match: { path: /^\/api\/v1\/nodes\/[^/]+\/proxy\/metrics$/ }, action: { type: 'answer', status: 200, body: 'up 1\n' } }],
    });
    expect((await ask(proxy, '/api/v1/nodes/n1/proxy/metrics')).body.toString()).toBe('up 1\n');
    expect((await ask(proxy, '/api/v1/nodes/n1/proxy/stats')).status).toBe(404);
  });

  test('delays the answer', async () => {
    const heard = await ask(await start({ faults: always({ type: 'delay', ms: 600 }) }));
    expect(heard).toMatchObject({ status: 200, end: 'whole' });
    expect(heard.ms).toBeGreaterThanOrEqual(600);
  });

  test('drips', async () => {
    const heard = await ask(await start({ faults: always({ type: 'drip', bytesPerSecond: 400_000 }) }));
    expect(sameVersion(heard.body.toString())).toBe(await straight());
    expect(heard.ms).toBeGreaterThanOrEqual(600);
  });

  test('faults come and go with their numbers', async () => {
    const gone = { type: 'answer', status: 410 } as const;
    const proxy = await start({
      faults: [{ match: { method: 'GET', path: list, query: { continue: /./ } }, after: 1, times: 1, action: gone }],
    });
    const statuses = async (path: string, count: number): Promise<(number | null)[]> => {
      const found: (number | null)[] = [];
      for (let index = 0; index < count; index += 1) found.push((await ask(proxy, path)).status);
      return found;
    };
    const next = JSON.parse((await ask(proxy, `${list}?limit=1`)).body.toString()).metadata.continue;
    expect(await statuses(list, 2)).toEqual([200, 200]);
    expect(await statuses(`${list}?limit=1&continue=${next}`, 3)).toEqual([200, 410, 200]);
    proxy.setFaults(always({ type: 'answer', status: 500 }));
    expect(await statuses(list, 2)).toEqual([500, 500]);
    proxy.setFaults([]);
    expect(await statuses(list, 1)).toEqual([200]);
  });

  test('a watch comes event by event', async () => {
    const proxy = await start();
    const heard = await ask(proxy, `${list}?watch=true`, { patienceMs: 500 });
    expect(heard).toMatchObject({ status: 200, end: 'silent' });
    expect(heard.body.toString().trim().split('\n')).toHaveLength(3);
  });

  test('its end ends what hangs', async () => {
    const proxy = await startFaultProxy({ controlPlane: cluster(), faults: always({ type: 'hang', afterBytes: 5 }) });
    const hanging = ask(proxy);
    await expect.poll(() => proxy.requests[0]?.bytes).toBe(5);
    await proxy.close();
    expect(await hanging).toMatchObject({ end: 'cut' });
    expect(await ask(proxy)).toMatchObject({ status: null, end: 'cut' });
  });

  test('a server that is gone is a 502', async () => {
    const proxy = await start();
    await cluster().stop('apiserver', 'SIGKILL');
    expect(await ask(proxy)).toMatchObject({ status: 502, end: 'whole' });
    await cluster().start('apiserver');
    expect(await ask(proxy)).toMatchObject({ status: 200 });
  });
});

/** As long as it was: parts of a body are compared, too. */
function sameVersion(body: string): string {
  return body.replace(/(?<=^\{"kind":"ConfigMapList","apiVersion":"v1","metadata":\{"resourceVersion":")\d+/, (version) =>
    '0'.repeat(version.length),
  );
}
