/** `npm run cluster:up [-- FOLDER]`: a control plane in the foreground, for people and for programs that start it as a process. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cache } from '../set-up/folders.mjs';
import { startControlPlane } from './control-plane.mjs';

/** A file each cluster that is up here, named for its process; who removes it stops the cluster. */
export const upFolder = `${cache}/clusters`;

const pollMs = 200;

const options = /** @type {const} */ ({
  all: { type: 'boolean' },
  kwok: { type: 'boolean' },
  seed: { type: 'string' },
  json: { type: 'boolean' },
});

/** @param {readonly string[]} args */
export async function up(args) {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [folder] = positionals;
  const whole = values.all === true || values.kwok === true;
  // From the beginning: what comes while it starts is heard too.
  const end = untilStopped();
  const cluster = await startControlPlane({
    ...(folder === undefined ? {} : { folder }),
    ...(whole ? { components: ['etcd', 'apiserver', 'controller-manager', 'scheduler'] } : {}),
  });
  try {
    if (values.kwok) await cluster.startKwok();
    if (values.seed !== undefined) await seedWith(cluster, Number(values.seed));
    console.log(
      values.json ? JSON.stringify({ kubeconfig: cluster.kubeconfig, server: cluster.server, folder: cluster.folder }) : help(cluster),
    );
    await end;
  } finally {
    await cluster.close();
  }
}

/** @param {import('./types.ts').ControlPlane} cluster @param {number} objects */
async function seedWith(cluster, objects) {
  const { seedCluster } = await import('./seed/seed.mjs');
  await seedCluster({ cluster, objects });
}

/** @param {import('./types.ts').ControlPlane} cluster */
function help({ server, kubeconfig, folder }) {
  return [
    `A Kubernetes control plane is up at ${server}, in ${folder}.`,
    `  export KUBECONFIG=${kubeconfig}`,
    '  node dist/cli/main.js capture -o cluster.tar.gz',
    'Ctrl-C stops it, and npm run cluster:down does from elsewhere.',
  ].join('\n');
}

/** Until a signal, or until somebody removes our file. @returns {Promise<void>} */
function untilStopped() {
  mkdirSync(upFolder, { recursive: true });
  const file = `${upFolder}/${process.pid}`;
  writeFileSync(file, '');
  return new Promise((resolve) => {
    const poll = setInterval(() => existsSync(file) || stop(), pollMs);
    const stop = () => {
      clearInterval(poll);
      rmSync(file, { force: true });
      resolve();
    };
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
  });
}
