/** `capture` that is stopped. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ofType, readAll } from '../../src/sources/testing/tar.ts';
import { capture, type RunningCapture, setFault, start, workFolder } from '../support/replayed-capture.ts';

/** Runs until the server is asked for Secrets, which it never answers. */
async function untilHanging(args: readonly string[]): Promise<{ readonly run: RunningCapture; readonly folder: string }> {
  const folder = workFolder();
  const reached = new Promise<void>((resolve) => {
    setFault(({ path }) => {
      if (path !== '/api/v1/secrets') return null;
      setTimeout(resolve, 300);
      return 'hang';
    });
  });
  const run = start(['-o', 'x.tar.gz', ...args], folder);
  await reached;
  return { run, folder };
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it in order', async (signal) => {
  const { run, folder } = await untilHanging([]);
  run.kill(signal);
  const { code, stdout, stderr } = await run.ended;
  expect(code).toBe(3);
  expect(stderr).toContain('Stopping: the bundle is finished with what is there. Once more ends at once.');
  expect(stdout).toContain(`Broken off   stopped by ${signal}`);
  expect(readdirSync(folder)).toEqual(['x.tar.gz']);
  const { records } = await readAll(join(folder, 'x.tar.gz'));
  expect(records.at(-1)).toMatchObject({ type: 'end', finished: false, reason: `stopped by ${signal}` });
  expect(ofType(records, 'resource').find(({ resource }) => resource === 'secrets')).toMatchObject({
    outcome: 'cancelled',
    message: `stopped by ${signal}`,
  });
});

test('a second SIGINT ends at once and leaves what opens as a broken-off capture', async () => {
  const folder = workFolder();
  // Something lies in the queue of the writer, so the first one cannot end before the second comes.
  setFault(({ path }) => (path === '/api/v1/secrets' ? 'hang' : null));
  const run = start(['-o', 'x.tar.gz'], folder);
  const partial = join(folder, 'x.tar.gz.partial');
  while (!existsSync(partial) || statSync(partial).size < 2_000) await new Promise((resolve) => setTimeout(resolve, 10));
  run.kill('SIGINT');
  run.kill('SIGINT');
  const { code } = await run.ended;
  // The system may make one of two signals that come at the same time.
  if (code === 3) return;
  expect(code).toBe(130);
  const { records } = await readAll(partial);
  expect(records.at(-1)).toMatchObject({ type: 'end', finished: false });
});

test('a credential plugin is ended with the capture', async () => {
  const folder = workFolder();
  writeFileSync(join(folder, 'kubeconfig'), JSON.stringify(slowLogin('echo $$ > pid; exec sleep 60')));
  const run = start(['--kubeconfig', 'kubeconfig'], folder);
  const pid = join(folder, 'pid');
  while (!existsSync(pid) || readFileSync(pid, 'utf8') === '') await new Promise((resolve) => setTimeout(resolve, 10));
  run.kill('SIGINT');
  const { code, stderr } = await run.ended;
  expect([code, stderr]).toEqual([1, expect.stringMatching(/\nsnapgraph: slow: stopped by SIGINT\.$/)]);
  expect(() => process.kill(Number(readFileSync(pid, 'utf8')), 0)).toThrow('ESRCH');
});

function slowLogin(script: string): object {
  const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: 'sh', args: ['-c', script], interactiveMode: 'Never' };
  return {
    'current-context': 'slow',
    clusters: [{ name: 'c', cluster: { server: 'https://127.0.0.1:9' } }],
    contexts: [{ name: 'slow', context: { cluster: 'c', user: 'u' } }],
    users: [{ name: 'u', user: { exec } }],
  };
}

test('a kill leaves a broken-off capture with all that came', async () => {
  const { run, folder } = await untilHanging([]);
  run.kill('SIGKILL');
  await run.ended;
  expect(readdirSync(folder)).toEqual(['x.tar.gz.partial']);
  const { records } = await readAll(join(folder, 'x.tar.gz.partial'));
  expect(ofType(records, 'object').length).toBeGreaterThan(300);
  expect(ofType(records, 'problem').map(({ code }) => code)).toContain('BROKEN_OFF');
});

test('the deadline ends it in order, and progress is told for programs', async () => {
  setFault(({ path }) => (path === '/api/v1/secrets' ? 'hang' : null));
  const { code, stdout, stderr } = await capture(['-o', 'x.tar.gz', '--deadline', '3s', '--progress', 'json']);
  expect(code).toBe(3);
  expect(stdout).toContain('Broken off   the deadline of 3s was over');
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.every(({ type, capture: name }) => type === 'progress' && name === 'demo')).toBe(true);
  expect(lines.some(({ underWay }) => underWay.some(({ name }: { name: string }) => name === 'secrets'))).toBe(true);
});
