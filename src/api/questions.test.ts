/** Questions to the demo, its partial capture and its broken-off one: ghosts, completeness, paging. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataOf } from '../../test/support/api/ask.ts';
import { type Imported, importFixture } from '../../test/support/imported.ts';
import { type Api, createApi } from './create-api.ts';

const names = ['demo', 'demo-partial', 'demo-broken-off'] as const;
const imported = new Map<string, Imported>();
const apis = new Map<string, Api>();

beforeAll(async () => {
  for (const name of names) {
    const snapshot = await importFixture(`${name}.tar.gz`);
    imported.set(name, snapshot);
    apis.set(name, createApi({ snapshots: [snapshot.reader] }));
  }
});
afterAll(() => {
  for (const snapshot of imported.values()) snapshot.close();
});

function api(name: (typeof names)[number] = 'demo'): Api {
  const found = apis.get(name);
  if (found === undefined) throw new Error(`${name} was not imported.`);
  return found;
}

describe('ghosts', () => {
  test('one object: null only where its absence is proved', async () => {
    const query = `{ gone: pod(namespace: "shop", name: "nobody") { presence }
      named: service(namespace: "shop", name: "legacy-web") { presence uid labels json ingresses { items { name } } references { totalCount } } }`;
    expect(await dataOf(api(), query)).toEqual({
      gone: null,
      named: { presence: 'MISSING', uid: null, labels: null, json: null, ingresses: { items: [{ name: 'web' }] }, references: null },
    });
  });

  test('what was not captured is a ghost, named or not', async () => {
    const query = `{ node(name: "worker-b2") { presence pods { totalCount } } nobody: node(name: "nobody") { id presence pods { totalCount } events { totalCount completeness { complete } } } }`;
    const { node, nobody } = await dataOf(api('demo-partial'), query);
    expect(node).toMatchObject({ presence: 'NOT_CAPTURED', pods: { totalCount: 4 } });
    expect(nobody).toMatchObject({
      id: expect.any(String),
      presence: 'NOT_CAPTURED',
      pods: { totalCount: 0 },
      events: { totalCount: 0, completeness: { complete: false } },
    });
  });

  test('a to-one field leads to the ghost of what is named', async () => {
    const { pods } = await dataOf(
      api('demo-partial'),
      '{ pods(namespace: "shop", name: "cart-*", first: 1) { items { node { name presence ready kind conditions { type } } } } }',
    );
    expect(pods).toEqual({
      items: [{ node: { name: expect.any(String), presence: 'NOT_CAPTURED', ready: null, kind: 'Node', conditions: null } }],
    });
  });

  test('a root list holds what was captured, a relation list what is named, and presence filters both', async () => {
    const query = `{ secrets { totalCount } named: secrets(presence: [NOT_CAPTURED]) { totalCount }
      pods(first: 1, name: "api-*", namespace: "payments") { items { secrets { items { presence } } none: secrets(presence: [PRESENT]) { totalCount } } } }`;
    const { secrets, named, pods } = await dataOf(api('demo-partial'), query);
    expect(secrets).toEqual({ totalCount: 0 });
    expect(named).toMatchObject({ totalCount: expect.any(Number) });
    expect((named as { totalCount: number }).totalCount).toBeGreaterThan(0);
    expect(pods).toMatchObject({
      items: [{ secrets: { items: [{ presence: 'NOT_CAPTURED' }, { presence: 'NOT_CAPTURED' }] }, none: { totalCount: 0 } }],
    });
  });

  test('an image is an External', async () => {
    const { pods } = await dataOf(
      api(),
      '{ pods(namespace: "shop", name: "image-resizer*", first: 1) { items { references(relations: ["pod-image"]) { items { status target { __typename group kind name presence } } } } } }',
    );
    expect(JSON.stringify(pods)).toContain('"__typename":"External","group":"external","kind":"Image"');
  });

  test('an id leads back to its object, also of a ghost without a row', async () => {
    const { service, pod } = await dataOf(
      api('demo-partial'),
      '{ service(namespace: "shop", name: "cart") { id } pod: node(name: "nobody") { id } }',
    );
    for (const [found, name] of [
      [service, 'cart'],
      [pod, 'nobody'],
    ] as const) {
      const { id } = found as { id: string };
      expect(await dataOf(api('demo-partial'), `{ object(id: "${id}", kind: null) { id name } }`)).toEqual({ object: { id, name } });
    }
  });
});

describe('completeness', () => {
  test('an empty list that was denied does not look like an empty cluster', async () => {
    const { nodes } = await dataOf(
      api('demo-partial'),
      '{ nodes { items { name } completeness { complete gaps { kind outcome httpStatus } } } }',
    );
    expect(nodes).toEqual({ items: [], completeness: { complete: false, gaps: [{ kind: 'Node', outcome: 'DENIED', httpStatus: 403 }] } });
  });

  test('a forward reference by name rests on its source alone, a reverse one on the other end', async () => {
    const query = `{ pods(namespace: "shop", name: "cart-*", first: 1) { items { secrets { completeness { complete } } services { completeness { complete } } events { completeness { complete gaps { kind } } } } } }`;
    const { pods } = await dataOf(api('demo-partial'), query);
    expect(pods).toEqual({
      items: [
        {
          secrets: { completeness: { complete: true } },
          services: { completeness: { complete: true } },
          events: { completeness: { complete: false, gaps: [{ kind: 'Event' }] } },
        },
      ],
    });
  });

  test('a list in one namespace rests on that namespace', async () => {
    const query =
      '{ all: configMaps { completeness { complete } } shop: configMaps(namespace: "shop") { completeness { complete } } payments: configMaps(namespace: "payments") { completeness { complete } } }';
    const complete = (value: boolean) => ({ completeness: { complete: value } });
    expect(await dataOf(api('demo-partial'), query)).toEqual({ all: complete(false), shop: complete(true), payments: complete(false) });
  });

  test('a broken-off capture proves nothing of what comes after the break', async () => {
    const query =
      '{ services { totalCount completeness { complete } } service(namespace: "shop", name: "cart") { presence } snapshots { finished } pods(first: 1) { items { containers { log { outcome text } } } } }';
    expect(await dataOf(api('demo-broken-off'), query)).toMatchObject({
      services: { totalCount: 0, completeness: { complete: false } },
      service: { presence: 'NOT_CAPTURED' },
      snapshots: [{ finished: false }],
    });
  });
});

describe('paging', () => {
  /** `field` is a root list, or a list of a root object: `node(name: "n").pods`. */
  const ask = async (field: string, args: string): Promise<ListAnswer> => {
    const [root = '', list] = field.split('.');
    const selection = `${args === '' ? '' : `(${args})`} { totalCount items { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
    const data = await dataOf(
      api(),
      list === undefined ? `{ answer: ${root}${selection} }` : `{ answer: ${root} { answer: ${list}${selection} } }`,
    );
    const { answer } = data as { answer: ListAnswer | { answer: ListAnswer } };
    return 'answer' in answer ? answer.answer : answer;
  };

  const pagesForward = async (field: string, args: string, cursor = ''): Promise<string[]> => {
    const { items, pageInfo } = await ask(field, `first: 7 ${cursor && `after: "${cursor}"`} ${args}`);
    const ids = items.map(({ id }) => id);
    return pageInfo.hasNextPage ? [...ids, ...(await pagesForward(field, args, pageInfo.endCursor))] : ids;
  };

  const pagesBackward = async (field: string, args: string, cursor = ''): Promise<string[]> => {
    const { items, pageInfo } = await ask(field, `last: 7 ${cursor && `before: "${cursor}"`} ${args}`);
    const ids = items.map(({ id }) => id);
    return pageInfo.hasPreviousPage ? [...(await pagesBackward(field, args, pageInfo.startCursor)), ...ids] : ids;
  };

  test.each([
    ['pods', ''],
    ['pods', 'orderBy: "-createdAt"'],
    ['objects', 'kinds: ["svc", "ep", "cm"], orderBy: "metadata.uid"'],
    ['terminating', ''],
    ['node(name: "worker-a1").pods', ''],
    ['node(name: "worker-a1").pods', 'orderBy: "-metadata.uid"'],
    ['namespace(name: "shop").objects', 'kinds: ["po", "rs"]'],
    ['secret(namespace: "shop", name: "registry-pull").workloads', ''],
  ])('the pages of %s %s together are the whole, either way', async (field, args) => {
    const whole = await ask(field, args);
    const ids = whole.items.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(field.includes('.') ? 2 : 7);
    expect(whole.totalCount).toBe(ids.length);
    expect(await pagesForward(field, args)).toEqual(ids);
    expect(await pagesBackward(field, args)).toEqual(ids);
  });

  test.each([
    ['pods', ''],
    ['pods', 'orderBy: "-createdAt"'],
    ['pods', 'labelSelector: "app=cart"'],
    ['danglingReferences', ''],
    ['node(name: "worker-a1").pods', ''],
    ['deployment(namespace: "shop", name: "cart").references', ''],
  ])('first: 0 of %s %s gives no objects, and what is said of the list', async (field, args) => {
    const selection = '{ items { __typename } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } completeness { complete } }';
    const [root = '', list] = field.split('.');
    const answers = ['first: 0', 'last: 0'].map((none, index) => `answer${index}: ${list ?? root}(${none} ${args}) ${selection}`).join(' ');
    const data = await dataOf(api(), list === undefined ? `{ ${answers} }` : `{ answer: ${root} { ${answers} } }`);
    const { answer0, answer1 } = (data['answer'] ?? data) as Record<string, { totalCount: number; pageInfo: unknown }>;
    const none = { items: [], totalCount: expect.any(Number), completeness: { complete: expect.any(Boolean) } };
    expect(answer0).toEqual({ ...none, pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor: null } });
    expect(answer1).toEqual({ ...none, pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: null } });
    expect(answer0?.totalCount).toBeGreaterThan(0);
  });

  test('the oldest deletion comes first', async () => {
    const { terminating } = await dataOf(api(), '{ terminating { items { deletionTimestamp } } }');
    const times = (terminating as { items: { deletionTimestamp: string }[] }).items.map(({ deletionTimestamp }) => deletionTimestamp);
    expect(times).toHaveLength(13);
    expect(times).toEqual(times.toSorted());
  });
});

interface ListAnswer {
  readonly items: readonly { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}
