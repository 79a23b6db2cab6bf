/** kwok plays the kubelets: by its Stage objects nodes become Ready and pods run, without containers. */
import { fileURLToPath } from 'node:url';
import { asArguments } from './component-flags.mjs';

const ourStages = fileURLToPath(new URL('./kwok-stages.yaml', import.meta.url));

/** @param {{ kubeconfig: string, port: number, stages?: string, flags?: import('./types.ts').Flags }} options @returns {string[]} */
export function kwokArguments({ kubeconfig, port, stages = ourStages, flags = {} }) {
  return asArguments({
    kubeconfig,
    config: stages,
    'manage-all-nodes': 'true',
    'node-lease-duration-seconds': '40',
    'server-address': `127.0.0.1:${port}`,
    ...flags,
  });
}
