import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importCached } from '../../src/store/cache.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { Reader } from '../../src/store/reader.ts';
import { emptyService, type ServiceAnswer, servicesOf, workingService } from './services.ts';
import { whyEmpty } from './why-empty.ts';

const folder = mkdtempSync(join(tmpdir(), 'snapgraph-tour-'));
const readers: Reader[] = [];
afterAll(() => {
  for (const reader of readers) reader.close();
  rmSync(folder, { recursive: true });
});

async function open(location: string, complete = true): Promise<Reader> {
  const { snapshots } = await importCached({ location, complete, cacheFolder: folder, signal: new AbortController().signal });
  const reader = openSnapshot(snapshots[0]?.path ?? '');
  readers.push(reader);
  return reader;
}

/** The Services of a snapshot, with why each that selects nothing does so. */
async function reasons(reader: Reader): Promise<Record<string, string>> {
  const empty = (await servicesOf(reader)).filter(({ selects, pods }) => selects && pods === 0);
  const told = empty.map(async (service) => [service.name, (await whyEmpty({ reader, service })).reason] as const);
  return Object.fromEntries(await Promise.all(told));
}

let demo: Reader;
beforeAll(async () => {
  demo = await open(join(import.meta.dirname, '../../fixtures/demo.tar.gz'));
});

test('on the demo: a misspelt value, a workload that is scaled to 0, one that cannot make Pods', async () => {
  const told = await reasons(demo);
  expect(told['recommendations']).toBe('no Pod in shop has app=recomendations, but 2 Pods have app=recommendations');
  expect(told['policy-webhook']).toBe('Deployment policy-webhook makes such Pods, and is scaled to 0');
  expect(told['ledger']).toMatch(/^Deployment ledger should make such Pods, and cannot: .*serviceaccount "ledger" not found/);
});

test('the examples that are chosen', async () => {
  const services = await servicesOf(demo);
  expect(emptyService(services)?.name).toBe('recommendations');
  const working = workingService(services);
  expect(working?.endpoints.every(({ ready, pod, node }) => ready && pod !== null && node !== null)).toBe(true);
  expect(new Set(working?.endpoints.map(({ node }) => node)).size).toBeGreaterThan(1);
});

const object = (kind: string, name: string, labels: Record<string, string>, spec: object = {}) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'a', labels, uid: `${kind}-${name}` },
  spec,
});

async function withObjects(name: string, items: readonly object[], complete = true): Promise<Reader> {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  return open(file, complete);
}

test('a label that differs, nothing alike, and Pods that nobody captured', async () => {
  const pods = [object('Pod', 'p', { app: 'web', tier: 'frontend' })];
  const services = [
    object('Service', 'tier', {}, { selector: { app: 'web', tier: 'database' } }),
    object('Service', 'nothing', {}, { selector: { queue: 'x' } }),
    object('Service', 'plain', {}, {}),
  ];
  expect(await reasons(await withObjects('complete', [...pods, ...services]))).toEqual({
    tier: '1 Pod would be selected but for tier=database: there it is tier=frontend',
    nothing: 'no Pod in a has these labels, and no workload there would make one that has',
  });
  expect((await reasons(await withObjects('partial', services, false)))['nothing']).toMatch(/the Pods of a were not fully captured/);
});

test('without Services there is nothing to choose', () => {
  const none: readonly ServiceAnswer[] = [];
  expect([workingService(none), emptyService(none)]).toEqual([undefined, undefined]);
});
