import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataOf, errorsOf } from '../../../test/support/api/ask.ts';
import { type Crafted, craftedApi, LOG_LINES, LOG_TEXT } from '../../../test/support/api/crafted.ts';
import { importObjects } from '../../../test/support/imported.ts';
import type { JsonObject, LogChunk } from '../../records/record.ts';
import { type Api, createApi } from '../create-api.ts';

let crafted: Crafted;
let api: Api;

beforeAll(async () => {
  crafted = await craftedApi();
  api = crafted.api;
});
afterAll(() => crafted.close());

const podField = async (name: string, fields: string) =>
  (await dataOf(api, `{ pod(namespace: "ns", name: "${name}") { ${fields} } }`))['pod'];
const log = async (fields: string, pod = 'logged', previous = false) => {
  const found = (await podField(pod, `containers { log(previous: ${previous}) { ${fields} } }`)) as {
    containers: { log: Record<string, unknown> }[];
  };
  return found.containers[0]?.log;
};

describe('logs', () => {
  test('say how they were captured, also where there is no word of them', async () => {
    expect(await log('outcome message text truncated sizeBytes')).toMatchObject({
      outcome: 'OK',
      truncated: false,
      sizeBytes: LOG_TEXT.length,
    });
    expect(await log('outcome message text lines { totalCount }', 'logged', true)).toEqual({
      outcome: 'DENIED',
      message: 'no access',
      text: null,
      lines: null,
    });
    expect(await log('outcome text', 'unscheduled')).toEqual({ outcome: 'NOT_STARTED', text: null });
    expect(await log('outcome', 'silent')).toEqual({ outcome: 'EXCLUDED' });
    expect(await log('outcome', 'silent', true)).toEqual({ outcome: 'NOT_STARTED' });
    const { snapshot } = await dataOf(
      api,
      '{ snapshot(id: "broken") { pod(namespace: "ns", name: "silent") { containers { log { outcome } } } } }',
    );
    expect(snapshot).toEqual({ pod: { containers: [{ log: { outcome: 'CANCELLED' } }] } });
  });

  test.each([[0], [1], [3], [1_500], [39_999], [40_000], [50_000]])('the last %d lines', async (tail) => {
    const expected = tail === 0 ? '' : `${LOG_LINES.slice(-tail).join('\n')}\n`;
    expect(await log(`text(tail: ${tail})`)).toEqual({ text: expected });
  });

  test('the whole text, and a thousand lines where nothing is said', async () => {
    expect(await log('all: text(tail: null) text')).toEqual({ all: LOG_TEXT, text: `${LOG_LINES.slice(-1000).join('\n')}\n` });
  });

  test('lines by number, time and text', async () => {
    expect(
      await log(
        'lines(first: 2) { items { number at text } totalCount pageInfo { hasNextPage hasPreviousPage } completeness { complete } }',
      ),
    ).toEqual({
      lines: {
        items: [1, 2].map((number) => ({ number, at: '2026-01-01T00:00:00.000000000Z', text: `line ${number}` })),
        totalCount: 40_000,
        pageInfo: { hasNextPage: true, hasPreviousPage: false },
        completeness: { complete: true },
      },
    });
    expect(await log('lines(last: 2) { items { number } pageInfo { hasNextPage hasPreviousPage } }')).toEqual({
      lines: { items: [{ number: 39_999 }, { number: 40_000 }], pageInfo: { hasNextPage: false, hasPreviousPage: true } },
    });
    expect(await log('lines(first: 3, match: "error$") { items { number } totalCount }')).toEqual({
      lines: { items: [{ number: 100 }, { number: 200 }, { number: 300 }], totalCount: 400 },
    });
    expect(await log('lines(last: 2, match: "error$") { items { number } }')).toEqual({
      lines: { items: [{ number: 39_900 }, { number: 40_000 }] },
    });
    expect(await log('lines(first: 1, since: "2026-01-01T00:05:00Z") { items { number } totalCount }')).toEqual({
      lines: { items: [{ number: 5001 }], totalCount: 35_000 },
    });
    // The snapshot was taken at 01:00: half an hour before is 00:30.
    expect(await log('lines(first: 1, since: "30m") { items { number } totalCount }')).toEqual({
      lines: { items: [{ number: 30_001 }], totalCount: 10_000 },
    });
  });

  test('lines page by page', async () => {
    const { lines } = (await log('lines(first: 9000) { pageInfo { endCursor } }')) as { lines: { pageInfo: { endCursor: string } } };
    expect(await log(`lines(first: 1, after: "${lines.pageInfo.endCursor}") { items { number } pageInfo { hasPreviousPage } }`)).toEqual({
      lines: { items: [{ number: 9001 }], pageInfo: { hasPreviousPage: true } },
    });
  });

  test('more lines than a list may hold are an error that says how to page', async () => {
    const errors = await errorsOf(api, '{ pod(namespace: "ns", name: "logged") { containers { log { lines { items { text } } } } } }');
    expect(errors[0]).toMatch(/^LIMIT_ROWS .*first/);
  });

  test('a line without a time goes with the one before it, read from either end', async () => {
    const text = 'first\n2026-01-01T00:00:00Z old\n  of the old\n2026-01-01T00:10:00Z new\n  of the new\n  too\n';
    const of = { namespace: 'ns', pod: 'traced', container: 'main', previous: false };
    const records: LogChunk[] = [
      { type: 'log', snapshot: 0, ...of, part: 1, last: true, outcome: 'ok', chunk: Buffer.from(text), origin: { entry: 'logs' } },
    ];
    const objects: JsonObject[] = [
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'traced', namespace: 'ns' }, spec: { containers: [{ name: 'main' }] } },
    ];
    const imported = await importObjects({ objects, resources: [], records });
    const withTimes = createApi({ snapshots: [imported.reader] });
    const numbers = async (args: string) => {
      const query = `{ pod(namespace: "ns", name: "traced") { containers { log { lines(${args}) { items { number } totalCount } } } } }`;
      const { pod } = (await dataOf(withTimes, query)) as { pod: { containers: { log: { lines: { items: { number: number }[] } } }[] } };
      return pod.containers[0]?.log.lines.items.map(({ number }) => number);
    };
    const since = 'since: "2026-01-01T00:05:00Z"';
    expect(await numbers(`first: 10, ${since}`)).toEqual([4, 5, 6]);
    expect(await numbers(`last: 10, ${since}`)).toEqual([4, 5, 6]);
    expect(await numbers(`last: 2, ${since}`)).toEqual([5, 6]);
    expect(await numbers(`last: 10, match: "of", ${since}`)).toEqual([5]);
    expect(await numbers('last: 10')).toEqual([1, 2, 3, 4, 5, 6]);
    const after = Buffer.from('line 4').toString('base64url');
    expect(await numbers(`first: 10, after: "${after}", ${since}`)).toEqual([5, 6]);
    expect(await numbers(`last: 10, after: "${after}", ${since}`)).toEqual([5, 6]);
    imported.close();
  });
});
