/** What a capture tells people: gaps, sizes, paths, failures. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ResourceOutcome } from '../../src/records/record.ts';
import { ApiFault, connectionFault } from '../../src/sources/cluster/http/fault.ts';
import { recordingOutput } from '../output/testing/recording-output.ts';
import { formatBytes } from './bytes.ts';
import { CaptureFailed } from './capture-one.ts';
import { failureText } from './failure-text.ts';
import { captureGaps } from './gap-list.ts';
import { outputPaths } from './output-path.ts';
import { printCaptured } from './print-captured.ts';
import { Tally } from './tally.ts';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [3.5 * 2 ** 20, '3.5 MiB'],
  [2 ** 62, '4194304.0 TiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

describe('gaps', () => {
  const row = (resource: string, outcome: ResourceOutcome['outcome'], more: Partial<ResourceOutcome> = {}): ResourceOutcome => ({
    type: 'resource',
    snapshot: 0,
    group: '',
    version: 'v1',
    resource,
    kind: resource.toUpperCase(),
    namespace: null,
    outcome,
    ...more,
  });

  test('what is whole, or left out on purpose, is none', () => {
    expect(captureGaps([row('pods', 'ok'), row('events', 'excluded')])).toEqual([]);
  });

  test('namespaces that failed alike are one row; the denied list over all of them is none', () => {
    const denied = { httpStatus: 403, message: 'forbidden' };
    const rows = [
      row('secrets', 'denied', denied),
      ...['a', 'b', 'c', 'd', 'e'].map((namespace) => row('secrets', namespace === 'e' ? 'ok' : 'denied', { ...denied, namespace })),
    ];
    expect(captureGaps(rows)).toMatchObject([
      { what: 'secrets', outcome: 'denied (403)', where: '4 of 5 namespaces', message: 'forbidden' },
    ]);
    expect(captureGaps([row('secrets', 'denied', denied), row('secrets', 'denied', { ...denied, namespace: 'a' })])).toMatchObject([
      { where: 'a' },
    ]);
    const all = ['a', 'b', 'c', 'd'].map((namespace) => row('secrets', 'denied', { ...denied, namespace }));
    expect(captureGaps([row('secrets', 'denied', denied), ...all])).toMatchObject([{ where: 'everywhere' }]);
    expect(captureGaps(rows.slice(0, 3).concat(rows.slice(5)))).toMatchObject([{ where: 'a, b' }]);
  });

  test('a group that does not answer is all of it', () => {
    expect(captureGaps([row('*', 'unavailable', { group: 'metrics.k8s.io', kind: '*', httpStatus: 503 })])).toMatchObject([
      { what: 'all of metrics.k8s.io', outcome: 'unavailable (503)' },
    ]);
    expect(captureGaps([row('deployments', 'partial', { group: 'apps', httpStatus: 200 })])).toMatchObject([
      { what: 'deployments.apps', outcome: 'partial' },
    ]);
  });
});

test('rules of the user that took out nothing are named in the summary', async () => {
  const summary = async (byRule: Record<string, number>): Promise<string> => {
    const tally = new Tally();
    tally.start = { type: 'snapshot', snapshot: 0, format: 'snapgraph', redaction: { counts: { values: 3, objects: 2, byRule } } };
    const { output, written } = recordingOutput();
    const bundle = { path: 'x.tar.gz', bytes: 1, objects: 2, finished: true, complete: true };
    await printCaptured({ captured: { bundle, tally }, program: 'snapgraph', output });
    return written.join('');
  };
  const builtIn = { 'secret-values': 3, 'environment-values': 0 };
  const redacted = 'Redacted   3 values in 2 objects';
  expect(await summary(builtIn)).toContain(`${redacted}\n`);
  expect(await summary({ ...builtIn, mine: 0, other: 1 })).toContain(`${redacted}; --redact rule "mine" took out nothing\n`);
  expect(await summary({ ...builtIn, mine: 0, 'o\u001bther': 0 })).toContain(`; --redact rules "mine", "o\\x1bther" took out nothing\n`);
});

describe('where a bundle goes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const now = new Date('2026-11-25T15:02:03.456Z');
  const paths = (output: string | undefined, names: readonly string[], force = false): string[] =>
    outputPaths({ output, names, force, now });

  test('a file, a folder, or a name made of the context', () => {
    expect(paths(undefined, ['prod'])).toEqual(['prod-20261125-150203.tar.gz']);
    expect(paths(join(folder, 'x.tar.gz'), ['prod'])).toEqual([join(folder, 'x.tar.gz')]);
    expect(paths(folder, ['arn:aws:eks:eu-west-1:1:cluster/prod'])).toEqual([
      join(folder, 'arn-aws-eks-eu-west-1-1-cluster-prod-20261125-150203.tar.gz'),
    ]);
    expect(paths(join(folder, 'new/'), ['a/b', 'a:b'])).toEqual([
      join(folder, 'new/a-b-20261125-150203.tar.gz'),
      join(folder, 'new/a-b-2-20261125-150203.tar.gz'),
    ]);
    expect(paths(undefined, ['../..'])).toEqual(['cluster-20261125-150203.tar.gz']);
    expect(new Set(paths(join(folder, 'new/'), ['x/y', 'x:y', 'x-y-2', 'x-y-2', 'x y'])).size).toBe(5);
  });

  test('a file in the way is told before anything is captured', () => {
    writeFileSync(join(folder, 'there.tar.gz'), '');
    expect(() => paths(join(folder, 'there.tar.gz'), ['prod'])).toThrow('exists already: --force writes over it');
    expect(paths(join(folder, 'there.tar.gz'), ['prod'], true)).toEqual([join(folder, 'there.tar.gz')]);
    expect(() => paths(join(folder, 'there.tar.gz'), ['a', 'b'])).toThrow('must be a folder');
    mkdirSync(join(folder, 'sub'));
    expect(paths(join(folder, 'sub'), ['a', 'b'])).toHaveLength(2);
  });
});

describe('failures', () => {
  const server = 'https://prod:6443';
  const fault = (more: Partial<ConstructorParameters<typeof ApiFault>[0]>): ApiFault =>
    new ApiFault({ outcome: 'failed', message: 'why', ...more });

  test.each([
    ['no answer', fault({ unreachable: true }), /^https:\/\/prod:6443 cannot be reached: why\. Check the network/],
    ['an expired login', fault({ httpStatus: 401 }), /does not know who you are: why\. Log in again/],
    ['no rights', fault({ httpStatus: 403 }), /lets you read nothing: why\. Choose another user/],
    ['something else', fault({ httpStatus: 500 }), /^https:\/\/prod:6443: why\.$/],
    ['an error of ours', new Error('oops'), /^oops\.$/],
  ])('%s says what to do', (_, error, text) => {
    expect(failureText(error, server)).toMatch(text);
  });

  test.each(['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID', 'SELF_SIGNED_CERT_IN_CHAIN', 'CERT_HAS_EXPIRED'])(
    'a certificate refused with %s is not the network',
    (code) => {
      const refused = connectionFault(Object.assign(new Error('why'), { code }), false);
      expect(failureText(refused, server)).toMatch(/its certificate was refused: why\. --certificate-authority .*--tls-server-name/);
    },
  );

  test('what was written before is named, and a full disk', () => {
    const tally = new Tally();
    tally.start = { type: 'snapshot', snapshot: 0, format: 'snapgraph' };
    tally.objects = 12;
    const cause = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const path = 'full.tar.gz';
    const full = `${path} could not be written to its end: no space is left on the disk. 12 objects had come`;
    const advice = 'Make room, or write to another disk with -o.';
    expect(failureText(new CaptureFailed({ tally, path, kept: false, cause }), server)).toBe(`${full}; nothing was kept. ${advice}`);
    expect(failureText(new CaptureFailed({ tally, path, kept: true, cause }), server)).toBe(
      `${full}; what was written until then is in ${path}, which opens as a broken-off capture. ${advice}`,
    );
    expect(failureText(new CaptureFailed({ tally: new Tally(), path, kept: false, cause: new Error('no') }), server)).toBe('no.');
  });
});
