import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ClusterAccessError } from '../access-error.ts';
import { type Folder, temporaryFolder } from '../testing/folder.ts';
import { answering, V1, withPlugin } from '../testing/plugin.ts';

const printing = (answer: unknown): string =>
  `process.stdout.write(${JSON.stringify(typeof answer === 'string' ? answer : JSON.stringify(answer))})`;
const credential = (status: unknown): object => ({ kind: 'ExecCredential', apiVersion: V1, status });

test.each<[string, string, string]>([
  ['fails', 'console.error("no session\\nlog in"); process.exit(3)', 'ended with exit code 3. It said: no session\nlog in'],
  ['dies', 'process.kill(process.pid, "SIGKILL")', 'was ended by SIGKILL.'],
  ['prints nothing', '', 'printed nothing.'],
  ['prints no JSON', printing('token: secret'), 'printed something that is no JSON.'],
  ['prints null', printing('null'), 'printed no ExecCredential, but JSON without a kind.'],
  ['prints another kind', printing({ kind: 'Pod', apiVersion: 'v1' }), 'printed no ExecCredential, but a Pod.'],
  [
    'prints another version',
    printing({ ...credential({ token: 'a' }), apiVersion: `${V1}beta1` }),
    `printed ${V1}beta1, but its kubeconfig says ${V1}: they must be the same.`,
  ],
  ['prints no status', printing(credential(null)), 'printed no status.'],
  ['prints no credentials', printing(credential({ token: '' })), 'printed neither a token nor a client certificate.'],
  [
    'prints half a pair',
    printing(credential({ token: 'a', clientKeyData: 'x' })),
    'printed one of clientCertificateData and clientKeyData, and both are needed.',
  ],
  ['prints no time', printing(credential({ token: 'a', expirationTimestamp: 'soon' })), 'printed an expirationTimestamp that is no time.'],
  [
    'prints without end',
    'const more = () => process.stdout.write("x".repeat(65536), more); more()',
    'printed more than a credential can be.',
  ],
  [
    'says without end',
    'process.stderr.write("x".repeat(1e6) + "the end", () => process.exit(1))',
    `ended with exit code 1. It said: ${'x'.repeat(4089)}the end`,
  ],
])('a plugin that %s', async (_name, source, words) => {
  const folder = temporaryFolder();
  const failed = withPlugin({ folder, source });
  await expect(failed).rejects.toBeInstanceOf(ClusterAccessError);
  await expect(failed).rejects.toMatchObject({ code: 'CREDENTIALS' });
  await expect(failed).rejects.toThrow(`The plugin "${folder.path}/bin/plugin" of the user "jane" (${folder.path}/config) ${words}`);
});

test.each([
  ['kubelogin-of-nobody', 'is not on the PATH: install it. See https://docs.example/login.'],
  ['./kubelogin', 'does not exist: install it. See https://docs.example/login.'],
])('a plugin that is not there: %s', async (command, words) => {
  await expect(withPlugin({ exec: { command, installHint: 'See https://docs.example/login.\n' } })).rejects.toThrow(words);
});

test.each([
  ['no program', (folder: Folder): string => folder.write('bin/plugin', 'text'), 'cannot be run: spawn '],
  ['a name with a zero byte', (): string => 'bin/\0', 'cannot be run: '],
])('a plugin that is %s', async (_name, make, words) => {
  const folder = temporaryFolder();
  await expect(withPlugin({ folder, exec: { command: make(folder) } })).rejects.toThrow(words);
});

/** The plugin, and a process that it starts, write down who they are. */
const hanging = `
  const { spawn } = require('node:child_process');
  const { appendFileSync } = require('node:fs');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
  appendFileSync(__dirname + '/pids', child.pid + ' ' + process.pid);
  setInterval(() => {}, 1000);`;

test('a plugin that hangs is ended after its time, with all that it started', async () => {
  const folder = temporaryFolder();
  await expect(withPlugin({ folder, source: hanging, options: { pluginTimeout: 1000 } })).rejects.toThrow(
    'gave no answer within 1 seconds.',
  );
  await allGone(folder);
});

test('an abort ends a plugin; one that does not listen is killed', async () => {
  const folder = temporaryFolder();
  const controller = new AbortController();
  const failed = withPlugin({ folder, source: `process.on('SIGTERM', () => {});${hanging}`, options: { signal: controller.signal } });
  setTimeout(() => controller.abort(new Error('enough')), 500);
  await expect(failed).rejects.toThrow('enough');
  await allGone(folder);
});

test('a plugin that leaves a process behind is not waited for', async () => {
  const folder = temporaryFolder();
  const leaving = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { stdio: 'inherit' });
    child.unref();
    ${answering({ token: 'a' })}`;
  const begun = performance.now();
  await withPlugin({ folder, source: leaving });
  expect(performance.now() - begun).toBeLessThan(15_000);
});

async function allGone(folder: Folder): Promise<void> {
  const pids = readFileSync(`${folder.path}/pids`, 'utf8').split(' ').map(Number);
  expect(pids).toHaveLength(2);
  for (let tries = 0; pids.some(isRunning) && tries < 100; tries += 1) await sleep(100);
  expect(pids.filter(isRunning)).toEqual([]);
}

/** One that has ended and that nobody waited for is still listed, as a zombie. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const file = `/proc/${pid}/status`;
  return !existsSync(file) || !/^State:\s+Z/m.test(readFileSync(file, 'utf8'));
}
