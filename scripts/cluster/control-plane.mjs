/** Starts a real Kubernetes control plane on the loopback address, in a folder and on ports of its own. */
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createApi } from './api/create-api.mjs';
import { kubeconfigText } from './kubeconfig.mjs';
import { runKubectl } from './kubectl.mjs';
import { ensurePki } from './pki.mjs';
import { freePorts } from './ports.mjs';
import { createProcesses } from './processes.mjs';
import { tokenFor } from './tokens.mjs';

/** Between their choice and their use, others may take the ports. */
const attempts = 3;

/** @param {import('./types.ts').ControlPlaneOptions} [options] @returns {Promise<import('./types.ts').ControlPlane>} */
export async function startControlPlane(options = {}) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(options);
    } catch (error) {
      if (attempt === attempts || !String(error).includes('address already in use')) throw error;
    }
  }
}

/** @param {import('./types.ts').ControlPlaneOptions} options @returns {Promise<import('./types.ts').ControlPlane>} */
async function startOnce({ folder: given, components = ['etcd', 'apiserver'], flags, deadlineMs = 60_000 }) {
  const folder = prepareFolder(given);
  const { ca, admin } = await ensurePki(`${folder}/pki`);
  const ports = await choosePorts();
  const server = `https://127.0.0.1:${ports.apiserver}`;
  const kubeconfig = `${folder}/kubeconfig`;
  writeFileSync(kubeconfig, kubeconfigText({ server, ca, admin }), { mode: 0o600 });
  const api = createApi({ server, ca, admin });
  const processes = createProcesses({ folder, keep: given !== undefined, ports, flags, deadlineMs, isServing: () => isServing(api) });
  const close = async () => {
    api.close();
    await processes.end();
  };
  try {
    await startAll({ processes, components });
  } catch (error) {
    await close();
    throw error;
  }
  let kubeconfigs = 0;
  return {
    ...{ server, etcd: `http://127.0.0.1:${ports.etcd}`, ca, admin, kubeconfig, folder, api, close },
    kubectl: (args, { input = '' } = {}) => runKubectl({ kubeconfig, args, input, home: folder }),
    log: processes.log,
    start: processes.start,
    stop: (component, signal = 'SIGTERM') => processes.stop(component, signal),
    startKwok: (choice = {}) => processes.startKwok({ kubeconfig, ...choice }),
    tokenFor: (namespace, name) => tokenFor({ api, namespace, name }),
    kubeconfigWith(choice) {
      kubeconfigs += 1;
      const path = `${folder}/kubeconfig-${kubeconfigs}`;
      writeFileSync(path, kubeconfigText({ server, ca, ...(choice.token === undefined ? { admin } : {}), ...choice }), { mode: 0o600 });
      return path;
    },
    kill: processes.kill,
  };
}

/** @param {string | undefined} given @returns {string} */
function prepareFolder(given) {
  if (given === undefined) return mkdtempSync(join(realpathSync(tmpdir()), 'snapgraph-cluster-'));
  const folder = resolve(given);
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function choosePorts() {
  const [etcd = 0, etcdPeer = 0, apiserver = 0, controllerManager = 0, scheduler = 0] = await freePorts(5);
  return { etcd, etcdPeer, apiserver, 'controller-manager': controllerManager, scheduler };
}

/**
 * The API server and etcd at once, for it waits for etcd; the others need it.
 * @param {object} options
 * @param {{ start(name: import('./types.ts').ComponentName): Promise<void> }} options.processes
 * @param {readonly import('./types.ts').ComponentName[]} options.components
 */
async function startAll({ processes, components }) {
  const isBase = /** @param {string} name */ (name) => name === 'etcd' || name === 'apiserver';
  await settled(components.filter(isBase).map(processes.start));
  await settled(components.filter((name) => !isBase(name)).map(processes.start));
}

/** All of them, so that nothing is still starting when the first failure is told. @param {readonly Promise<void>[]} starts */
async function settled(starts) {
  const failed = (await Promise.allSettled(starts)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** Its own objects are there too: the namespaces come a moment after it calls itself ready. @param {import('./types.ts').Api} api */
async function isServing(api) {
  const paths = ['/readyz', '/api/v1/namespaces/default', '/api/v1/namespaces/kube-system'];
  for (const path of paths) if ((await api.request({ path, timeoutMs: 2000 })).status !== 200) return false;
  return true;
}
