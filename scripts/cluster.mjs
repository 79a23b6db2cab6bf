/** `node scripts/cluster.mjs build|up|down`: a real Kubernetes control plane for tests and benchmarks (npm run cluster:build, cluster:up, cluster:down). */
import { requireNode } from './require-node.mjs';

if (requireNode()) import('./cluster/main.mjs').then(({ runCluster }) => runCluster(process.argv.slice(2)));
