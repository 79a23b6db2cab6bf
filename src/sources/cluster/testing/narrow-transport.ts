import { Agent, request } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Transport } from '../http/exchange.ts';
import type { ReplayServer } from './replay-server.ts';

/** So many kept-alive connections, and no more: one that is not let go of is missed. */
export function narrowTransport(server: ReplayServer, maxSockets: number): Transport {
  const agent = new Agent({ keepAlive: true, maxSockets });
  onTestFinished(() => agent.destroy());
  const { hostname, port } = new URL(server.url);
  return { request: async (options) => request({ agent, hostname, port, ...options }) };
}
