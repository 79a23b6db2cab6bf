/** The summary says no more than is true. */
import { describe, expect, test } from 'vitest';
import type { ResourceOutcome, SnapshotRecord } from '../../src/records/record.ts';
import { recordingOutput } from '../output/testing/recording-output.ts';
import { printCaptured } from './print-captured.ts';
import { Tally } from './tally.ts';

const none = { part: 0, last: true, chunk: new Uint8Array(), origin: { entry: 'x' } };

const start = (options = {}): SnapshotRecord => ({
  type: 'snapshot',
  snapshot: 0,
  format: 'snapgraph',
  options: { namespaces: null, include: [], exclude: [], ...options },
});

const row = (resource: string, more: Partial<ResourceOutcome> = {}): ResourceOutcome => ({
  type: 'resource',
  snapshot: 0,
  group: '',
  version: 'v1',
  resource,
  namespace: null,
  outcome: 'ok',
  items: 1,
  ...more,
});

const namespace = (name: string): SnapshotRecord => ({
  type: 'object',
  snapshot: 0,
  operation: 'present',
  value: { metadata: { name } },
  resource: { group: '', version: 'v1', resource: 'namespaces' },
  origin: { entry: 'namespaces' },
});

const document = (name: string, more: object): SnapshotRecord => ({
  type: 'document',
  snapshot: 0,
  mediaType: 'application/json',
  name,
  ...none,
  ...more,
});

const log = (outcome: 'ok' | 'timeout' | 'not_started'): SnapshotRecord => ({
  type: 'log',
  snapshot: 0,
  namespace: 'shop',
  pod: 'p',
  container: 'c',
  previous: false,
  ...none,
  outcome,
});

async function summary(records: readonly SnapshotRecord[], { complete = true, finished = true } = {}): Promise<string> {
  const tally = new Tally();
  const batches = (async function* () {
    yield records;
  })();
  for await (const _ of tally.stage(batches));
  const { output, written } = recordingOutput();
  const bundle = { path: 'x.tar.gz', bytes: 1, objects: tally.objects, finished, complete };
  await printCaptured({ captured: { bundle, tally }, program: 'snapgraph', output });
  return written.join('');
}

describe('the last word', () => {
  const excluded = row('componentstatuses', { outcome: 'excluded', message: 'computed on each call' });
  const whole = 'Everything was captured: what is not in it was not there.';
  const asked = 'Of what was asked for, everything was captured.';
  const objects = 'Every object was captured; what else could not be read stands above.';

  test.each<[string, SnapshotRecord[], string]>([
    ['all there is', [start(), row('pods'), excluded, log('ok'), log('not_started')], whole],
    ['one namespace', [start({ namespaces: ['shop'] }), row('pods', { namespace: 'shop' })], asked],
    ['some resources', [start({ include: ['pods'] }), row('pods')], asked],
    ['all but some', [start({ exclude: ['pods'] }), row('secrets')], asked],
    ['no log', [start(), row('pods'), log('timeout')], objects],
    ['no statistics', [start(), row('pods'), document('nodes/a/metrics.prom', { outcome: 'denied' })], objects],
    ['a problem', [start(), row('pods'), { type: 'problem', snapshot: 0, severity: 'warning', code: 'X', message: 'Odd.' }], objects],
  ])('of %s', async (_, records, text) => {
    expect(await summary(records)).toContain(`\n\n${text}\n\nOpen it`);
  });

  test('of lists that had to be read namespace by namespace', async () => {
    const denied = row('secrets', { outcome: 'denied', httpStatus: 403, items: 0 });
    const text = await summary([start(), denied, row('secrets', { namespace: 'a' }), row('pods')], { complete: false });
    expect(text).toContain('\n\nWhat may not be listed over all namespaces was read in each that is known: secrets.\n\nOpen it');
  });

  test('is not said of what was broken off', async () => {
    expect(await summary([start(), row('pods')], { complete: false, finished: false })).not.toContain('captured.');
  });
});

test('a resource of several namespaces is one, and a corrected row takes the place of the first', async () => {
  const rows = [row('configmaps', { namespace: 'a' }), row('configmaps', { namespace: 'b' }), row('pods'), row('jobs', { group: 'batch' })];
  expect(await summary([start(), ...rows])).toContain('of 3 resources');
  const text = await summary([start(), row('secrets'), row('secrets', { outcome: 'partial', message: 'left out' })], { complete: false });
  expect(text).toMatch(/secrets +partial +everywhere +left out/);
});

test('documents that failed are counted by node, and named', async () => {
  const statistics = (node: string, more: object): SnapshotRecord => document(`nodes/${node}/stats-summary.json`, more);
  const failed = { outcome: 'timeout', message: 'nothing came' };
  const text = await summary([
    start(),
    ...['a', 'b', 'c'].map((node) => statistics(node, failed)),
    document('nodes/a/metrics.prom', failed),
    statistics('d', { outcome: 'ok' }),
    document('openapi/core/v1.json', { outcome: 'not_served', message: 'not found' }),
    document('openapi/apps/v1.json', failed),
  ]);
  expect(text).toContain('Statistics   3 of 4 nodes not or not wholly read (timeout: nothing came)\n');
  expect(text).toContain('Documents    2 not read: openapi/core/v1.json and others (not served: not found)\n');
});

test('a namespace that is none is told, where that is known', async () => {
  const records = [start({ namespaces: ['shop', 'shopp'] }), namespace('shop'), namespace('data'), row('pods', { namespace: 'shop' })];
  const warning = 'Warning   Namespace "shopp" is not in the cluster. Did you mean "shop"?\n';
  expect(await summary([...records, row('namespaces')])).toContain(warning);
  expect(await summary([...records, row('namespaces', { outcome: 'partial' })])).not.toContain('Warning');
  expect(await summary(records)).not.toContain('Warning');
});
