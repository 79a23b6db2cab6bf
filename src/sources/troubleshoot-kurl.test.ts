/** A support bundle of 2021 from a real cluster, in place; counted a second time by code that shares nothing with the reader. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countByKind, ofType, parsed, readAll } from './testing/tar.ts';

const BUNDLE = join(import.meta.dirname, '../../../shared/bundles/troubleshoot-kurl.tar.gz');
const isAbsent = !existsSync(BUNDLE);
if (isAbsent) console.warn('../shared/bundles/troubleshoot-kurl.tar.gz is absent: its tests are left out');

const KIND_OF_FOLDER: Record<string, string> = {
  configmaps: 'core/ConfigMap',
  cronjobs: 'batch/CronJob',
  deployments: 'apps/Deployment',
  events: 'core/Event',
  ingress: 'networking.k8s.io/Ingress',
  jobs: 'batch/Job',
  limitranges: 'core/LimitRange',
  pods: 'core/Pod',
  pvcs: 'core/PersistentVolumeClaim',
  replicasets: 'apps/ReplicaSet',
  services: 'core/Service',
  statefulsets: 'apps/StatefulSet',
  'custom-resource-definitions.json': 'apiextensions.k8s.io/CustomResourceDefinition',
  'namespaces.json': 'core/Namespace',
  'nodes.json': 'core/Node',
  'pvs.json': 'core/PersistentVolume',
  'storage-classes.json': 'storage.k8s.io/StorageClass',
};

test.runIf(!isAbsent)('every object comes once, and as many of each kind as the files hold', async () => {
  const { records, format } = await readAll(BUNDLE);
  expect(format).toBe('troubleshoot');
  expect(countByKind(records)).toEqual(countedByHand());
  const uids = ofType(records, 'object').map((record) => parsed(record).metadata.uid);
  expect(new Set(uids).size).toBe(uids.length);
  expect(ofType(records, 'problem')).toEqual([]);
});

test.runIf(!isAbsent)('logs, outcomes and what the redactor did', async () => {
  const { records } = await readAll(BUNDLE);
  const logs = ofType(records, 'log');
  expect(logs.map(({ container, previous }) => `${container}${previous ? ' (previous)' : ''}`).sort()).toEqual([
    'replicated-kurl-util',
    'replicated-local-volume-provider',
    'velero',
    'velero (previous)',
    'velero-velero-plugin-for-aws',
    'velero-velero-plugin-for-gcp',
    'velero-velero-plugin-for-microsoft-azure',
  ]);
  expect(Buffer.from(logs.find(({ previous }) => previous)?.chunk ?? []).toString()).toContain(
    'unknown command "server-junk" for "velero"',
  );
  const outcomeOf = (resource: string): unknown =>
    ofType(records, 'resource').find((row) => row.resource === resource && row.namespace === null);
  expect(outcomeOf('pods')).toMatchObject({ outcome: 'ok', items: 58 });
  expect(outcomeOf('configmaps')).toMatchObject({ outcome: 'partial', message: '3 of 9 namespaces' });
  expect(outcomeOf('secrets')).toMatchObject({ outcome: 'excluded' });
  expect(outcomeOf('engines')).toMatchObject({ group: 'longhorn.io', outcome: 'ok', items: 1 });
  expect(outcomeOf('backingimages')).toMatchObject({ group: 'longhorn.io', outcome: 'ok', items: 0 });
  expect(ofType(records, 'snapshot').at(-1)).toMatchObject({
    serverVersion: { gitVersion: 'v1.23.5' },
    redaction: { mark: '***HIDDEN***' },
  });
  const engine = ofType(records, 'object').find((record) => parsed(record).kind === 'Engine');
  expect(engine && parsed(engine)).toMatchObject({ status: { ip: '***HIDDEN***' } });
});

/** By tar, JSON.parse of whole files, and a count of the dashes in column 0 of the YAML ones. */
function countedByHand(): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-kurl-'));
  try {
    execFileSync('tar', ['xzf', BUNDLE, '-C', folder]);
    const resources = join(folder, readdirSync(folder)[0] ?? '', 'cluster-resources');
    const counts = new Map<string, number>();
    const add = (kind: string, count: number): void => void (count > 0 && counts.set(kind, (counts.get(kind) ?? 0) + count));
    for (const [name, kind] of Object.entries(KIND_OF_FOLDER)) for (const file of filesOf(join(resources, name))) add(kind, itemsOf(file));
    for (const file of filesOf(join(resources, 'custom-resources'))) {
      const text = readFileSync(file, 'utf8');
      const group = /^- apiVersion: ([^/\n]+)\//m.exec(text)?.[1];
      add(`${group}/${/^ {2}kind: (\w+)$/m.exec(text)?.[1]}`, text.match(/^- /gm)?.length ?? 0);
    }
    return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(path, entry.name)] : entry.name === 'logs' ? [] : filesOf(join(path, entry.name)),
  );
}

function itemsOf(file: string): number {
  const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: unknown[] | null };
  return items?.length ?? 0;
}
