/** `sql` as a process: what it answers, in which forms, and what it refuses. The statements of docs/sql.md are run there. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoHome, makeDemoHome } from '../support/demo-home.ts';
import { CLI } from '../support/run-cli.ts';

let home: DemoHome;
beforeAll(async () => {
  home = makeDemoHome();
  await home.run('import', 'demo.tar.gz', '--db', 'demo.db');
});
afterAll(() => home.remove());
const run: DemoHome['run'] = (...args) => home.run('sql', ...args);

/** An answer that never ends. */
const ENDLESS = 'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT';

describe('an answer', () => {
  test('as a table', async () => {
    const sql = "SELECT namespace, name, NULL AS empty, 'x' AS y FROM objects WHERE kind = 'Tenant'";
    const { code, stdout } = await run('demo.tar.gz', sql);
    expect(code).toBe(0);
    expect(stdout).toBe('namespace     name   empty   y\nteam-legacy   acme           x');
  });

  test('as CSV, quoted where it must be', async () => {
    const { stdout } = await run('demo.db', `SELECT 1 AS a, NULL AS b, 'x"y,z' AS c, 'one' || char(10) || 'two' AS d`, '-o', 'csv');
    expect(stdout).toBe('a,b,c,d\n1,,"x""y,z","one\ntwo"');
  });

  test('as JSON: large integers and bytes as text, columns of one name numbered', async () => {
    const { stdout } = await run(
      'demo.db',
      "SELECT 9007199254740993 AS x, x'00ff' AS x, 0.5 AS y, NULL AS z UNION ALL SELECT 1, 'a', 2, 3",
      '-o',
      'json',
    );
    expect(JSON.parse(stdout)).toEqual([
      { x: '9007199254740993', x_2: "x'00ff'", y: 0.5, z: null },
      { x: 1, x_2: 'a', y: 2, z: 3 },
    ]);
    expect((await run('demo.db', 'SELECT 1 WHERE false', '-o', 'json')).stdout).toBe('[]');
  });

  test('of a statement in a file, and on standard input', async () => {
    writeFileSync(
      join(home.folder, 'ask.sql'),
      "-- how many\nSELECT count(*) AS pods FROM objects WHERE kind = 'Pod' AND presence = 'present';\n",
    );
    expect((await run('demo.db', '-f', 'ask.sql')).stdout).toBe('pods\n46');
    expect((await home.runWith('SELECT 7 AS seven', 'sql', 'demo.db', '-f', '-')).stdout).toBe('seven\n7');
  });

  test('of all rows, however many', async () => {
    const { stdout } = await run('demo.db', `${ENDLESS} x, hex(zeroblob(50)) FROM c LIMIT 100000`, '-o', 'csv');
    const lines = stdout.split('\n');
    expect(lines).toHaveLength(100_001);
    expect(lines.at(-1)).toBe(`100000,${'00'.repeat(50)}`);
  });

  test('control characters in captured text do not reach a table', async () => {
    expect((await run('demo.db', `SELECT char(27) || '[2J' AS text`)).stdout).toBe('text\n\\x1b[2J');
  });
});

describe('several snapshots', () => {
  test('have letters, the first is asked without', async () => {
    const { stdout, stderr } = await run(
      'demo.tar.gz',
      'demo-later.tar.gz',
      "SELECT (SELECT count(*) FROM a.objects WHERE presence = 'present') AS a, (SELECT count(*) FROM b.objects WHERE presence = 'present') AS b, (SELECT count(*) FROM objects WHERE presence = 'present') AS main",
    );
    expect(stderr).toContain('a is demo.tar.gz, b is demo-later.tar.gz');
    expect(stdout.split('\n')[1]?.split(/ +/)).toEqual(['754', '790', '754']);
  });

  test('of a store, one by --snapshot', async () => {
    await home.run('import', 'demo.tar.gz', 'demo-later.tar.gz', '--store', 'store');
    expect((await run('store', 'SELECT name FROM snapshot', '--snapshot', 'demo.tar.gz')).stdout).toBe('name\ndemo.tar.gz');
  });
});

describe('refused', () => {
  test.each([
    ['DELETE FROM object'],
    ["VACUUM INTO 'copy.db'"],
    ["ATTACH 'other.db' AS other"],
    ['PRAGMA user_version = 7'],
    ['CREATE TABLE t(x)'],
    ['BEGIN'],
  ])('%s', async (sql) => {
    const { code, stdout, stderr } = await run('demo.db', sql);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('only statements that read are answered');
    expect(['copy.db', 'other.db'].some((name) => existsSync(join(home.folder, name)))).toBe(false);
  });

  test.each([
    ['SELECT namespac FROM objects', 'no such column: namespac. Did you mean "namespace"'],
    ['SELECT * FROM objetcs', 'no such table: objetcs. Did you mean "object" or "objects"?'],
    ['SELECT 1; SELECT 2', 'more than one statement'],
    ['SELEC 1', 'near "SELEC": syntax error'],
    ['', 'no statement'],
    ["SELECT load_extension('x')", 'not authorized'],
  ])('%s', async (sql, says) => {
    const { code, stderr } = await run('demo.db', sql);
    expect(code).toBe(1);
    expect(stderr).toContain(says);
  });

  test('no statement at all, and one too many on standard input', async () => {
    expect(await run('demo.db')).toMatchObject({ code: 2, stderr: expect.stringContaining('give the statement') as string });
    expect(await run('-', '-f', '-')).toMatchObject({ code: 2, stderr: expect.stringContaining('not both') as string });
    expect(await run('demo.db', '-f', 'absent.sql')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('absent.sql cannot be read') as string,
    });
  });
});

describe('an end', () => {
  test('after the time that it may take, with what was said until then', async () => {
    const { code, stdout, stderr } = await run('demo.db', `${ENDLESS} count(*) FROM c`, '--timeout', '1s');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('not answered within 1 s, and ended there: --timeout allows more');
  });

  test('with its reader', async () => {
    const command = `"${process.execPath}" "${CLI}" sql demo.db "${ENDLESS} x FROM c" -o csv | head -2`;
    const { stdout, exitCode } = await execa(command, { shell: '/bin/sh', cwd: home.folder, reject: false });
    expect({ stdout, exitCode }).toEqual({ stdout: 'x\n1', exitCode: 0 });
  });

  test.runIf(existsSync('/proc/self/stat'))('with whoever asked, however that ended', async () => {
    const sql = `${ENDLESS} count(*) FROM c WHERE 'mark-${process.pid}' <> ''`;
    const child = execa(process.execPath, [CLI, 'sql', 'demo.db', sql], { cwd: home.folder, reject: false });
    let pid: number | undefined;
    while (pid === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      pid = childOf(child.pid ?? 0);
    }
    child.kill('SIGKILL');
    await child;
    while (isThere(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
  });
});

/** Source: proc(5), stat: the fourth field, behind the name in brackets. */
function childOf(parent: number): number | undefined {
  const processes = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return processes.find((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
    } catch {
      return false;
    }
  });
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
