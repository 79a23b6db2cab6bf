/** The connections to one cluster: kept alive, and made anew only where a certificate has changed. */
import type { Agent } from 'node:http';
import { type AgentOptions, type Opened, openAgent } from './agent.ts';
import type { Credentials } from './credentials.ts';
import { readMaterial, sameMaterial, type TlsMaterial } from './tls/material.ts';
import { secureContext } from './tls/secure-context.ts';
import { systemRoots } from './tls/system-roots.ts';

interface Held {
  readonly material: TlsMaterial;
  readonly opened: Promise<Opened>;
}

export class Connections {
  readonly #options: AgentOptions;
  #held: Held | null = null;

  constructor(options: AgentOptions) {
    this.#options = options;
  }

  /** Throws ClusterAccessError where certificates cannot be read or do not work; not once there were some that did. */
  async open(credentials: Credentials): Promise<Opened> {
    const held = this.#held;
    const next = this.#changed(credentials);
    if (next === null) return await (held as Held).opened;
    this.#held = next;
    held?.opened.then(({ agent }) => retire(agent), ignore);
    return await next.opened;
  }

  /** Ends them, those in use as well. */
  close(): void {
    this.#held?.opened.then(({ agent }) => agent.destroy(), ignore);
  }

  /** Null where those that are held stay. */
  #changed(credentials: Credentials): Held | null {
    const { target, route, environment } = this.#options;
    try {
      const material = readMaterial(target, credentials);
      if (this.#held !== null && sameMaterial(this.#held.material, material)) return null;
      const context = route.secure ? secureContext({ material, target, roots: () => systemRoots(environment) }) : undefined;
      return { material, opened: openAgent({ ...this.#options, material, context }) };
    } catch (error) {
      // A certificate and its key are not renewed in one step: for a moment they do not fit each other.
      if (this.#held === null) throw error;
      return null;
    }
  }
}

/** Requests under way end on their connections; idle ones are closed. */
function retire(agent: Agent): void {
  Object.assign(agent, { keepAlive: false });
  for (const sockets of Object.values(agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy();
}

/** Whoever waits for it is told. */
function ignore(): undefined {
  return undefined;
}
