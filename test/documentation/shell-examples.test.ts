/** Every shell example on a page runs, and prints what the page shows. */
import { afterAll, describe, expect, test } from 'vitest';
import { blocksOf } from './markdown.ts';
import { matchesOutput } from './matches-output.ts';
import { pages } from './pages.ts';
import { type ShellExample, shellExamplesOf } from './shell-example.ts';
import { createShellWorld } from './shell-world.ts';

const world = createShellWorld();
afterAll(() => world.remove());

const withExamples = pages
  .map(({ path, text }) => ({ path, examples: shellExamplesOf(blocksOf(text)) }))
  .filter(({ examples }) => examples.length > 0);

test('the pages have examples', () => {
  expect(withExamples.map(({ path }) => path)).toEqual(expect.arrayContaining(['README.md', 'docs/cli.md']));
});

describe.each(withExamples)('$path', ({ examples }) => {
  test.each(examples)('line $line: $command', async (example) => {
    const outcome = await world.run(example.command);
    expect(outcome.exitCode, outcome.notes).toBe(example.exitCode);
    expectOutput(example, outcome.printed);
  });
});

function expectOutput(example: ShellExample, printed: string): void {
  if (example.output === null || matchesOutput({ shown: example.output, printed })) return;
  // Fails, with the difference.
  expect(printed.trimEnd()).toBe(example.output);
}
