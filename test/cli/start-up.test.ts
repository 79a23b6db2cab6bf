/** What calls of the program load: each waits for all of it. */
import { expect, onTestFinished, test } from 'vitest';
import { importDemoFile } from '../support/demo-file.ts';
import { loadedModules } from '../support/loaded-modules.ts';
import { CLI } from '../support/run-cli.ts';

/** The packages, and the rooms of the sources, that files were made from. */
function partsOf(sources: readonly string[]): Set<string> {
  const parts = sources.map(
    (url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? /\/(src\/[^/]+|cli)\//.exec(url)?.[1] ?? url,
  );
  return new Set(parts);
}

test.each([['--help'], ['query --help'], ['capture --help']])('%s: two files, and nothing of what commands do', async (words) => {
  const { files, sources } = await loadedModules([CLI, ...words.split(' ')]);
  expect(files).toHaveLength(2);
  expect(sources.filter((url) => /\/cli\/commands\//.test(url))).toEqual([]);
  expect(partsOf(sources)).toEqual(new Set(['cli']));
});

test('a question: a dozen files, and nothing that captures, imports or serves', async () => {
  const demo = await importDemoFile();
  onTestFinished(demo.remove);
  const { files, sources } = await loadedModules([CLI, 'query', demo.path, '{ pods { totalCount } }']);
  const own = files.filter((url) => url.includes('/dist/'));
  expect(own.length).toBeLessThanOrEqual(14);
  const parts = partsOf(sources);
  expect(parts).toContain('src/api');
  expect(parts).toContain('graphql');
  const others = ['@kubernetes/client-node', 'graphql-yoga', 'tar-stream', 'p-queue', 'js-yaml', 're2js', 'src/bundle', 'src/redaction'];
  expect(others.filter((part) => parts.has(part))).toEqual([]);
});
