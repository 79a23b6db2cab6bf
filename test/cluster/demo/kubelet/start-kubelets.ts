/** What kubelets would do that kwok does not: the statuses and events of sick pods, and logs. */
import { type ControlPlane, createApi } from '../../../../scripts/cluster/index.mjs';
import { podPlayer } from './play-pods.ts';
import { type LogServer, serveLogs } from './serve-logs.ts';

const PAUSE = 1_000;

export interface Kubelets {
  /** Of a node's kubelet. */
  portOf(node: string): number;
  /** What crash-loops stays in the back-off after so many restarts, so that a slow machine sees the same. */
  holdRestartsAt(count: number): void;
  /** The node's kubelet is gone. */
  lose(node: string): Promise<void>;
  close(): Promise<void>;
}

export async function startKubelets(options: {
  readonly cluster: ControlPlane;
  readonly nodes: readonly { readonly name: string; readonly address: string }[];
}): Promise<Kubelets> {
  const { cluster, nodes } = options;
  const { server, ca, admin } = cluster;
  const api = createApi({ server, ca, admin, userAgent: 'kubelet/v1.37.2 (linux/amd64)' });
  const servers = new Map<string, LogServer>();
  for (const { name, address } of nodes) servers.set(name, await serveLogs({ cluster, address }));
  const play = podPlayer(api);
  let mostRestarts = Number.POSITIVE_INFINITY;
  const stop = repeat(() => play({ isLost: (node) => !servers.has(node), mostRestarts }));
  const lose = async (node: string): Promise<void> => {
    const lost = servers.get(node);
    servers.delete(node);
    await lost?.close();
  };
  return {
    portOf: (node) => servers.get(node)?.port ?? 0,
    holdRestartsAt: (count) => {
      mostRestarts = count;
    },
    lose,
    close: async () => {
      await stop();
      for (const node of [...servers.keys()]) await lose(node);
      api.close();
    },
  };
}

/** With a pause after each. Answers how to stop it, which waits for the one under way. */
function repeat(work: () => Promise<void>): () => Promise<void> {
  let timer: NodeJS.Timeout;
  let stopped = false;
  let underWay: Promise<void> = Promise.resolve();
  const once = (): void => {
    // The next time tries again; whoever waits for what is missing should see why.
    underWay = work().catch((error) => console.error(`The demo's kubelets: ${error}`));
    void underWay.then(() => {
      if (!stopped) timer = setTimeout(once, PAUSE).unref();
    });
  };
  once();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await underWay;
  };
}
