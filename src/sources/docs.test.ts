import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_INPUT_LIMITS } from '../records/input-limits.ts';
import { FALLBACK_LAYOUT, LAYOUTS } from './layouts.ts';

const page = (name: string): string => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');

/** As the page writes numbers: `1,000`, `8 GiB`. */
function written(value: number): string {
  for (const [unit, size] of [
    ['GiB', 2 ** 30],
    ['MiB', 2 ** 20],
  ] as const)
    if (value % size === 0) return `${value / size} ${unit}`;
  return value.toLocaleString('en');
}

test('docs/bundle.md names every limit with its default', () => {
  const rows = page('bundle.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  for (const [name, value] of Object.entries(DEFAULT_INPUT_LIMITS))
    expect(rows).toContainEqual(expect.stringContaining(`| \`${name}\` | ${written(value)} |`));
});

test('docs/bundle.md and the schema name the same outcomes', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/bundle.schema.json'), 'utf8')) as {
    $defs: { outcome: { enum: string[] } };
  };
  for (const outcome of schema.$defs.outcome.enum) expect(page('bundle.md')).toContain(`\`${outcome}\``);
});

test('docs/sources.md names every layout', () => {
  for (const { format } of [...LAYOUTS, FALLBACK_LAYOUT]) expect(page('sources.md')).toContain(`| \`${format}\` |`);
});
