/** The deletion stories of the demo, as they are told beside it: verdicts, roots and controllers, in each of its captures. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Imported, importFixture } from '../../../test/support/imported.ts';
import { type Blocker, type DeletionReport, objectName } from './blocker.ts';
import { deletionReports } from './deletion-reports.ts';
import { nextSteps } from './next-steps.ts';

interface Told {
  readonly verdict: DeletionReport['verdict'];
  /** `Kind namespace/name`, and the finalizer where it is one; generated parts of names are cut off. */
  readonly roots: readonly string[];
}

const legacy = 'Tenant team-legacy/acme legacy.example.com/tenant-cleanup';
const metrics = 'Pod kube-system/metrics-server';
const drained = ['Pod shop/gift-wrap shop.example.com/connection-drain', 'Pod shop/gift-wrap shop.example.com/connection-drain'];
const backups = ['backup-2026-10', 'backup-2026-11'].map((name) => `Backup ${name} archive.example.com/offsite-copy`);

const stories: Readonly<Record<string, Told>> = {
  'Namespace team-legacy': { verdict: 'ORPHANED', roots: [metrics, legacy] },
  'Tenant team-legacy/acme': { verdict: 'ORPHANED', roots: [legacy] },
  'PersistentVolumeClaim data/reports': { verdict: 'BLOCKED', roots: ['Pod data/report-october', 'Pod data/report-viewer'] },
  'PersistentVolumeClaim data/scratch': { verdict: 'BLOCKED', roots: ['Pod data/scratch-import'] },
  'Deployment shop/gift-wrap': { verdict: 'BLOCKED', roots: drained },
  'ReplicaSet shop/gift-wrap': { verdict: 'BLOCKED', roots: drained },
  'Pod shop/gift-wrap': { verdict: 'BLOCKED', roots: drained.slice(0, 1) },
  'CustomResourceDefinition backups.archive.example.com': { verdict: 'ORPHANED', roots: backups },
  'Backup backup-2026-10': { verdict: 'ORPHANED', roots: backups.slice(0, 1) },
  'Backup backup-2026-11': { verdict: 'ORPHANED', roots: backups.slice(1) },
  'Pod shop/search': { verdict: 'BLOCKED', roots: ['Node worker-b2'] },
};

const { 'Backup backup-2026-10': _, 'Backup backup-2026-11': __, ...captured } = stories;
const { 'PersistentVolumeClaim data/scratch': ___, ...later } = stories;

/** Nodes and the Backups were denied: what they would tell is not known. */
const partial: Readonly<Record<string, Told>> = {
  ...captured,
  'CustomResourceDefinition backups.archive.example.com': {
    verdict: 'UNKNOWN',
    roots: ['CustomResourceDefinition backups.archive.example.com customresourcecleanup.apiextensions.k8s.io'],
  },
  'Pod shop/search': { verdict: 'UNKNOWN', roots: ['Pod shop/search'] },
};

describe.each([
  ['demo.tar.gz', stories],
  ['demo-later.tar.gz', later],
  ['demo-partial.tar.gz', partial],
])('%s', (file, told) => {
  let imported: Imported;
  let reports: readonly DeletionReport[];
  beforeAll(async () => {
    imported = await importFixture(file);
    const { rows } = await imported.reader.list({ filter: { terminating: true } });
    reports = [...(await deletionReports(imported.reader, rows)).values()];
  });
  afterAll(() => imported.close());

  test('every deletion has the verdict and the roots that are told', () => {
    const found = reports.map(({ object, verdict, blockers }) => [
      plainName(object),
      { verdict, roots: blockers.roots.map(rootName).sort() },
    ]);
    expect(Object.fromEntries(found)).toEqual(told);
  });

  test('clearing a finalizer by hand is always called destructive', () => {
    const byHand = reports.flatMap(({ blockers }) => nextSteps(blockers.roots).filter((step) => step.includes('by hand')));
    expect(byHand.length).toBeGreaterThan(0);
    expect(byHand.filter((step) => !step.startsWith('Destructive'))).toEqual([]);
  });
});

test('who must act is told with what shows it', async () => {
  const imported = await importFixture('demo.tar.gz');
  const { rows } = await imported.reader.list({ filter: { terminating: true } });
  const items = [...(await deletionReports(imported.reader, rows)).values()].flatMap(({ blockers }) => blockers.items);
  imported.close();
  const of = (finalizer: string): Blocker | undefined => items.find((item) => item.finalizer === finalizer);
  expect(of('legacy.example.com/tenant-cleanup')?.controller).toMatchObject({ name: 'tenant-operator', state: 'ABSENT', object: null });
  expect(of('legacy.example.com/tenant-cleanup')?.evidence).toContain('managedFields: "tenant-operator" wrote the finalizer');
  expect(of('archive.example.com/offsite-copy')?.controller).toMatchObject({ name: 'backup-controller', state: 'ABSENT' });
  expect(of('shop.example.com/connection-drain')?.controller).toBeNull();
  expect(of('shop.example.com/connection-drain')?.evidence).toContain(
    'Deployment shop-system/shop-operator handles the domain of the finalizer, but may not update Pod',
  );
  expect(of('kubernetes')?.controller).toMatchObject({ name: 'kube-controller-manager (namespace controller)', state: 'RUNNING' });
});

test('of a capture that was broken off only what is proved is said', async () => {
  const imported = await importFixture('demo-broken-off.tar.gz');
  const { rows } = await imported.reader.list({ filter: { terminating: true } });
  const reports = [...(await deletionReports(imported.reader, rows)).values()];
  imported.close();
  expect(Object.fromEntries(reports.map(({ object, verdict }) => [plainName(object), verdict]))).toEqual({
    'Namespace team-legacy': 'UNKNOWN',
    'PersistentVolumeClaim data/reports': 'BLOCKED',
    'PersistentVolumeClaim data/scratch': 'BLOCKED',
    'Pod shop/gift-wrap': 'UNKNOWN',
    'Pod shop/search': 'BLOCKED',
  });
});

function rootName({ object, finalizer }: Blocker): string {
  return [plainName(object), ...(finalizer === null ? [] : [finalizer])].join(' ');
}

/** Without what controllers append: of a ReplicaSet its hash, of its Pods and those of a Job five letters more. */
const GENERATED = /(?:-[0-9a-f]{8,10})?(?:-[bcdfghjklmnpqrstvwxz2456789]{5})?$/;

function plainName(object: Blocker['object']): string {
  const name = objectName(object);
  return object.kind === 'Pod' || object.kind === 'ReplicaSet' ? name.replace(GENERATED, '') : name;
}
