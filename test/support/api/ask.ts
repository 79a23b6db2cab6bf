/** Asks an api and takes the data out of the answer. */
import type { ExecutionResult } from 'graphql';
import type { ApiRequest } from '../../../src/api/api-request.ts';
import type { Api } from '../../../src/api/create-api.ts';

/** The data as a client would read it; throws where the answer holds errors. */
export async function dataOf(api: Api, query: string, request: Partial<ApiRequest> = {}): Promise<Record<string, unknown>> {
  const result = await api.execute({ ...request, query });
  if (result.errors !== undefined) throw new Error(result.errors.map((error) => error.message).join('\n'));
  return plain(result).data;
}

/** Code, argument and sentence of each error. */
export async function errorsOf(api: Api, query: string, request: Partial<ApiRequest> = {}): Promise<readonly string[]> {
  const { errors = [] } = await api.execute({ ...request, query });
  return errors.map((error) => `${String(error.extensions['code'])} ${error.message}`);
}

/** Without graphql-js's objects without prototype. */
export function plain(result: ExecutionResult): { data: Record<string, unknown>; errors?: unknown } {
  return JSON.parse(JSON.stringify(result)) as { data: Record<string, unknown> };
}
