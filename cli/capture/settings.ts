/** What to capture and how, from the flags. */
import { parseLabelSelector } from '../../src/kube/label-selector.ts';
import type { CaptureOptions } from '../../src/sources/cluster/capture-options.ts';
import { UsageError } from '../errors.ts';
import type { Flags } from '../flags.ts';
import { numberFlag, optionalDurationFlag, timerFlag } from './number-flag.ts';

export type CaptureSettings = Omit<CaptureOptions, 'transport' | 'identity' | 'stop' | 'temporaryFolder' | 'tool' | 'onProgress'> & {
  /** Milliseconds. */
  readonly deadline: number;
};

const second = 1_000;
const minute = 60 * second;

/** Throws UsageError. */
export function captureSettings(flags: Flags): CaptureSettings {
  const since = optionalDurationFlag({ flags, name: 'since' });
  return {
    namespaces: [...new Set(flags.values('namespace').map(checkedNamespace))],
    labelSelector: checkedSelector(flags.value('selector')),
    include: flags.values('include'),
    exclude: flags.values('exclude'),
    logs: {
      which: (flags.value('logs') ?? 'failing') as CaptureOptions['logs']['which'],
      tailLines: numberFlag({ flags, name: 'tail', least: 1, most: 2 ** 31 - 1, otherwise: 10_000, unlimited: '-1' }),
      limitBytes: numberFlag({ flags, name: 'limit-bytes', least: 1, most: 2 ** 40, otherwise: 10 * 2 ** 20, unlimited: '0' }),
      sinceSeconds: since === undefined ? undefined : Math.max(1, Math.ceil(since / second)),
    },
    openapi: !flags.on('no-openapi'),
    statistics: !flags.on('no-statistics'),
    pageSize: numberFlag({ flags, name: 'chunk-size', least: 1, most: 100_000, otherwise: 500, unlimited: '0' }),
    concurrency: numberFlag({ flags, name: 'concurrency', least: 1, most: 32, otherwise: 8 }),
    requestTimeout: timerFlag({ flags, name: 'request-timeout', otherwise: 30 * second, asKubectl: true }),
    retryFor: timerFlag({ flags, name: 'retry-for', otherwise: 30 * second }),
    deadline: timerFlag({ flags, name: 'deadline', otherwise: 30 * minute }),
  };
}

/** Source: apimachinery, pkg/util/validation, IsDNS1123Label. */
function checkedNamespace(name: string): string {
  if (/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name)) return name;
  throw new UsageError(`--namespace is "${name}", which is no name of a namespace.`);
}

function checkedSelector(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    parseLabelSelector(text);
    return text;
  } catch (error) {
    throw new UsageError(`--selector ${text}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
