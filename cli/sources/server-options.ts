/** The server's settings from the flags of `open` and `serve`. */
import { parseDuration } from '../../src/kube/duration.ts';
import type { ServeOptions } from '../../src/server/serve.ts';
import { UsageError } from '../errors.ts';
import type { Flags } from '../flags.ts';
import { readLimits } from './limits.ts';

/** Throws UsageError for a port, size, duration or limit that is none. */
export function serverOptions(options: {
  readonly flags: Flags;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Omit<ServeOptions, 'readers'> {
  const { flags, environment } = options;
  const host = flags.value('host');
  const port = numberFlag({ flags, name: 'port', least: 0, most: 65_535 });
  const maxBodyBytes = numberFlag({ flags, name: 'max-body', least: 1, most: 1_000_000_000 });
  const answerCache = numberFlag({ flags, name: 'answer-cache', least: 0, most: 1_000_000_000 });
  const requestTimeout = durationFlag({ flags, name: 'request-timeout' });
  return {
    allowedHosts: flags.values('allowed-host'),
    limits: readLimits({ values: flags.values('limit'), environment }),
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(maxBodyBytes === undefined ? {} : { maxBodyBytes }),
    ...(answerCache === undefined ? {} : { answerCache }),
    ...(requestTimeout === undefined ? {} : { requestTimeout }),
  };
}

function numberFlag(options: {
  readonly flags: Flags;
  readonly name: string;
  readonly least: number;
  readonly most: number;
}): number | undefined {
  const { flags, name, least, most } = options;
  const value = flags.value(name);
  if (value === undefined) return undefined;
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new UsageError(`--${name} is "${value}", but must be a whole number from ${least} to ${most}.`);
  return number;
}

function durationFlag(options: { readonly flags: Flags; readonly name: string }): number | undefined {
  const { flags, name } = options;
  const value = flags.value(name);
  if (value === undefined) return undefined;
  const milliseconds = parseDuration(value);
  if (milliseconds === null || milliseconds < 1) throw new UsageError(`--${name} is "${value}", but must be a duration: 30s, 2m, 1m30s.`);
  return milliseconds;
}
