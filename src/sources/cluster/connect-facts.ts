/** What is asked of a cluster before anything is captured: who it is, who we are, which version it runs. */
import { isJsonObject, objectField, optional, stringField } from '../../records/json-fields.ts';
import type { JsonObject } from '../../records/record.ts';
import type { ApiServer } from './http/api-server.ts';
import { ApiFault, UNAUTHORIZED } from './http/fault.ts';

export interface ClusterFacts {
  readonly serverVersion?: JsonObject;
  /** The uid of the Namespace kube-system, which lives as long as the cluster. */
  readonly id?: string;
  /** As the server knows us. */
  readonly user?: string;
}

/** Throws ApiFault where the server cannot be reached, or does not let us in at all. */
export async function askFacts(server: ApiServer): Promise<ClusterFacts> {
  const version = await versionOf(server);
  const [system, review] = await Promise.all([
    orNothing(server.json({ path: '/api/v1/namespaces/kube-system' })),
    orNothing(
      server.json({
        path: REVIEW,
        method: 'POST',
        body: { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
        retry: 'none',
      }),
    ),
  ]);
  return {
    ...optional('serverVersion', isJsonObject(version) ? version : undefined),
    ...optional('id', stringField(objectField(system, 'metadata'), 'uid')),
    ...optional('user', stringField(objectField(objectField(review, 'status'), 'userInfo'), 'username')),
  };
}

/** Source: k8s.io/api/authentication/v1, SelfSubjectReview, since Kubernetes 1.28; every authenticated user may create one. */
const REVIEW = '/apis/authentication.k8s.io/v1/selfsubjectreviews';

/** A server that refuses an answer still answers, unless it does not know us. */
async function versionOf(server: ApiServer): Promise<unknown> {
  try {
    return await server.json({ path: '/version' });
  } catch (error) {
    if (error instanceof ApiFault && error.httpStatus !== undefined && error.httpStatus !== UNAUTHORIZED) return undefined;
    throw error;
  }
}

/** A capture can do without. */
async function orNothing(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiFault && error.httpStatus !== UNAUTHORIZED) return undefined;
    throw error;
  }
}
