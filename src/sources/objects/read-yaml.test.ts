import fc from 'fast-check';
import { dump } from 'js-yaml';
import { expect, test } from 'vitest';
import { CutError } from '../../bundle/entry.ts';
import { DEFAULT_INPUT_LIMITS } from '../../records/input-limits.ts';
import type { Piece } from './pieces.ts';
import { readYaml } from './read-yaml.ts';

async function pieces(
  text: string | Uint8Array,
  options: { wholeBytes?: number; chunk?: number; objectBytes?: number } = {},
): Promise<Piece[]> {
  const { wholeBytes = 1 << 20, chunk = 1 << 16, ...limits } = options;
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += chunk) yield bytes.subarray(start, start + chunk);
  }
  const found: Piece[] = [];
  for await (const piece of readYaml({ bytes: chunks(), limits: { ...DEFAULT_INPUT_LIMITS, ...limits }, wholeBytes })) found.push(piece);
  return found;
}

const values = (found: readonly Piece[]): unknown[] => found.flatMap((piece) => ('value' in piece ? [piece.value] : []));

test('documents are told apart, with their lines', async () => {
  const found = await pieces('# head\n---\na: 1\n--- # two\nb: "---"\n...\n---\n---\nc: |\n  ---\n  x\n');
  expect(values(found)).toEqual([{ a: 1 }, { b: '---' }, { c: '---\nx\n' }]);
  expect(found.map((piece) => 'line' in piece && piece.line)).toEqual([2, 4, 8]);
});

test('a long list is cut into its items', async () => {
  const text =
    'apiVersion: v1\nitems:\n- a: 1\n  text: |\n    - no item\n\n    # nor a comment\n# between\n- b:\n  - 1\n  - 2\nkind: List\nmetadata:\n  x: ""\n';
  const found = await pieces(text, { wholeBytes: 1 });
  expect(values(found)).toEqual([{ a: 1, text: '- no item\n\n# nor a comment\n' }, { b: [1, 2] }]);
  expect(found[0]).toMatchObject({ type: 'item', list: { apiVersion: 'v1' }, line: 3 });
  expect(found[1]).toMatchObject({ type: 'item', line: 9 });
  expect(found[2]).toEqual({ type: 'listEnd', list: { apiVersion: 'v1', kind: 'List' } });
});

test('a bare list at the top is cut as well, and so is an indented one', async () => {
  expect(values(await pieces('- a: 1\n- a: 2\n', { wholeBytes: 1 }))).toEqual([{ a: 1 }, { a: 2 }]);
  expect(values(await pieces('kind: PodList\nitems:\n  - a: 1\n  - a: 2\nz: 1\n---\nb: 1\n', { wholeBytes: 1 }))).toEqual([
    { a: 1 },
    { a: 2 },
    { b: 1 },
  ]);
});

test('times stay text; what JSON has not, too', async () => {
  expect(values(await pieces('a: 2026-11-23T05:09:10Z\nb: yes\nc: 0o17\nd: !!str 1\ne:\nf: ~\n'))).toEqual([
    { a: '2026-11-23T05:09:10Z', b: 'yes', c: 15, d: '1', e: null, f: null },
  ]);
});

