import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../set-up/folders.mjs';
import { run } from '../set-up/run.mjs';
import { isNewEnough } from './go.mjs';
import { goBuildArguments, hashOfPrograms, programs } from './programs.mjs';

function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-build-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The build as people run it. @param {Readonly<Record<string, string>>} env */
const build = (env) => run({ command: process.execPath, args: [`${root}/scripts/cluster.mjs`, 'build'], env, output: 'keep' });

/** Node's own folder comes first on the path of what scripts run: a Go in it cannot be hidden. */
const hasGoBeside = existsSync(join(dirname(process.execPath), 'go'));

/** A `go` that says this of itself. @param {string} folder @param {string} script */
function fakeGo(folder, script) {
  writeFileSync(join(folder, 'go'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'go'), 0o755);
}

test.each([
  ['go1.26', true],
  ['go1.26.8', true],
  ['go1.27rc1', true],
  ['go2.0', true],
  ['go1.25.9', false],
  ['go1.3', false],
  ['devel', false],
  ['', false],
])('%s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

test.skipIf(hasGoBeside)('without Go, or with one that is too old, one line says how to get it', async () => {
  const folder = temporaryFolder();
  const env = { PATH: folder, XDG_CACHE_HOME: folder, SNAPGRAPH_CLUSTER_BIN: '' };
  const without = await build(env);
  expect(without.code).toBe(1);
  expect(without.output.trim().split('\n').at(-1)).toMatch(
    /^Go 1\.26 or newer is needed.*there is no go on the PATH\. Get it from .*again\.$/,
  );
  fakeGo(folder, 'echo go1.19.8');
  const old = await build(env);
  expect(old.code).toBe(1);
  expect(old.output.trim().split('\n').at(-1)).toMatch(/what go said of itself: go1\.19\.8\. Get it from/);
});

test.skipIf(hasGoBeside)('a build that fails shows the end of what go said, and leaves no half of it', async () => {
  const folder = temporaryFolder();
  fakeGo(folder, 'if [ "$1" = env ]; then echo go1.26.0; else echo "no required module provides it" >&2; exit 1; fi');
  const { code, output } = await build({ PATH: folder, XDG_CACHE_HOME: folder, SNAPGRAPH_CLUSTER_BIN: '' });
  expect(code).toBe(1);
  expect(output).toMatch(/go build go\.etcd\.io\S+ failed in test\/cluster\/components \(exit code 1\):\nno required module provides it/);
  expect(readdirSync(join(folder, 'snapgraph/cluster'))).toEqual([]);
});

test("programs of one's own are used as they are, and what they lack is named", async () => {
  const folder = temporaryFolder();
  for (const { name } of programs.slice(1)) writeFileSync(join(folder, name), '');
  const { code, output } = await build({ SNAPGRAPH_CLUSTER_BIN: folder });
  expect(code).toBe(1);
  expect(output.trim()).toBe(`SNAPGRAPH_CLUSTER_BIN names ${folder}, which lacks etcd. Put them there, or unset it.`);
  writeFileSync(join(folder, 'etcd'), '');
  expect((await build({ SNAPGRAPH_CLUSTER_BIN: folder, PATH: dirname(folder) })).output).toContain(`is built: ${folder}`);
});

test('Kubernetes programs are told their version, by the module that pins it', () => {
  const flags = Object.fromEntries(programs.map((program) => [program.name, goBuildArguments(program, '/bin').join(' ')]));
  expect(flags['kube-apiserver']).toMatch(/version\.gitVersion=v1\.\d+\.\d+ .*gitMajor=1 .*gitMinor=\d+ -o \/bin\/kube-apiserver k8s\.io/);
  expect(flags['etcd']).not.toContain('-X');
  expect(hashOfPrograms('linux/amd64')).not.toBe(hashOfPrograms('darwin/arm64'));
});
