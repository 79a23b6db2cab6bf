/** `logs` on the demo bundles, against the files that lie in them. */
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoHome, makeDemoHome } from '../support/demo-home.ts';

let home: DemoHome;
beforeAll(() => {
  home = makeDemoHome();
});
afterAll(() => home.remove());
const run: DemoHome['run'] = (...args) => home.run('logs', ...args);

/** As tar finds it, times and all. */
async function inBundle(path: string): Promise<string[]> {
  const { stdout } = await execa('tar', ['-xzOf', join(home.folder, 'demo.tar.gz'), '--wildcards', `*/logs/${path}`]);
  return stdout.split('\n');
}

const withoutTime = (line: string): string => line.slice(line.indexOf(' ') + 1);

describe('a log', () => {
  test('of the container before it was started anew: its last lines, without and with their times', async () => {
    const written = await inBundle('data/orders-sync-*/migrate.previous.0001.log');
    expect(written.length).toBeGreaterThan(4);
    const args = ['demo.tar.gz', 'deploy/orders-sync', '-n', 'data', '-c', 'migrate', '--previous'];
    expect((await run(...args)).stdout.split('\n')).toEqual(written.map(withoutTime));
    expect((await run(...args, '--tail', '2')).stdout.split('\n')).toEqual(written.slice(-2).map(withoutTime));
    expect((await run(...args, '--tail', '1', '--timestamps')).stdout).toBe(written.at(-1));
    expect((await run(...args, '--tail', '0')).stdout).toBe('');
    expect((await run(...args, '--limit-bytes', '20')).stdout).toBe(written.map(withoutTime).join('\n').slice(0, 20));
  });

  test('from a time on: before the capture, or by the clock', async () => {
    const written = await inBundle('shop/cart-768d85485-4dblg/cart.0001.log');
    const args = ['demo.tar.gz', 'pod/cart-768d85485-4dblg', '-n', 'shop'];
    const third = written[2] ?? '';
    const since = await run(...args, '--since-time', third.slice(0, third.indexOf(' ')));
    expect(since.stdout.split('\n')).toEqual(written.slice(2).map(withoutTime));
    expect((await run(...args, '--since', '1s')).stdout).toBe('');
    expect((await run(...args, '--since', '24h', '--tail', '3')).stdout.split('\n')).toEqual(written.slice(-3).map(withoutTime));
  });

  test('of every container of a Pod, with where each line is from', async () => {
    const { stdout } = await run(
      'demo.tar.gz',
      'orders-sync-647bcbdb79-jm4tq',
      '-n',
      'data',
      '--all-containers',
      '--prefix',
      '--tail',
      '1',
    );
    expect(stdout.split('\n').map((line) => line.slice(0, line.indexOf(']') + 1))).toEqual([
      '[pod/orders-sync-647bcbdb79-jm4tq/wait-for-db]',
      '[pod/orders-sync-647bcbdb79-jm4tq/migrate]',
    ]);
  });
});

describe('which Pods', () => {
  test("one of a workload's, said which", async () => {
    const { stdout, stderr } = await run('demo.tar.gz', 'deploy/cart', '-n', 'shop');
    expect(stderr).toBe('Found 2 pods, using pod/cart-768d85485-4dblg');
    expect(stdout.split('\n')[0]).toBe('cart starting');
  });

  test('all of them; those of a selector, the last ten lines of each', async () => {
    const all = await run('demo.tar.gz', 'svc/cart', '-n', 'shop', '--all-pods');
    expect(new Set(all.stdout.split('\n').map((line) => line.split(/[/\]]/)[1]))).toEqual(
      new Set(['cart-768d85485-4dblg', 'cart-768d85485-8pphm']),
    );
    const selected = await run('demo.tar.gz', '-l', 'app=cart', '-n', 'shop');
    expect(selected.stdout.split('\n').filter((line) => line === 'cart starting')).toHaveLength(2);
    expect(await run('demo.tar.gz', '-l', 'app=nothing', '-n', 'shop')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'No resources found in shop namespace.',
    });
  });
});

describe('nothing to print', () => {
  test.each<[string, readonly string[], number, RegExp]>([
    [
      'its container waits',
      ['demo.tar.gz', 'deploy/orders-sync', '-n', 'data'],
      1,
      /Defaulted container "orders-sync" out of: orders-sync, wait-for-db \(init\), migrate \(init\)\n.*is waiting to start/,
    ],
    [
      'it never ran before',
      ['demo.tar.gz', 'deploy/cart', '-n', 'shop', '-p'],
      1,
      /previous terminated container "cart" in pod "cart-\S+" not found/,
    ],
    ['the kubelet was gone', ['demo.tar.gz', 'svc/search', '-n', 'shop'], 1, /was not captured: failed \(.*connection refused\)/],
    [
      'nobody was let read it',
      ['demo-partial.tar.gz', 'deploy/api', '-n', 'payments'],
      1,
      /was not captured: denied \(.*cannot get resource "pods\/log"/,
    ],
    ['the capture broke off before', ['demo-broken-off.tar.gz', '-l', 'app=cart', '-n', 'shop'], 1, /was not captured: cancelled/],
    ['a workload without Pods', ['demo.tar.gz', 'deploy/ledger', '-n', 'payments'], 1, /"ledger" selects no Pod in this snapshot/],
    [
      'a workload that was not captured',
      ['demo-broken-off.tar.gz', 'deploy/api', '-n', 'payments'],
      1,
      /was not captured|not in the capture/,
    ],
    ['no such Pod', ['demo.tar.gz', 'cart-nope', '-n', 'shop'], 1, /no Pod "cart-nope" in namespace shop/],
    [
      'no such container',
      ['demo.tar.gz', 'deploy/cart', '-n', 'shop', '-c', 'nope'],
      1,
      /container nope is not valid for pod cart-\S+ out of: cart/,
    ],
    ['no such namespace', ['demo.tar.gz', 'deploy/cart', '-n', 'shopp'], 2, /Did you mean "shop"/],
    ['what has no Pods', ['demo.tar.gz', 'ns/shop'], 2, /Namespace has no Pods of its own/],
    ['no name', ['demo.tar.gz'], 2, /name a Pod/],
    ['a name and a selector', ['demo.tar.gz', 'x', '-l', 'a=b'], 2, /do not go together/],
    ['two containers', ['demo.tar.gz', 'x', 'y', '-c', 'z'], 2, /only one of -c or an inline/],
    ['a time that is none', ['demo.tar.gz', 'x', '--since-time', 'yesterday'], 2, /must be a time/],
    ['a duration that is none', ['demo.tar.gz', 'x', '--since', 'long'], 2, /must be a duration/],
  ])('%s', async (_what, args, code, says) => {
    const answer = await run(...args);
    expect({ code: answer.code, stdout: answer.stdout }).toEqual({ code, stdout: '' });
    expect(answer.stderr).toMatch(says);
  });
});
