/** What an API server answers, from the data of a capture. */

import type { ReplayData, ReplayObject } from './replay-data.ts';
import { aggregatedDiscovery } from './replay-discovery.ts';
import type { Asked, Replied } from './replay-exchange.ts';

export function answerOf(data: ReplayData, asked: Asked): Replied {
  const { path } = asked;
  if (path === '/version') return ok(data.version);
  if ((path === '/api' || path === '/apis') && asked.headers.accept?.includes('apidiscovery'))
    return ok(aggregatedDiscovery(data, path === '/api'));
  if (path === '/api') return ok(data.discovery.api);
  if (path === '/apis') return ok(data.discovery.apis);
  if (path === '/openapi/v3') return ok({ paths: openApiPaths(data) });
  if (path.startsWith('/openapi/v3/')) return document(data, openApiName(path));
  if (path.endsWith('/selfsubjectreviews')) return ok({ status: { userInfo: { username: 'replay' } } });
  if (path.endsWith('/selfsubjectaccessreviews')) return ok({ status: { allowed: true } });
  const below = /^\/(?:api\/(v1)|apis\/([^/]+)\/([^/]+))(?:\/(.*))?$/.exec(path);
  if (below === null) return status(404, 'the server could not find the requested resource');
  const [, core, group = '', version = core ?? '', rest = ''] = below;
  return rest === '' ? resourceList(data, group, version) : ofGroup(data, { group, version, rest, asked });
}

export function status(code: number, message: string, more: Readonly<Record<string, unknown>> = {}): Replied {
  return {
    status: code,
    body: JSON.stringify({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, code, ...more }),
  };
}

function ok(value: unknown): Replied {
  return { status: 200, body: JSON.stringify(value) };
}

function resourceList(data: ReplayData, group: string, version: string): Replied {
  const groupVersion = group === '' ? version : `${group}/${version}`;
  const failure = data.discovery.failures.find((one) => one.groupVersion === groupVersion);
  if (failure !== undefined) return status(failure.httpStatus, failure.message);
  const list = data.discovery.resourceLists.find((one) => one.groupVersion === groupVersion);
  return list === undefined ? status(404, 'the server could not find the requested resource') : ok(list);
}

interface Below {
  readonly group: string;
  readonly version: string;
  readonly rest: string;
  readonly asked: Asked;
}

function ofGroup(data: ReplayData, below: Below): Replied {
  const { rest, asked } = below;
  const log = /^namespaces\/([^/]+)\/pods\/([^/]+)\/log$/.exec(rest);
  if (log !== null)
    return podLog(data, `${log[1]}/${log[2]}/${asked.query.get('container')}${asked.query.has('previous') ? '.previous' : ''}`);
  const proxy = /^nodes\/([^/]+)\/proxy\/(.*)$/.exec(rest);
  if (proxy !== null) return document(data, `nodes/${proxy[1]}/${proxy[2] === 'metrics' ? 'metrics.prom' : 'stats-summary.json'}`);
  const namespaced = /^namespaces\/([^/]+)\/([^/]+)$/.exec(rest);
  if (namespaced !== null) return list(data, below, namespaced[2] ?? '', namespaced[1] ?? '');
  const one = /^([^/]+)\/([^/]+)$/.exec(rest);
  if (one !== null) return single(data, below, one[1] ?? '', one[2] ?? '');
  return list(data, below, rest, null);
}

/** Typed lists say their metadata first; those of custom resources have their keys in the order of the alphabet. */
function list(data: ReplayData, { group, version, asked }: Below, resource: string, namespace: string | null): Replied {
  const served = data.discovery.resourceLists
    .find(({ groupVersion }) => groupVersion === (group === '' ? version : `${group}/${version}`))
    ?.resources.find(({ name }) => name === resource);
  if (served === undefined) return status(404, 'the server could not find the requested resource');
  const all = (data.objects.get(`${group}/${version}/${resource}`) ?? []).filter(
    (object) => namespace === null || object.namespace === namespace,
  );
  const limit = Number(asked.query.get('limit') ?? all.length);
  const start = Number(asked.query.get('continue') ?? 0);
  const items = all.slice(start, start + limit);
  const next = start + limit < all.length ? String(start + limit) : '';
  const metadata = JSON.stringify({ resourceVersion: '4711', continue: next });
  const apiVersion = group === '' ? version : `${group}/${version}`;
  const json = jsonOf(items);
  const isCustom = group.includes('.') && !group.endsWith('.k8s.io');
  const body = isCustom
    ? `{"apiVersion":"${apiVersion}","items":${json},"kind":"${served.kind}List","metadata":${metadata}}`
    : `{"kind":"${served.kind}List","apiVersion":"${apiVersion}","metadata":${metadata},"items":${json}}`;
  return { status: 200, body: `${body}\n` };
}

function jsonOf(items: readonly ReplayObject[]): string {
  return `[${items.map(({ json }) => json).join(',')}]`;
}

/** Alone an object says what it is; in a typed list it does not. */
function single(data: ReplayData, { group, version }: Below, resource: string, name: string): Replied {
  const apiVersion = group === '' ? version : `${group}/${version}`;
  const kind = data.discovery.resourceLists
    .find(({ groupVersion }) => groupVersion === apiVersion)
    ?.resources.find((one) => one.name === resource)?.kind;
  const found = data.objects.get(`${group}/${version}/${resource}`)?.find((object) => object.name === name);
  return found === undefined ? status(404, `${resource} "${name}" not found`) : ok({ kind, apiVersion, ...JSON.parse(found.json) });
}

function podLog(data: ReplayData, key: string): Replied {
  const log = data.logs.get(key);
  return log === undefined
    ? status(500, 'Get "https://127.0.0.1:10250/containerLogs": dial tcp 127.0.0.1:10250: connect: connection refused')
    : { status: 200, body: log, headers: { 'content-type': 'text/plain' } };
}

function document(data: ReplayData, name: string): Replied {
  const found = data.documents.get(name);
  return found === undefined ? status(404, 'the server could not find the requested resource') : { status: 200, body: found };
}

function openApiPaths(data: ReplayData): Record<string, unknown> {
  const names = [...data.documents.keys()].filter((name) => name.startsWith('openapi/'));
  return Object.fromEntries(
    names.map((name) => {
      const [, group = '', file = ''] = name.split('/');
      const key = group === 'core' ? `api/${file.replace('.json', '')}` : `apis/${group}/${file.replace('.json', '')}`;
      return [key, { serverRelativeURL: `/openapi/v3/${key}?hash=1` }];
    }),
  );
}

function openApiName(path: string): string {
  const [, , , api, second = '', third = ''] = path.split('/');
  return api === 'api' ? `openapi/core/${second}.json` : `openapi/${second}/${third}.json`;
}
