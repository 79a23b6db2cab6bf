import { expect, test } from 'vitest';
import { ApiServer } from '../http/api-server.ts';
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
  const api = new ApiServer({
    transport: server.transport,
    signal: new AbortController().signal,
    requestTimeout: 5_000,
    retryFor: 0,
    concurrency: 4,
    onLost: () => undefined,
  });
  const choice = { include: [], exclude: [], namespaces: [], logs: true, statistics: true, openapi: true, concurrency: 4 };
  const accesses = await checkAccess({ ...choice, server: api, ...options });
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

test('only what a capture would read is asked', async () => {
  expect(await check({ statistics: false, logs: false, include: ['configmaps', 'secrets'], namespaces: ['shop', 'payments'] })).toEqual([
    'list configmaps in payments',
    'list secrets in shop',
    'list secrets in payments',
  ]);
});
