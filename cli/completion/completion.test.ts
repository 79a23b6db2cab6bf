import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../commands.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import { completionWords, flagsOf } from './words.ts';
import { zshCompletion } from './zsh.ts';

const words = completionWords(commands);
const scripts = [
  { shell: 'bash', script: bashCompletion(words), check: ['-n'] },
  { shell: 'zsh', script: zshCompletion(words), check: ['-n'] },
  { shell: 'fish', script: fishCompletion(words), check: ['--no-execute'] },
];

describe.each(scripts)('$shell', ({ script }) => {
  test('knows every command, flag and kind', () => {
    for (const command of commands) {
      expect(script).toContain(command.name);
      for (const flag of flagsOf(command)) expect(script).toContain(flag.name);
    }
    expect(script).toMatch(/\bdeploy\b/);
  });
});

const installed = scripts.filter(({ shell }) => spawnSync(shell, ['--version']).error === undefined);

test.each(installed)('$shell reads its script without complaint', ({ shell, script, check }) => {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-completion-'));
  const file = join(folder, `_snapgraph.${shell}`);
  writeFileSync(file, script);
  const { status, stderr } = spawnSync(shell, [...check, file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test.each([
  [
    ['snapgraph', ''],
    ['open', 'get', 'tree'],
  ],
  [['snapgraph', 'tr'], ['tree']],
  [
    ['snapgraph', 'get', 'x.tgz', 'deploy'],
    ['deploy', 'deployments'],
  ],
  [['snapgraph', 'get', 'x.tgz', 'pods', '--names'], ['--namespace']],
  [['snapgraph', 'get', 'x.tgz', 'pods', '-o', 'y'], ['yaml']],
  [
    ['snapgraph', 'completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
])('bash offers for %j', (line, expected) => {
  const call = `COMP_WORDS=(${line.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${line.length - 1}; _snapgraph; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', `${bashCompletion(words)}\n${call}`], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual(expect.arrayContaining(expected));
});
