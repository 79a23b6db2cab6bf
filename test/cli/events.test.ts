/** `events` on the demo bundles. That it lists what kubectl lists is shown against a cluster. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoHome, makeDemoHome } from '../support/demo-home.ts';

let home: DemoHome;
beforeAll(() => {
  home = makeDemoHome();
});
afterAll(() => home.remove());
const run: DemoHome['run'] = (...args) => home.run('events', ...args);

test('of one object, with ages from the time of the capture', async () => {
  expect(await run('demo.tar.gz', '-n', 'data', '--for', 'deploy/orders-sync')).toEqual({
    code: 0,
    stdout: [
      'LAST SEEN   TYPE     REASON              OBJECT                   MESSAGE',
      '2m2s        Normal   ScalingReplicaSet   Deployment/orders-sync   Scaled up replica set orders-sync-647bcbdb79 from 0 to 1',
    ].join('\n'),
    stderr: '',
  });
});

test('about an object that is gone', async () => {
  const gone = await home.run(
    'sql',
    'demo.tar.gz',
    "SELECT about_namespace || ' ' || about_kind || '/' || about_name AS gone FROM events e JOIN objects o ON o.id = e.about WHERE o.presence = 'missing' LIMIT 1",
  );
  const [namespace = '', word = ''] = gone.stdout.split('\n')[1]?.split(' ') ?? [];
  const { stdout } = await run('demo.tar.gz', '-n', namespace, '--for', word);
  expect(
    stdout
      .split('\n')
      .slice(1)
      .every((line) => line.includes(word)),
  ).toBe(true);
  expect(stdout.split('\n').length).toBeGreaterThan(1);
});

test('of all types and of one, in all forms', async () => {
  const all = (await run('demo.tar.gz', '-A', '--no-headers')).stdout.split('\n');
  expect(all).toHaveLength(212);
  const warnings = (await run('demo.tar.gz', '-A', '--types=Warning', '--no-headers')).stdout.split('\n');
  const normal = (await run('demo.tar.gz', '-A', '--types', 'normal', '-o', 'name')).stdout.split('\n');
  expect(warnings.length + normal.length).toBe(212);
  expect(warnings.every((line) => / Warning /.test(line))).toBe(true);
  expect(normal[0]).toMatch(/^event\//);
  const { items } = JSON.parse((await run('demo.tar.gz', '-A', '--types', 'Normal,Warning', '-o', 'json')).stdout) as {
    items: { metadata: object }[];
  };
  expect(items).toHaveLength(212);
  expect(items.some(({ metadata }) => 'managedFields' in metadata)).toBe(false);
  expect((await run('demo.tar.gz', '-A', '-o', 'custom-columns=R:.reason')).stdout.split('\n')).toHaveLength(213);
  expect((await run('demo.tar.gz', '-A', '-o', 'jsonpath={.items[*].reason}')).stdout.split(' ')).toHaveLength(212);
});

test('none, and none captured', async () => {
  expect(await run('demo.tar.gz')).toMatchObject({ code: 0 });
  expect(await run('demo.tar.gz', '-n', 'data', '--for', 'pod/nope')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'No events found in data namespace.',
  });
  const denied = await run('demo-partial.tar.gz', '-A');
  expect(denied).toMatchObject({ code: 0, stdout: '' });
  expect(denied.stderr).toMatch(/Event was not fully captured: denied/);
});

test.each<[string, readonly string[], RegExp]>([
  ['a type that is none', ['--types', 'Warnin'], /"warnin": valid are Normal and Warning.* Did you mean "Warning"/],
  ['no object', ['--for', 'orders-sync'], /must be KIND\/NAME/],
  ['no such kind', ['--for', 'deplyo/x'], /there is no kind "deplyo".*Did you mean/],
  ['no such namespace', ['-n', 'dat'], /there is no namespace "dat".*Did you mean "data"/],
  ['two scopes', ['-n', 'data', '-A'], /do not go together/],
  ['a word too many', ['pods'], /"pods" is too much here/],
])('%s', async (_what, args, says) => {
  const { code, stderr } = await run('demo.tar.gz', ...args);
  expect(code).toBe(2);
  expect(stderr).toMatch(says);
});
