/** A support bundle of 2021 from a real cluster, in place; counted a second time by code that shares nothing with the reader. */
import { expect, test } from 'vitest';
import { countedByHand, hasKurlBundle, KURL_BUNDLE } from '../../test/support/kurl-bundle.ts';
import { countByKind, ofType, parsed, readAll } from './testing/tar.ts';

const isAbsent = !hasKurlBundle();

test.runIf(!isAbsent)('every object comes once, and as many of each kind as the files hold', async () => {
  const { records, format } = await readAll(KURL_BUNDLE);
  expect(format).toBe('troubleshoot');
  expect(countByKind(records)).toEqual(countedByHand());
  const uids = ofType(records, 'object').map((record) => parsed(record).metadata.uid);
  expect(new Set(uids).size).toBe(uids.length);
  expect(ofType(records, 'problem')).toEqual([]);
});

test.runIf(!isAbsent)('logs, outcomes and what the redactor did', async () => {
  const { records } = await readAll(KURL_BUNDLE);
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
