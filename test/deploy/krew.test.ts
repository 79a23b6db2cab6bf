/** The manifest that `node scripts/krew.mjs manifest` writes, by krew's rules. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { PROJECT } from '../support/run-cli.ts';
import { krewFaults, type Plugin } from './krew-rules.ts';
import { deployFile } from './manifests.ts';

const platforms = ['linux/amd64', 'linux/arm64', 'darwin/amd64', 'darwin/arm64'];
const hex = (digit: string): string => digit.repeat(64);
const version = ['--version', '0.1.0', '--node', '22'];

async function manifest(...args: readonly string[]): Promise<{ code: number | undefined; stdout: string; stderr: string }> {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [join(PROJECT, 'scripts/krew.mjs'), 'manifest', ...args], {
    reject: false,
  });
  return { code: exitCode, stdout, stderr };
}

function archive(platform: string, digit: string): string[] {
  return ['--uri', `${platform}=https://downloads.example/${platform}.tar.gz?a=b`, '--sha256', `${platform}=${hex(digit)}`];
}

test('holds to the rules, with one platform an archive, in an order of its own', async () => {
  const { code, stdout, stderr } = await manifest(
    ...version,
    ...[...platforms].reverse().flatMap((platform, index) => archive(platform, String(index))),
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const plugin = load(stdout) as Plugin;
  expect(krewFaults(plugin, 'snapgraph')).toEqual([]);
  expect(plugin.spec.version).toBe('v0.1.0');
  expect(plugin.spec.caveats).toContain('Node.js 22 ');
  expect(plugin.spec.platforms.map(({ selector, uri, sha256 }) => [selector.matchLabels, uri, sha256])).toEqual(
    platforms.map((platform, index) => {
      const [os, arch] = platform.split('/');
      return [{ os, arch }, `https://downloads.example/${platform}.tar.gz?a=b`, hex(String(3 - index))];
    }),
  );
});

test('what it links is the program, with its licence beside it', async () => {
  const { stdout } = await manifest(...version, ...archive('linux/amd64', 'a'));
  const [platform] = (load(stdout) as Plugin).spec.platforms;
  const { bin, files } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
    bin: Record<string, string>;
    files: string[];
  };
  expect(platform?.bin).toBe(bin['kubectl-snapgraph']);
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'dist']));
  expect(statSync(join(PROJECT, platform?.bin ?? '')).mode & 0o111).toBe(0o111);
});

test('the rules find the faults of the template itself, which names no version and no archive', () => {
  expect(krewFaults(load(deployFile('krew/snapgraph.yaml')) as Plugin, 'other')).toEqual([
    'name',
    'version',
    'platform 0: selects nothing',
    'platform 0: uri',
    'platform 0: sha256',
  ]);
});

test.each<readonly [string[], RegExp]>([
  [[...version], /Name the archives/],
  [['--version', 'latest', '--node', '22', ...archive('linux/amd64', 'a')], /--version latest: is to be a version/],
  [['--version', '0.1.0', ...archive('linux/amd64', 'a')], /--node : is to be the major version/],
  [[...version, ...archive('windows/amd64', 'a')], /--uri windows\/amd64=.*begins with one of linux\/amd64=/],
  [[...version, '--uri', 'linux/amd64=https://downloads.example/a.tar.gz'], /--sha256 linux\/amd64=: is to be 64 hex digits/],
  [[...version, '--sha256', `linux/amd64=${hex('a')}`, ...archive('linux/arm64', 'a')], /--uri linux\/amd64=: is to be the https address/],
  [[...version, '--uri', 'linux/amd64=http://downloads.example/a.tar.gz', '--sha256', `linux/amd64=${hex('a')}`], /https address/],
  [[...version, '--uri', 'linux/amd64=https://downloads.example/a.exe', '--sha256', `linux/amd64=${hex('a')}`], /of a \.tar\.gz/],
  [[...version, ...archive('linux/amd64', 'A')], /64 hex digits/],
  [[...version, ...archive('linux/amd64', 'a'), ...archive('linux/amd64', 'b')], /--uri linux\/amd64 is there twice/],
  [['--what'], /--what/],
])('%j is refused', async (args, says) => {
  const { code, stdout, stderr } = await manifest(...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(says);
});
