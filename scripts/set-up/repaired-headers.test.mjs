import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { repairedHeaders } from './repaired-headers.mjs';

const plain = [
  '  ObjectWrap() {',
  '    refs_ = 0;',
  '  }',
  '  virtual ~ObjectWrap() {',
  '    if (persistent().IsEmpty())',
  '      return;',
  '  }',
  '',
];
const withHooks = plain.flatMap((line) => {
  if (line === '    refs_ = 0;') return [line, '    AddCleanupHook();'];
  return line === '  virtual ~ObjectWrap() {' ? [line, '    RemoveCleanupHook();'] : [line];
});
const functions = ['  void RemoveCleanupHook() {', '    RemoveEnvironmentCleanupHook(isolate, CleanupHook, this);', '  }', ''];

/** @param {readonly string[]} lines */
function headers(lines) {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-headers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'include/node'), { recursive: true });
  writeFileSync(join(folder, 'include/node/node_object_wrap.h'), lines.join('\n'));
  writeFileSync(join(folder, 'include/node/node.h'), 'node');
  return { folder, target: join(folder, 'repaired') };
}

test('the calls go, the rest stays, and the given headers are not touched', () => {
  const { folder, target } = headers([...withHooks, ...functions]);
  expect(repairedHeaders(folder, { modules: '137', target })).toBe(target);
  expect(readFileSync(join(target, 'include/node/node_object_wrap.h'), 'utf8')).toBe([...plain, ...functions].join('\n'));
  expect(readFileSync(join(target, 'include/node/node.h'), 'utf8')).toBe('node');
  expect(readFileSync(join(folder, 'include/node/node_object_wrap.h'), 'utf8')).toContain('    AddCleanupHook();');
});

test.each([
  ['headers before 24.19', plain, '137'],
  ['another Node, where the hooks are right', withHooks, '147'],
])('%s are taken as they are', (_name, lines, modules) => {
  const { folder, target } = headers(lines);
  expect(repairedHeaders(folder, { modules, target })).toBe(folder);
  expect(existsSync(target)).toBe(false);
});
