/** A capture of a real API server holds what kubectl lists, object by object, less what was redacted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { seedCluster } from '../../scripts/cluster/index.mjs';
import type { SnapshotRecord } from '../../src/records/record.ts';
import { ofType, readAll } from '../../src/sources/testing/tar.ts';
import { clusterTestFolder, describeCluster, useCluster } from './cluster-test.ts';
import { fillCluster, HIDDEN } from './fill-cluster.ts';
import { runCapture } from './run-capture.ts';
import { hiddenValues, valuesFoundIn } from './secret-values.ts';

const folder = clusterTestFolder();

interface Listed {
  readonly metadata: { readonly namespace?: string; readonly name: string; readonly annotations?: Record<string, string> };
  readonly data?: object;
  readonly [field: string]: unknown;
}

describeCluster('a capture of a real API server', () => {
  const cluster = useCluster();
  const path = join(folder, 'whole.tar.gz');
  let records: readonly SnapshotRecord[];

  beforeAll(async () => {
    await fillCluster(cluster());
    await seedCluster({ cluster: cluster(), objects: 20_000 });
    const { code, stderr } = await runCapture({
      args: ['-o', path, '--logs', 'none', '--no-statistics'],
      kubeconfig: cluster().kubeconfig,
      folder,
    });
    expect([code, stderr]).toEqual([0, '']);
    records = (await readAll(path)).records;
  }, 120_000);

  test('every resource that kubectl names has an outcome, and all are ok but those left out on purpose', async () => {
    const named = (await cluster().kubectl(['api-resources', '--verbs=list', '--no-headers', '-o', 'name'])).trim().split('\n').sort();
    const rows = ofType(records, 'resource');
    expect(rows.map(({ group, resource }) => (group === '' ? resource : `${resource}.${group}`)).sort()).toEqual(named);
    expect(
      rows
        .filter(({ outcome }) => outcome !== 'ok')
        .map(({ group, resource, outcome }) => `${resource}.${group} ${outcome}`)
        .sort(),
    ).toEqual(['componentstatuses. excluded', 'events.events.k8s.io excluded']);
    expect(records.at(-1)).toMatchObject({ finished: true, complete: true });
  });

  test('every object is what kubectl get --raw gives, less what was redacted', async () => {
    const rows = ofType(records, 'resource').filter(({ outcome }) => outcome === 'ok');
    const captured = objectsOf(records);
    let compared = 0;
    for (const { group, version, resource, items } of rows) {
      const list = JSON.parse(
        await cluster().kubectl(['get', '--raw', `${group === '' ? '/api' : `/apis/${group}`}/${version}/${resource}`]),
      );
      expect(items, resource).toBe(list.items.length);
      for (const item of list.items as Listed[]) {
        const key = `${group}/${resource} ${item.metadata.namespace ?? ''}/${item.metadata.name}`;
        const { apiVersion, kind, ...object } = captured.get(key) as Listed;
        expect([apiVersion, kind]).toEqual([group === '' ? version : `${group}/${version}`, list.kind.replace(/List$/, '')]);
        const { apiVersion: _version, kind: _kind, ...wanted } = item;
        compared++;
        // The API server renews its own lease every few seconds.
        if (key.startsWith('coordination.k8s.io/leases kube-system/apiserver-')) continue;
        expect(lessRedacted(object), key).toEqual(lessRedacted(wanted, object));
      }
    }
    expect(compared).toBe(captured.size);
    expect(compared).toBeGreaterThan(20_000);
  }, 120_000);

  test('no value of a Secret that stands nowhere else is in the bundle, raw or in base64', async () => {
    const values = await hiddenValues(cluster());
    expect(values.length).toBeGreaterThan(1_000);
    expect(values).toContain(HIDDEN.stringData);
    expect(valuesFoundIn(gunzipSync(readFileSync(path)), [...values, HIDDEN.variable])).toEqual([]);
    // Where it is kept, the same search finds it.
    const kept = join(folder, 'kept.tar.gz');
    await runCapture({
      args: ['-o', kept, '--include', 'secrets', '--no-openapi', '--include-secret-values', 'shop/plain'],
      kubeconfig: cluster().kubeconfig,
      folder,
    });
    expect(valuesFoundIn(gunzipSync(readFileSync(kept)), values)).toEqual([HIDDEN.data]);
  }, 120_000);

  test('every value of every Secret is a mark, and so is every copy of one that kubectl keeps', () => {
    const secrets = objectsOfSecrets(records);
    let values = 0;
    for (const secret of secrets) {
      const annotations = secret.metadata.annotations ?? {};
      const copy = annotations['kubectl.kubernetes.io/last-applied-configuration'];
      for (const value of [...Object.values(secret.data ?? {}), ...(copy === undefined ? [] : [copy])]) {
        expect(value).toMatch(/^REDACTED bytes=\d+ hmac-sha256=[0-9a-f]{64}$/);
        values++;
      }
    }
    expect(values).toBeGreaterThan(secrets.length);
  });

  test('the certificate of a Secret can be read, and its key cannot', () => {
    const documents = ofType(records, 'document').filter(({ name }) => name.startsWith('certificates/'));
    const withCertificate = objectsOfSecrets(records).filter(({ data }) => data !== undefined && 'tls.crt' in data);
    expect(documents.map(({ name }) => name).sort()).toEqual(
      withCertificate.map(({ metadata }) => `certificates/${metadata.namespace}/${metadata.name}.json`).sort(),
    );
    for (const { chunk } of documents) {
      expect(Buffer.from(chunk).toString()).toContain('CN=');
      expect(Buffer.from(chunk).toString()).not.toContain('PRIVATE KEY');
    }
  });
});

function objectsOfSecrets(records: readonly SnapshotRecord[]): Listed[] {
  return [...objectsOf(records)].filter(([key]) => key.startsWith('/secrets ')).map(([, object]) => object as Listed);
}

/** By resource, namespace and name; each comes once. */
function objectsOf(records: readonly SnapshotRecord[]): Map<string, unknown> {
  const captured = new Map<string, unknown>();
  for (const { raw, resource } of ofType(records, 'object')) {
    const object = JSON.parse(Buffer.from(raw ?? []).toString()) as Listed;
    const key = `${resource?.group}/${resource?.resource} ${object.metadata.namespace ?? ''}/${object.metadata.name}`;
    expect(captured.has(key), key).toBe(false);
    captured.set(key, object);
  }
  return captured;
}

/** Marks, and what stands where a mark is, are taken out of both sides. */
function lessRedacted(value: unknown, beside: unknown = value): unknown {
  if (typeof beside === 'string' && beside.startsWith('REDACTED bytes=')) return 'redacted';
  // The copy that kubectl keeps in an annotation has marks within.
  if (typeof value === 'string' && typeof beside === 'string' && beside.includes('REDACTED bytes='))
    return lessRedacted(JSON.parse(value), JSON.parse(beside));
  if (Array.isArray(value)) return value.map((item, index) => lessRedacted(item, Array.isArray(beside) ? beside[index] : undefined));
  if (typeof value !== 'object' || value === null) return value;
  const other = (beside ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, lessRedacted(field, other[key])]));
}
