/** Serves until a signal says stop. */

import { snapshotPath } from '../../src/server/routes.ts';
import { savedQueries } from '../../src/server/saved-queries.ts';
import { type RunningServer, type ServeOptions, startServer } from '../../src/server/serve.ts';
import type { Output } from '../output/output.ts';

/** `announce` is called once the server answers. Resolves when it has stopped; a second signal ends the program at once. */
export async function runServer(options: {
  readonly settings: ServeOptions;
  readonly output: Output;
  readonly announce: (server: RunningServer) => void;
}): Promise<void> {
  const { settings, output, announce } = options;
  const stopped = signalled();
  const server = await startServer({ ...settings, tabs: savedQueries().map(({ query }) => ({ query })) });
  if (!server.loopback) {
    output.warn(
      `Warning: other machines can reach ${server.url}, and there is no login: whoever does can read every snapshot served here.`,
    );
  }
  announce(server);
  await stopped;
  await server.close();
}

/** The address of each snapshot's own playground. */
export function snapshotUrls(options: { readonly server: RunningServer; readonly ids: readonly string[] }): string[] {
  return options.ids.map((id) => options.server.url + snapshotPath(id));
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
