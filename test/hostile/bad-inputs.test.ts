/** Bad input, through the command line: a clear message and its exit code, what can be kept is kept, nothing lies about afterwards. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { BAD_INPUTS } from './bad-inputs.ts';

let outer: string;
let home: string;
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'snapgraph-hostile-'));
  home = join(outer, 'home');
  mkdirSync(home);
});
afterEach(() => rmSync(outer, { recursive: true }));

test.each(BAD_INPUTS)(
  '$name',
  async ({ file, make, code, says, keeps }) => {
    writeFileSync(join(home, file), await make());
    const run = await runCli({ args: ['import', file, '--db', 'out.db'], home });
    const info = keeps === undefined ? undefined : await runCli({ args: ['info', 'out.db'], home });
    const printed = `${run.stderr}${run.stdout}${info?.stdout ?? ''}${info?.stderr ?? ''}`;
    for (const expected of says) expect(printed).toMatch(expected);
    expect(printed).not.toMatch(/at .*\.(js|ts):\d+/);
    expect(run.code).toBe(code);
    expect(existsSync(join(home, 'out.db'))).toBe(keeps !== undefined);
    if (keeps !== undefined)
      expect(await objectsIn(join(home, 'out.db'))).toSatisfy((count: number) => (keeps < 0 ? count > 0 : count === keeps));
    expect(readdirSync(outer)).toEqual(['home']);
    expect(readdirSync(home).filter((name) => ![file, 'out.db', '.cache'].includes(name))).toEqual([]);
    expect(leftOver(join(home, '.cache'))).toEqual([]);
  },
  120_000,
);

async function objectsIn(path: string): Promise<number> {
  const { stdout } = await runCli({ args: ['query', path, '{ objects { totalCount } }'], home });
  return (JSON.parse(stdout) as { data: { objects: { totalCount: number } } }).data.objects.totalCount;
}

/** Files in the cache that are not whole snapshots or its index. */
function leftOver(cache: string): string[] {
  if (!existsSync(cache)) return [];
  return (readdirSync(cache, { recursive: true }) as string[]).filter((name) => /\.(tmp|part|partial|spool)|-journal$|-wal$/.test(name));
}
