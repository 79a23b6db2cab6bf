import { isJsonObject } from '../../records/json-fields.ts';
import type { CaptureOutcome, LogOutcome } from '../../records/record.ts';

export interface CollectError {
  readonly outcome: CaptureOutcome;
  readonly message: string;
}

/** In the words of the API server's Status messages and of Go's client. The first that fits counts. */
const OUTCOMES: readonly (readonly [RegExp, CaptureOutcome])[] = [
  [/forbidden|unauthorized|cannot list resource/i, 'denied'],
  [/timeout|timed out|deadline exceeded/i, 'timeout'],
  [/could not find the requested resource|no matches for kind/i, 'not_served'],
  [/server is currently unable to handle the request|service unavailable/i, 'unavailable'],
];

function toCollectError(message: string): CollectError {
  return { outcome: OUTCOMES.find(([pattern]) => pattern.test(message))?.[1] ?? 'failed', message };
}

/** `["error", …]` of what is listed once, or `{"namespace": "error"}`; the key '' (and an array's) stands for all namespaces. */
export function parseErrors(document: unknown): ReadonlyMap<string, CollectError> {
  const pairs: [string, unknown][] = isJsonObject(document)
    ? Object.entries(document)
    : (Array.isArray(document) ? document : []).map((message) => ['', message]);
  const messages = new Map<string, string>();
  for (const [namespace, message] of pairs) {
    if (typeof message !== 'string' || message === '') continue;
    const before = messages.get(namespace);
    messages.set(namespace, before === undefined ? message : `${before}; ${message}`);
  }
  return new Map([...messages].map(([namespace, message]) => [namespace, toCollectError(message)]));
}

/** Why a log could not be read. A container that waits to start has written none. */
export function logOutcome(message: string): LogOutcome {
  return /is waiting to start|ContainerCreating|PodInitializing/.test(message) ? 'not_started' : toCollectError(message).outcome;
}

/** The groups that did not answer: `unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: why, …` (client-go, discovery). */
export function failedGroups(
  messages: readonly unknown[],
): { readonly group: string; readonly version: string; readonly message: string }[] {
  return messages.flatMap((message) => {
    if (typeof message !== 'string') return [];
    const list = message.split('list of server APIs: ')[1] ?? '';
    return [...list.matchAll(/(?:^|, )([a-z0-9.-]{1,253})\/(v[a-z0-9]{1,30}): /g)].map(([, group = '', version = '']) => ({
      group,
      version,
      message,
    }));
  });
}
