import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LogChunk, SnapshotRecord } from '../records/record.ts';
import { countByKind, ofType, parsed, problemCodes, readAll } from './testing/tar.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

interface Truth {
  bundle: { manifest: boolean; logFiles: number; previousLogFiles: number };
  objects: { lines: number; byKind: Record<string, number>; byNamespace: Record<string, number> };
  outcomes?: Record<string, number>;
  notOkOutcomes?: { group: string; resource: string; namespace: string | null; outcome: string; httpStatus: number | null }[];
}

function truthOf(name: string): Truth {
  return JSON.parse(readFileSync(join(FIXTURES, `${name}.truth.json`), 'utf8')) as Truth;
}

test.each(['demo', 'demo-later', 'demo-partial', 'demo-broken-off', 'frozen/demo-frozen'])(
  '%s.tar.gz holds what its truth file says',
  async (name) => {
    const truth = truthOf(name);
    const { records, format } = await readAll(join(FIXTURES, `${name}.tar.gz`));
    expect(format).toBe('snapgraph');
    expect(ofType(records, 'object')).toHaveLength(truth.objects.lines);
    expect(countByKind(records)).toEqual(truth.objects.byKind);
    expect(countByNamespace(records)).toEqual(truth.objects.byNamespace);
    expect(logFiles(records)).toEqual({ all: truth.bundle.logFiles, previous: truth.bundle.previousLogFiles });
    expect(records[0]?.type).toBe('snapshot');
    expect(records.at(-1)).toMatchObject({ type: 'end', finished: truth.bundle.manifest, complete: false });
    if (truth.outcomes !== undefined) expect(countOutcomes(records)).toEqual(truth.outcomes);
    for (const row of truth.notOkOutcomes ?? []) {
      const { httpStatus, ...told } = row;
      expect(ofType(records, 'resource')).toContainEqual(expect.objectContaining(httpStatus === null ? told : row));
    }
  },
);

test('demo.tar.gz: what was captured, how, and what discovery says', async () => {
  const { records, reason } = await readAll(join(FIXTURES, 'demo.tar.gz'));
  expect(reason).toBe('it holds demo/snapshot.json with a formatVersion');
  expect(ofType(records, 'snapshot').at(-1)).toMatchObject({
    format: 'snapgraph',
    formatVersion: '1.0',
    tool: 'independent writer',
    cluster: { name: 'demo', id: '46ca9a10-8847-493e-918d-05217c01a372' },
    context: 'local',
    user: 'admin',
    serverVersion: { gitVersion: 'v1.37.2' },
    capturedFrom: Date.parse('2026-11-23T05:09:10Z'),
    redaction: { counts: { values: 19, objects: 8 } },
  });
  expect(records.at(-1)).toMatchObject({ capturedTo: Date.parse('2026-11-23T05:09:12Z') });
  expect(ofType(records, 'resource')).toContainEqual(
    expect.objectContaining({
      group: 'apps',
      resource: 'deployments',
      kind: 'Deployment',
      outcome: 'ok',
      items: 21,
      served: true,
      singular: 'deployment',
      shortNames: ['deploy'],
      namespaced: true,
    }),
  );
  expect(problemCodes(records)).toEqual(['CAPTURE_PROBLEM']);
  const outcomes = ofType(records, 'log').filter((log) => log.part === 0 && log.outcome !== 'ok');
  expect(outcomes.filter(({ outcome }) => outcome === 'not_started').map(({ container }) => container)).toEqual([
    'orders-sync',
    'checkout',
    'checkout',
    'resizer',
  ]);
  expect(outcomes).toContainEqual(
    expect.objectContaining({
      container: 'kube-proxy',
      outcome: 'failed',
      httpStatus: 500,
      message: expect.stringContaining('connection refused'),
    }),
  );
  expect(ofType(records, 'document').map(({ name }) => name)).toContain('nodes/worker-a1/stats-summary.json');
});

test('demo-truncated.tar.gz: its 445 whole objects, and that it is cut', async () => {
  const { records } = await readAll(join(FIXTURES, 'demo-truncated.tar.gz'));
  expect(ofType(records, 'object')).toHaveLength(445);
  expect(ofType(records, 'object').at(-1)?.resource?.resource).toBe('apiservices');
  expect(problemCodes(records)).toEqual(['BROKEN_OFF', 'CUT']);
  expect(records.at(-1)).toMatchObject({ type: 'end', finished: false, reason: 'the compressed stream ends early' });
});

test('without a manifest nothing proves absence: partial where pages lie, else cancelled', async () => {
  const { records } = await readAll(join(FIXTURES, 'demo-broken-off.tar.gz'));
  expect(countOutcomes(records)).toEqual({ cancelled: 60, partial: 9, unavailable: 1 });
  const kinds = Object.keys(truthOf('demo-broken-off').objects.byKind).map((kind) => kind.split('/')[1]);
  const partial = ofType(records, 'resource').filter(({ outcome }) => outcome === 'partial');
  expect(partial.map(({ kind }) => kind).sort()).toEqual(kinds.sort());
});

function countByNamespace(records: readonly SnapshotRecord[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const record of ofType(records, 'object')) {
    const namespace = parsed(record).metadata.namespace ?? '(cluster)';
    counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function countOutcomes(records: readonly SnapshotRecord[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { outcome } of ofType(records, 'resource')) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function logFiles(records: readonly SnapshotRecord[]): { all: number; previous: number } {
  const parts = ofType(records, 'log').filter((log: LogChunk) => log.part > 0);
  expect(parts.filter(({ last }) => last)).toHaveLength(
    new Set(parts.map(({ namespace, pod, container, previous }) => `${namespace}/${pod}/${container}/${previous}`)).size,
  );
  return { all: parts.length, previous: parts.filter(({ previous }) => previous).length };
}
