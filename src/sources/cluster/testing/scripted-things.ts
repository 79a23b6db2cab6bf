/** A cluster of nothing but Things, which is followed. */
import type { ServerResponse } from 'node:http';
import { type Following, follow } from './follow.ts';
import { eventText, listText, type ScriptedRequest, type ScriptedResource, startScriptedServer } from './scripted-server.ts';

export const THINGS: ScriptedResource = { name: 'things', kind: 'Thing' };

export function thing(name: string, resourceVersion: number, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { apiVersion: 'v1', kind: 'Thing', metadata: { name, namespace: 'a', resourceVersion: String(resourceVersion) }, ...more };
}

export function things(resourceVersion: number, ...items: readonly unknown[]): string {
  return listText({ kind: 'Thing', resourceVersion: String(resourceVersion), items });
}

export function bookmark(resourceVersion: number): string {
  return eventText('BOOKMARK', { kind: 'Thing', apiVersion: 'v1', metadata: { resourceVersion: String(resourceVersion) } });
}

/** What lists and watches of the Things answer, each in its turn, the last one again and again. */
export async function scripted(options: {
  readonly lists: readonly (string | ((response: ServerResponse) => void))[];
  readonly watches: readonly ((response: ServerResponse) => void)[];
  readonly resources?: readonly ScriptedResource[];
}): Promise<{ readonly following: Following; readonly asked: readonly ScriptedRequest[]; readonly connections: () => Promise<number> }> {
  const { lists, watches, resources = [THINGS] } = options;
  const server = await startScriptedServer({
    resources: () => resources,
    answer: ({ isWatch, turn }, response) => {
      const answer = isWatch ? watches[Math.min(turn, watches.length) - 1] : lists[Math.min(turn, lists.length) - 1];
      if (typeof answer === 'string') response.end(answer);
      else answer?.(response);
    },
  });
  const following = follow({ transport: server.transport });
  return { following, asked: server.requests, connections: server.connections };
}

export const sends: (...parts: readonly (string | Uint8Array)[]) => (response: ServerResponse) => void =
  (...parts: readonly (string | Uint8Array)[]) =>
  (response: ServerResponse): void => {
    for (const part of parts) response.write(part);
  };

export const names: (following: Following) => string[] = (following) =>
  [...following.objects.of('/things').keys()].map((key) => key.slice(2)).sort();
export const isNamed: (following: Following, ...expected: readonly string[]) => () => boolean =
  (following, ...expected) =>
  () =>
    JSON.stringify(names(following)) === JSON.stringify(expected);
