import { expect, test } from 'vitest';
import { dataOf } from '../../../test/support/api/ask.ts';
import { importRecords, object, owner } from '../../store/testing/import-records.ts';
import { createApi } from '../create-api.ts';

test('a to-one field of which there are several gives the first by name, whichever was written or imported first', async () => {
  const controller = (name: string) => owner('batch/v1', 'CronJob', name, `uid-${name}`, { controller: true });
  const cronJobs = ['b', 'c', 'a'].map((name) => object('batch/v1', 'CronJob', `ns/${name}`, { metadata: { uid: `uid-${name}` } }));
  const job = object('batch/v1', 'Job', 'ns/one', { metadata: { ownerReferences: ['c', 'a', 'b'].map(controller) } });
  const api = createApi({ snapshots: [await importRecords([...cronJobs, job])] });
  expect(await dataOf(api, '{ job(namespace: "ns", name: "one") { cronJob { name } } }')).toEqual({ job: { cronJob: { name: 'a' } } });
});
