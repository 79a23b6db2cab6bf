/** The server's settings with their defaults; docs/server.md lists them all. Times are milliseconds. */
export interface ServerSettings {
  /** Address to listen on. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** How many ports to try, from `port` upwards, while they are taken. */
  readonly portAttempts: number;
  /** Names by which a browser may reach the server, beside those of this machine; `*` for any. */
  readonly allowedHosts: readonly string[];
  /** Longest request body in bytes. */
  readonly maxBodyBytes: number;
  /** How many characters of answers are kept, to be given again; 0: none. */
  readonly answerCache: number;
  /** How long a client may take to send a request. */
  readonly requestTimeout: number;
  /** How long a client may take to send the headers. */
  readonly headersTimeout: number;
  /** How long an idle connection is kept. */
  readonly keepAliveTimeout: number;
  /** How long requests under way may go on after close() was called. */
  readonly shutdownTimeout: number;
}

export const defaultSettings: ServerSettings = {
  host: '127.0.0.1',
  port: 4680,
  portAttempts: 1,
  allowedHosts: [],
  maxBodyBytes: 1_048_576,
  answerCache: 67_108_864,
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 5_000,
  shutdownTimeout: 5_000,
};
