/** One log, in parts as they come. How it went is in the last part, or in a record without bytes. */
import { optional } from '../../../records/json-fields.ts';
import type { LogChunk } from '../../../records/record.ts';
import type { ApiServer } from '../http/api-server.ts';
import { ApiFault } from '../http/fault.ts';
import type { Kubelets } from './kubelets.ts';
import type { LogChoice } from './log-choice.ts';
import { LogParts } from './log-parts.ts';
import type { PodLog } from './logs-of-pod.ts';

export interface ReadLogOptions {
  readonly server: ApiServer;
  readonly log: PodLog;
  readonly choice: LogChoice;
  readonly kubelets: Kubelets;
  readonly take: (chunk: LogChunk) => Promise<void>;
}

/** Never throws for what the server does: that is the log's outcome. */
export async function readLog(options: ReadLogOptions): Promise<void> {
  const { server, log, choice, kubelets, take } = options;
  const path = logPath(log, choice);
  const base = baseOf(log, path);
  if (log.notStarted !== null) return await take({ ...base, outcome: 'not_started', message: log.notStarted });
  const silent = kubelets.silence(log.node);
  if (silent !== null) return await take({ ...base, outcome: 'unavailable', message: silent });
  const parts = new LogParts({ base, choice, take });
  try {
    await server.read({ path, accept: '*/*', retry: 'connection' }, async ({ body }) => {
      try {
        for await (const chunk of body) if (!(await parts.push(chunk))) break;
      } catch (error) {
        // What was handed on cannot be taken back: the log is not read again.
        if (parts.empty) throw error;
        return await parts.end(outcomeOf(error, parts));
      }
      await parts.end({ outcome: 'ok', httpStatus: 200 });
    });
    kubelets.answered(log.node);
  } catch (error) {
    kubelets.failed(log.node, error);
    await take({ ...base, ...outcomeOf(error, parts) });
  }
}

type LogEnd = Pick<LogChunk, 'outcome' | 'httpStatus' | 'message'>;

function outcomeOf(error: unknown, parts: LogParts): LogEnd {
  const message = error instanceof Error ? error.message : String(error);
  if (!parts.empty) return { outcome: 'partial', message: `after ${parts.bytes} bytes: ${message}` };
  if (!(error instanceof ApiFault)) return { outcome: 'cancelled', message };
  const outcome = error.httpStatus === 400 && NOT_STARTED.test(message) ? 'not_started' : error.outcome;
  return { outcome, message, ...optional('httpStatus', error.httpStatus) };
}

/** Source: kubernetes, pkg/registry/core/pod/strategy.go, LogLocation; kubelet, kubelet_pods.go, validateContainerLogStatus. */
const NOT_STARTED = /waiting to start|is not available|not found in pod|previous terminated container/;

function logPath(log: PodLog, choice: LogChoice): string {
  const query = new URLSearchParams({
    container: log.container,
    timestamps: 'true',
    tailLines: String(choice.tailLines),
    limitBytes: String(choice.limitBytes),
    ...(choice.sinceSeconds === undefined ? {} : { sinceSeconds: String(choice.sinceSeconds) }),
    ...(log.previous ? { previous: 'true' } : {}),
  });
  return `/api/v1/namespaces/${encodeURIComponent(log.namespace)}/pods/${encodeURIComponent(log.pod)}/log?${query}`;
}

function baseOf({ namespace, pod, container, previous }: PodLog, path: string): LogChunk {
  const none = { part: 0, last: true, chunk: new Uint8Array(), origin: { entry: path } };
  return { type: 'log', snapshot: 0, namespace, pod, container, previous, ...none };
}
