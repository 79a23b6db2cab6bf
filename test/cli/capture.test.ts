/** What `capture` writes, tells and refuses. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ofType, readAll } from '../../src/sources/testing/tar.ts';
import { capture, setFault, VALUE, workFolder } from '../support/replayed-capture.ts';

test('writes a bundle, says what is in it and what is missing, and ends with 3', async () => {
  const { code, stdout, stderr, files, folder } = await capture(['-o', 'demo.tar.gz', '--logs', 'all']);
  expect(stderr).toBe('');
  expect(code).toBe(3);
  expect(files).toEqual(['demo.tar.gz']);
  expect(stdout).toMatch(/^demo\.tar\.gz: [\d.]+ KiB, captured in \d+s\n {2}Cluster +demo, v1\.37\.2\n/);
  expect(stdout).toMatch(/Objects +754 of 45 resources\n/);
  expect(stdout).toMatch(/Redacted +\d+ values in \d+ objects/);
  expect(stdout).toMatch(/all of metrics\.k8s\.io +unavailable \(503\) +everywhere +service unavailable/);
  expect(stdout).toContain('Open it: snapgraph open demo.tar.gz');
  const { records } = await readAll(join(folder, 'demo.tar.gz'));
  expect(ofType(records, 'object')).toHaveLength(754);
  expect(ofType(records, 'problem')).toEqual([]);
  const bytes = gunzipSync(readFileSync(join(folder, 'demo.tar.gz')));
  expect([bytes.includes(VALUE), bytes.includes('REDACTED bytes=32 hmac-sha256=')]).toEqual([false, true]);
  expect(ofType(records, 'snapshot').at(-1)).toMatchObject({
    context: 'demo',
    user: 'replay',
    cluster: { id: '46ca9a10-8847-493e-918d-05217c01a372' },
  });
});

test('a complete capture ends with 0; what is denied is told with what it hides', async () => {
  const args = [
    '--include',
    'pods',
    '--include',
    'secrets',
    '--include',
    'namespaces',
    '--no-openapi',
    '--no-statistics',
    '--logs',
    'none',
    '-o',
    'x.tar.gz',
  ];
  setFault(({ path }) => (path.startsWith('/apis/metrics') ? { status: 200, body: '{"resources":[]}' } : null));
  const whole = await capture(args);
  expect([whole.code, whole.stderr]).toEqual([0, '']);
  expect(whole.stdout).toContain('\nOf what was asked for, everything was captured.\n');
  setFault(({ path }) => (path.endsWith('/secrets') ? { status: 403, body: '{"kind":"Status","message":"secrets is forbidden"}' } : null));
  const denied = await capture(args);
  expect(denied.code).toBe(3);
  expect(denied.stdout).toMatch(/secrets +denied \(403\) +everywhere +secrets is forbidden/);
  expect(denied.stdout).toMatch(/Secret: whether what Pod, [\s\S]* name is there cannot\s+be told\. It will read "not captured"/);
});

test('what is misspelt, in the way or absent is told before anything is written', async () => {
  const folder = workFolder();
  writeFileSync(join(folder, 'there.tar.gz'), 'mine');
  const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
    [['--include', 'podz'], 2, /--include podz: the server has no resource of that name\. Did you mean "pod"/],
    [['-o', 'there.tar.gz'], 2, /there\.tar\.gz exists already: --force/],
    [['--context', 'demp'], 2, /no context "demp".*Did you mean "demo"/],
    [['--logs', 'some'], 2, /may only be none, failing, all/],
    [['--deadline', 'soon'], 2, /must be a duration/],
    [['--chunk-size', '-1'], 2, /whole number from 1/],
    [['--deadline', '1000h'], 2, /596h at most/],
    [['-n', 'A B'], 2, /no name of a namespace/],
    [['-l', 'a in'], 2, /--selector/],
    [['--include-secret-values', 'x'], 2, /NAMESPACE\/NAME/],
    [['--redact', 'absent.yaml'], 2, /absent\.yaml cannot be read/],
    [['--context', 'demo', '--context', 'demp'], 2, /--context demp: .*Did you mean "demo"/],
    [['--as-group', 'g'], 1, /no user: --as/],
    [['--kubeconfig', 'absent'], 1, /absent/],
    [['surplus'], 2, /too much/],
    [['--context', 'dead'], 1, /127\.0\.0\.1:9 cannot be reached: .*ECONNREFUSED/],
  ];
  for (const [args, code, message] of cases) {
    const ran = await capture(args, folder);
    expect([args, ran.code, ran.stdout, ran.stderr]).toEqual([args, code, '', expect.stringMatching(message)]);
    expect(ran.files).toEqual(['there.tar.gz']);
  }
  expect(readFileSync(join(folder, 'there.tar.gz'), 'utf8')).toBe('mine');
}, 60_000);

test('several clusters side by side: those that fail do not stop the other', async () => {
  const { code, stdout, stderr, folder } = await capture([
    '--all-contexts',
    '-o',
    'all/',
    '--include',
    'pods',
    '--logs',
    'none',
    '--no-openapi',
    '--no-statistics',
  ]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/snapgraph: dead: http:\/\/127\.0\.0\.1:9 cannot be reached/);
  expect(stderr).toMatch(/snapgraph: keyless: .*absent\.crt/);
  expect(stdout).toMatch(/^all\/demo-\d{8}-\d{6}\.tar\.gz: /);
  expect(readdirSync(join(folder, 'all'))).toHaveLength(1);
});

test('--check captures nothing', async () => {
  setFault(({ path, body }) =>
    path.endsWith('/selfsubjectaccessreviews') && body.includes('"secrets"')
      ? { status: 201, body: '{"status":{"allowed":false,"reason":"no"}}' }
      : null,
  );
  const denied = await capture(['--check']);
  expect([denied.code, denied.files]).toEqual([3, []]);
  expect(denied.stdout).toMatch(
    /^demo: this may not be read, and would be missing from a capture:\nRESOURCE +VERB +WHERE +REASON\nsecrets +list +everywhere +no$/,
  );
  setFault(null);
  const allowed = await capture(['--check']);
  expect([allowed.code, allowed.stderr]).toEqual([0, '']);
  expect(allowed.stdout).toMatch(/^demo: everything may be read \(\d+ resources\)\.$/);
  const dead = await capture(['--check', '--context', 'dead']);
  expect([dead.code, dead.stderr]).toEqual([
    1,
    expect.stringMatching(/^snapgraph: dead: http:\/\/127\.0\.0\.1:9 cannot be reached: .*--context/),
  ]);
  const misspelt = await capture(['--check', '--include', 'podz']);
  expect([misspelt.code, misspelt.stderr]).toEqual([2, expect.stringContaining('Did you mean "pod"')]);
});

test("a namespace that is none is told; the kubeconfig's own cluster and user may be named", async () => {
  const args = ['--context', 'dead', '--cluster', 'demo', '--user', 'u', '--include', 'pods', '--include', 'namespaces', '--logs', 'none'];
  const { code, stdout } = await capture([...args, '-n', 'shopp', '--no-openapi', '-o', 'x.tar.gz']);
  expect(stdout).toMatch(/Warning +Namespace "shopp" is not in the cluster\. Did you mean "shop"\?/);
  expect(stdout).not.toContain('what is not in it was not there');
  expect(code).toBe(3);
});

test('an older bundle is not taken for what is left of this capture', async () => {
  const folder = workFolder();
  for (const name of ['x.tar.gz', 'x.tar.gz.partial']) writeFileSync(join(folder, name), 'older');
  const { code, stderr } = await capture(['-o', 'x.tar.gz', '--force'], folder);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/is there already: another capture .*; nothing was kept\.$/)]);
  expect(readFileSync(join(folder, 'x.tar.gz'), 'utf8')).toBe('older');
});
