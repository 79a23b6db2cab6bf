import { ApiServer, type ApiServerSettings } from '../http/api-server.ts';
import type { ReplayServer } from './replay-server.ts';

/** As a capture asks it, with little patience. */
export function apiServerOf({ transport }: Pick<ReplayServer, 'transport'>, settings: Partial<ApiServerSettings> = {}): ApiServer {
  return new ApiServer({
    transport,
    requestTimeout: 300,
    retryFor: 500,
    concurrency: 4,
    signal: new AbortController().signal,
    onLost: () => undefined,
    ...settings,
  });
}