test('anchors and merge keys are read; those that blow up or run in a circle are faults', async () => {
  expect(values(await pieces('a: &x {p: 1}\nb: {<<: *x, q: 2}\n'))).toEqual([{ a: { p: 1 }, b: { p: 1, q: 2 } }]);
  const bomb = Array.from({ length: 12 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array(10).fill(`*a${level}`).join(',')}]`);
  for (const text of [['a0: &a0 [x]', ...bomb].join('\n'), 'a: &a [*a]\n', `a: &a 1\nb: [${Array(2000).fill('*a').join(',')}]`]) {
    expect(await pieces(text)).toMatchObject([{ type: 'fault' }]);
  }
});

test('a fault in one item or document costs no other', async () => {
  const found = await pieces('items:\n- a: 1\n- b: [\n- c: 3\n', { wholeBytes: 1 });
  expect(values(found)).toEqual([{ a: 1 }, { c: 3 }]);
  expect(found[1]).toMatchObject({ type: 'fault', code: 'NOT_YAML' });
  expect(values(await pieces('a: 1\n---\n{\n---\nb: 1\n'))).toEqual([{ a: 1 }, { b: 1 }]);
  expect(await pieces(Buffer.from([0x61, 0x3a, 0x20, 0xff, 0x0a]))).toMatchObject([{ code: 'INVALID_UTF8' }]);
});

test('a fault in a list that is parsed as a whole costs its item alone', async () => {
  const found = await pieces('# head\nitems:\n- a: 1\n- b: [\n- c: 3\nkind: List\n');
  expect(values(found)).toEqual([{ a: 1 }, { c: 3 }]);
  expect(found.map((piece) => ('line' in piece ? [piece.type, piece.line] : []))).toEqual([['item', 3], ['fault', 5], ['item', 5], []]);
});

test.each([1, 1 << 20])('of a list that is cut all whole items are kept, at %i bytes', async (wholeBytes) => {
  const found: Piece[] = [];
  async function* cut(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('apiVersion: v1\nitems:\n- a: 1\n- b: 2\n- c: 3\n  d: {}\n  e:');
    throw new CutError('cut');
  }
  const reading = async (): Promise<void> => {
    for await (const piece of readYaml({ bytes: cut(), limits: DEFAULT_INPUT_LIMITS, wholeBytes })) found.push(piece);
  };
  await expect(reading()).rejects.toThrow(CutError);
  expect(values(found)).toEqual([{ a: 1 }, { b: 2 }]);
});

test('a list without kind is kept, and told: kubectl writes it behind the items', async () => {
  const text = 'apiVersion: v1\nitems:\n- a: 1\n';
  for (const found of [await pieces(text), await pieces(text, { wholeBytes: 1 })]) {
    expect(found.map((piece) => (piece.type === 'fault' ? piece.code : piece.type))).toContain('LIST_WITHOUT_KIND');
    expect(values(found)).toHaveLength(1);
  }
});

test('directives are no documents', async () => {
  expect(await pieces('# x\n%YAML 1.2\n---\na: 1\n')).toMatchObject([{ type: 'value', value: { a: 1 } }]);
});

test('a long document without a list is not searched once a line', async () => {
  const text = `data:\n${'  x: y\n'.repeat(300_000)}`;
  const before = process.cpuUsage().user;
  const found = await pieces(text, { objectBytes: 1 << 20, wholeBytes: 1 << 16 });
  expect(found).toMatchObject([{ type: 'fault', code: 'OBJECT_TOO_LARGE' }]);
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(10);
});

test('a list in what is too large already is none', async () => {
  const found = await pieces(`x: ${'y'.repeat(200)}\nz:\n- a: 1\n`, { objectBytes: 100, wholeBytes: 10 });
  expect(found).toMatchObject([{ type: 'fault', code: 'OBJECT_TOO_LARGE' }]);
});

test('what is too large is left out alone', async () => {
  const found = await pieces(`items:\n- a: 1\n- b: ${'x'.repeat(100)}\n- c: 3\n---\nx: ${'y'.repeat(200)}\n---\nd: 4\n`, {
    wholeBytes: 1,
    objectBytes: 50,
  });
  expect(values(found)).toEqual([{ a: 1 }, { c: 3 }, { d: 4 }]);
  expect(found.filter((piece) => piece.type === 'fault')).toMatchObject([{ code: 'OBJECT_TOO_LARGE' }, { code: 'OBJECT_TOO_LARGE' }]);
});

test('keys that JavaScript knows are keys like any other', async () => {
  const [value] = values(await pieces('__proto__: {a: 1}\nconstructor: 2\n'));
  expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1},"constructor":2}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test('cut into items or parsed as a whole, the objects are the same', async () => {
  const object = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(object, { minLength: 1 }),
      fc.integer({ min: 1, max: 50 }),
      fc.boolean(),
      async (items, chunk, seqNoIndent) => {
        const text = dump({ apiVersion: 'v1', items, kind: 'List' }, { seqNoIndent });
        const [whole] = values(await pieces(text)) as { items: unknown[] }[];
        expect(values(await pieces(text, { wholeBytes: 1, chunk }))).toEqual(whole?.items);
      },
    ),
  );
});
