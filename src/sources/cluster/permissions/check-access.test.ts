import { expect, test } from 'vitest';
import type { Transport } from '../http/exchange.ts';
import { apiServerOf } from '../testing/api-server-of.ts';
import { replayDemo } from '../testing/demo.ts';
import { type AccessOptions, checkAccess } from './check-access.ts';

interface Attributes {
  readonly group?: string;
  readonly resource?: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly verb: string;
}

/** An identity that may not list Secrets, nor anything in the namespace `payments`, and sees no node's statistics. */
function allows({ resource, subresource, namespace }: Attributes): boolean {
  if (resource === 'secrets' || subresource === 'proxy') return false;
  return namespace !== 'payments' && !(resource === 'pods' && namespace === undefined);
}

const everything = { include: [], exclude: [], namespaces: [], logs: true, statistics: true, openapi: true, concurrency: 4 };

async function check(options: Partial<AccessOptions>): Promise<string[]> {
  const server = await replayDemo(({ path, body }) => {
    if (!path.endsWith('/selfsubjectaccessreviews')) return null;
    const { resourceAttributes, nonResourceAttributes } = JSON.parse(body).spec as {
      resourceAttributes?: Attributes;
      nonResourceAttributes?: unknown;
    };
    const allowed = nonResourceAttributes !== undefined || (resourceAttributes !== undefined && allows(resourceAttributes));
    return { status: 201, body: JSON.stringify({ status: { allowed, reason: allowed ? '' : 'no RBAC policy matched' } }) };
  });
  const accesses = await checkAccess({ ...everything, server: apiServerOf(server, { requestTimeout: 5_000 }), ...options });
  return accesses
    .filter(({ allowed }) => !allowed)
    .map(({ what, verb, namespace }) => `${verb} ${what}${namespace === null ? '' : ` in ${namespace}`}`);
}

test('what may not be read everywhere, or in one namespace', async () => {
  const denied = await check({});
  expect(denied.filter((row) => !row.startsWith('list secrets'))).toEqual([
    'list pods in payments',
    'get pods/log in payments',
    'get nodes/proxy',
  ]);
  expect(denied.filter((row) => row.startsWith('list secrets'))).toEqual(['list secrets']);
});

test('a server that dies meanwhile is not asked for the rest', async () => {
  const server = await replayDemo();
  let reviews = 0;
  const transport: Transport = {
    request: async (options) => {
      if (options.method === 'POST' && ++reviews === 10) await server.close();
      return await server.transport.request(options);
    },
  };
  const checked = checkAccess({ ...everything, server: apiServerOf({ transport }, { retryFor: 0 }) });
  await expect(checked).rejects.toMatchObject({ name: 'ApiFault', unreachable: true });
  expect(reviews).toBeLessThan(20);
});

test('only what a capture would read is asked', async () => {
  expect(await check({ statistics: false, logs: false, include: ['configmaps', 'secrets'], namespaces: ['shop', 'payments'] })).toEqual([
    'list configmaps in payments',
    'list secrets in shop',
    'list secrets in payments',
  ]);
});
