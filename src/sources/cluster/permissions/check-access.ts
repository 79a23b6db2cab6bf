/** What the current identity may not read, asked of the API server beforehand. Source: k8s.io/api/authorization/v1, SelfSubjectAccessReview. */
import { arrayField, booleanField, objectField, stringField } from '../../../records/json-fields.ts';
import { type ApiResource, resourceText } from '../discovery/api-resource.ts';
import { discover } from '../discovery/discover.ts';
import { isMeasurement } from '../documents/measurements.ts';
import type { ApiServer } from '../http/api-server.ts';
import { planResources, type ResourceChoice } from '../lists/resource-plan.ts';
import { WorkQueue } from '../work-queue.ts';

export interface AccessOptions extends ResourceChoice {
  readonly server: ApiServer;
  /** Those to be captured; empty: all. */
  readonly namespaces: readonly string[];
  readonly logs: boolean;
  readonly statistics: boolean;
  readonly openapi: boolean;
  readonly concurrency: number;
}

/** One thing that a capture reads. */
export interface Access {
  /** As kubectl writes it: `pods`, `pods/log`, `deployments.apps`, `/openapi/v3`. */
  readonly what: string;
  readonly verb: string;
  /** Null: all namespaces, or the cluster's scope. */
  readonly namespace: string | null;
  readonly allowed: boolean;
  /** What the server says of it, if anything. */
  readonly reason: string;
}

/** All that a capture would read. Where a list over all namespaces is denied, each namespace follows. Throws ApiFault, UnknownResource. */
export async function checkAccess(options: AccessOptions): Promise<readonly Access[]> {
  const { server } = options;
  const { resources } = await discover(server);
  const plans = planResources(resources, options).filter(
    ({ excluded, resource }) => excluded === null && (options.statistics || !isMeasurement(resource)),
  );
  const asked = [...plans.map(({ resource }) => listOf(resource)), ...othersOf(options)];
  const known = options.namespaces.length > 0 ? options.namespaces : await knownNamespaces(server);
  const answers: Access[][] = asked.map(() => []);
  await new WorkQueue(options.concurrency).all([...asked.entries()], async ([index, one]) => {
    answers[index] = await ask({ ...options, one, known });
  });
  return answers.flat();
}

interface Asked {
  readonly what: string;
  readonly verb: string;
  readonly namespaced: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

function listOf(resource: ApiResource): Asked {
  const { group, version, resource: name, namespaced } = resource;
  const resourceAttributes = { group, version, resource: name, verb: 'list' };
  return { what: resourceText(resource), verb: 'list', namespaced, attributes: { resourceAttributes } };
}

function othersOf({ logs, statistics, openapi }: AccessOptions): Asked[] {
  const subresource = (resource: string, name: string, namespaced: boolean): Asked => ({
    what: `${resource}/${name}`,
    verb: 'get',
    namespaced,
    attributes: { resourceAttributes: { group: '', version: 'v1', resource, subresource: name, verb: 'get' } },
  });
  const url = (path: string): Asked => ({
    what: path,
    verb: 'get',
    namespaced: false,
    attributes: { nonResourceAttributes: { path, verb: 'get' } },
  });
  return [
    ...(logs ? [subresource('pods', 'log', true)] : []),
    ...(statistics ? [subresource('nodes', 'proxy', false)] : []),
    ...(openapi ? [url('/openapi/v3')] : []),
  ];
}

async function ask(options: AccessOptions & { readonly one: Asked; readonly known: readonly string[] }): Promise<Access[]> {
  const { server, one, known } = options;
  const narrowed = one.namespaced && options.namespaces.length > 0;
  const all = narrowed ? [] : [await review({ server, one, namespace: null })];
  if (!one.namespaced || all[0]?.allowed === true) return all;
  const each: Access[] = [];
  for (const namespace of known) each.push(await review({ server, one, namespace }));
  return each.some(({ allowed }) => allowed) || narrowed ? each : all;
}

const PATH = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

async function review(options: { readonly server: ApiServer; readonly one: Asked; readonly namespace: string | null }): Promise<Access> {
  const { server, one, namespace } = options;
  const { what, verb, attributes } = one;
  const resource = objectField(attributes, 'resourceAttributes');
  const spec = resource === undefined || namespace === null ? attributes : { resourceAttributes: { ...resource, namespace } };
  const body = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec };
  const status = objectField(await server.json({ path: PATH, method: 'POST', body }), 'status');
  const reason = stringField(status, 'reason') || stringField(status, 'evaluationError') || '';
  return { what, verb, namespace, allowed: booleanField(status, 'allowed') ?? false, reason };
}

/** None where they may not be listed: then the review of each resource says so as well. */
async function knownNamespaces(server: ApiServer): Promise<string[]> {
  try {
    const list = await server.json({ path: '/api/v1/namespaces' });
    return arrayField(list, 'items').flatMap((item) => stringField(objectField(item, 'metadata'), 'name') ?? []);
  } catch (error) {
    if (error instanceof Error && error.name === 'ApiFault') return [];
    throw error;
  }
}
