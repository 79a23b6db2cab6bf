/** Serves snapshots over HTTP until close() is called. */
import { createServer, type Server } from 'node:http';
import { createApi } from '../api/create-api.ts';
import type { Limits } from '../api/limits.ts';
import type { Reader } from '../store/reader.ts';
import type { GraphiqlTab } from './graphiql-page.ts';
import { createHandler } from './handler.ts';
import { isLoopback } from './host-names.ts';
import { closeServer, listen } from './listen.ts';
import { type LogError, printError } from './print-error.ts';
import { defaultSettings, type ServerSettings } from './settings.ts';

export interface ServeOptions extends Partial<ServerSettings> {
  /** Stay open: whoever opened them closes them, after the server. */
  readonly readers: readonly Reader[];
  /** What plain root fields ask; else the newest. */
  readonly defaultSnapshot?: string;
  readonly limits?: Partial<Limits>;
  /** What the playground opens with. */
  readonly tabs?: readonly GraphiqlTab[];
  /** Unexpected errors; on standard error where absent. */
  readonly logError?: LogError;
}

export interface RunningServer {
  /** `http://127.0.0.1:4680`, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** True where only this machine can reach it. */
  readonly loopback: boolean;
  close(): Promise<void>;
}

/** Rejects where the port is taken or the address is not this machine's, with a message that says what to do. */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const { readers, defaultSnapshot, limits, tabs = [], logError = printError } = options;
  const settings = { ...defaultSettings, ...definedOf(options) };
  const loopback = isLoopback(settings.host);
  const api = createApi({
    snapshots: readers,
    logError,
    ...(defaultSnapshot === undefined ? {} : { defaultSnapshot }),
    ...(limits === undefined ? {} : { limits }),
  });
  const handler = createHandler({ ...settings, api, snapshots: readers, tabs, loopback, logError });
  const server = createHttpServer({ settings, listener: handler });
  const port = await listen({ ...settings, server });
  return {
    url: `http://${urlHost(settings.host)}:${port}`,
    port,
    loopback,
    close: () => closeServer({ server, timeout: settings.shutdownTimeout }),
  };
}

/** Slow and idle clients are let go: a connection held open costs a request's worth of memory. */
function createHttpServer(options: { readonly settings: ServerSettings; readonly listener: Parameters<typeof createServer>[1] }): Server {
  const { requestTimeout, headersTimeout, keepAliveTimeout } = options.settings;
  return createServer(
    { requestTimeout, headersTimeout: Math.min(headersTimeout, requestTimeout), keepAliveTimeout, connectionsCheckingInterval: 1_000 },
    options.listener,
  );
}

/** Where a server listens on every address, it is reached on this machine by its loopback one. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function definedOf<Options extends object>(options: Options): Partial<Options> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<Options>;
}
