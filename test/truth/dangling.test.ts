/**
 * What dangles in the demo bundles, and how bad that is. Which pointers do not hold is told by the truth files, whose maker counted them from the
 * JSON lines alone; missing keys, and all that the severities rest on, are counted here from the same lines without our rules.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { valueAt } from '../../src/kube/safe.ts';
import type { ExtractorInput } from '../../src/relations/extractor.ts';
import { demoObjects } from '../support/demo-objects.ts';
import { type Asked, askFixture } from './ask.ts';
import { FIXTURES, readTruth, truthAt } from './truth-file.ts';

interface Row {
  readonly severity: string;
  readonly status: string;
  readonly source: { readonly kind: string; readonly namespace: string | null; readonly name: string };
}

/** Where the truth files list what does not hold; events are history. */
const SECTIONS = [
  'ownerReferences',
  'podReferences.Secret',
  'templateReferences.Secret',
  'templateReferences.ServiceAccount',
  'storage.pvToClaim',
  'rbac.role',
  'rbac.serviceAccountSubjects',
  'ingress.service',
  'hpaTarget',
];
const NO_FAULT = ['not_captured', 'optional_missing'];
const QUERY = `{ danglingReferences(severities: [ERROR, WARNING, INFO]) { items { severity status source { kind namespace name } } }
  reported: danglingReferences { items { severity status source { kind namespace name } } } }`;

describe.each(['demo', 'demo-later', 'demo-partial', 'demo-broken-off'])('%s', (name) => {
  let asked: Asked;
  let objects: ReadonlyMap<string, ExtractorInput>;
  beforeAll(async () => {
    asked = await askFixture({ location: join(FIXTURES, `${name}.tar.gz`) });
    objects = new Map((await demoObjects(name)).map((input) => [nameOf({ ...input, kind: input.key.kind }), input]));
  });
  afterAll(() => asked.close());

  test('every pointer that does not hold, with its severity', async () => {
    const expected = [...faults(name), ...missingKeys(objects)].map(
      (fault) => `${plainSeverity(fault, objects)} ${fault.status} ${fault.from}`,
    );
    const { danglingReferences, reported } = await asked.ask<Record<'danglingReferences' | 'reported', { items: Row[] }>>(QUERY);
    expect(lines(danglingReferences.items)).toEqual(expected.sort());
    expect(lines(reported.items)).toEqual(expected.filter((line) => !line.startsWith('INFO')));
  });
});

function lines(rows: readonly Row[]): string[] {
  return rows.map(({ severity, status, source }) => `${severity} ${status.toLowerCase()} ${nameOf(source)}`).sort();
}

function nameOf({ kind, namespace, name }: { readonly kind: string; readonly namespace: string | null; readonly name: string }): string {
  return [kind, ...(namespace === null ? [] : [namespace]), name].join('/');
}

interface Fault {
  readonly from: string;
  readonly status: string;
}

function faults(name: string): readonly Fault[] {
  const truth = readTruth(name);
  return SECTIONS.flatMap((section) => {
    const told = (truthAt(truth, `${section}.notOk`) ?? []) as Fault[];
    return told.filter(({ status }) => !NO_FAULT.includes(status));
  });
}

/** configMapKeyRef of containers whose ConfigMap is there without the key. */
function missingKeys(objects: ReadonlyMap<string, ExtractorInput>): Fault[] {
  return [...objects].flatMap(([from, { object, namespace }]) => {
    const spec = valueAt(object, 'spec', 'template', 'spec') ?? valueAt(object, 'spec');
    const refs = [...JSON.stringify(spec ?? null).matchAll(/"configMapKeyRef":(\{[^}]*\})/g)].map(
      ([, text]) => JSON.parse(text ?? '') as { name: string; key: string; optional?: boolean },
    );
    const absent = refs.filter(({ name, key, optional }) => {
      const data = objects.get(nameOf({ kind: 'ConfigMap', namespace, name }))?.object['data'];
      return optional !== true && data !== undefined && valueAt(data, key) === undefined;
    });
    return absent.map(() => ({ from, status: 'key_missing' }));
  });
}

/** As the stories beside the demo tell it. */
function plainSeverity({ from, status }: Fault, objects: ReadonlyMap<string, ExtractorInput>): string {
  const object = objects.get(from)?.object;
  const kind = from.split('/')[0] ?? '';
  if (kind === 'ReplicaSet' && valueAt(object, 'spec', 'replicas') === 0) return 'INFO';
  if (valueAt(object, 'metadata', 'labels', 'kubernetes.io/bootstrapping') === 'rbac-defaults') return 'INFO';
  if (status === 'kind_unknown' || status === 'namespaced_owner_of_cluster_scoped' || kind === 'PersistentVolume') return 'WARNING';
  return from === 'RoleBinding/payments/deployer' ? 'WARNING' : 'ERROR';
}
