/** The components of one cluster that run: started with their flags, waited for, ended. */
import { binary } from './binaries.mjs';
import { argumentsOf } from './component-flags.mjs';
import { logTail, startComponent } from './component-process.mjs';
import { startGuard } from './guard.mjs';
import { kwokArguments } from './kwok.mjs';
import { freePorts } from './ports.mjs';
import { isHealthy, untilReady } from './ready.mjs';

/** @typedef {import('./types.ts').ComponentName} ComponentName */
/** @typedef {import('./types.ts').KwokName} KwokName */

/** Who serves nobody any more goes first, and kwoks before them all. */
const stopOrder = /** @type {const} */ (['scheduler', 'controller-manager', 'apiserver', 'etcd']);

const programOf = {
  etcd: 'etcd',
  apiserver: 'kube-apiserver',
  'controller-manager': 'kube-controller-manager',
  scheduler: 'kube-scheduler',
};

/**
 * @param {object} options
 * @param {string} options.folder
 * @param {boolean} options.keep the folder stays when everything has ended
 * @param {import('./component-flags.mjs').Ports} options.ports
 * @param {import('./types.ts').ControlPlaneOptions['flags']} options.flags
 * @param {number} options.deadlineMs
 * @param {() => Promise<boolean>} options.isServing whether the API server answers
 */
export function createProcesses({ folder, keep, ports, flags = {}, deadlineMs, isServing }) {
  /** @type {Map<string, import('./component-process.mjs').ComponentProcess>} */
  const running = new Map();
  const guard = startGuard({ removes: keep ? null : folder });
  const logOf = /** @param {string} name */ (name) => `${folder}/log/${name}.log`;

  /** @type {Readonly<Record<ComponentName, () => Promise<boolean>>>} */
  const probes = {
    // It is ready where the API server is.
    etcd: async () => true,
    apiserver: isServing,
    'controller-manager': () => isHealthy({ port: ports['controller-manager'] }),
    scheduler: () => isHealthy({ port: ports.scheduler }),
  };

  /** @param {{ name: string, program: string, args: readonly string[], probe: () => Promise<boolean> }} options */
  const run = async ({ name, program, args, probe }) => {
    if (running.get(name)?.ended() === null) throw new Error(`${name} runs already in ${folder}.`);
    const log = logOf(name);
    const component = startComponent({ name, command: binary(program), args, log, cwd: folder, guard });
    running.set(name, component);
    await untilReady({ component, probe, deadlineMs, log });
  };

  const inStopOrder = () => [...[...running.keys()].filter((name) => name.startsWith('kwok')), ...stopOrder];

  /** @param {string} name @param {NodeJS.Signals} signal */
  const stop = async (name, signal) => {
    await running.get(name)?.end(signal);
  };

  return {
    /** @param {ComponentName} name */
    start: (name) => {
      const args = argumentsOf({ component: name, folder, ports, ...(flags[name] && { flags: flags[name] }) });
      return run({ name, program: programOf[name], args, probe: probes[name] });
    },
    /** @param {{ kubeconfig: string } & import('./types.ts').KwokOptions} options */
    async startKwok({ name = 'kwok', ...options }) {
      const [port = 0] = await freePorts(1);
      const probe = () => isHealthy({ port, plain: true });
      await run({ name, program: 'kwok', args: kwokArguments({ ...options, port }), probe });
    },
    stop,
    /** @param {ComponentName | KwokName} name */
    log: (name) => logTail(logOf(name), 200),
    kill: async () => {
      await Promise.all(inStopOrder().map((name) => stop(name, 'SIGKILL')));
    },
    /** With a folder that stays, etcd writes down what it has. */
    async end() {
      for (const name of inStopOrder()) await stop(name, keep && name === 'etcd' ? 'SIGTERM' : 'SIGKILL');
      await guard.close();
    },
  };
}
