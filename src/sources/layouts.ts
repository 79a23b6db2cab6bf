import type { Layout } from './layout.ts';
import { clusterInfoDumpLayout } from './layouts/cluster-info-dump.ts';
import { crustGatherLayout } from './layouts/crust-gather.ts';
import { kubectlGatherLayout } from './layouts/kubectl-gather.ts';
import { mustGatherLayout } from './layouts/must-gather.ts';
import { objectsLayout } from './layouts/objects.ts';
import { rancherLayout } from './layouts/rancher.ts';
import { snapgraphLayout } from './layouts/snapgraph.ts';
import { sonobuoyLayout } from './layouts/sonobuoy.ts';
import { troubleshootLayout } from './layouts/troubleshoot.ts';
import { veleroLayout } from './layouts/velero.ts';

/** Layouts that know themselves by an entry; the first in this order that does is taken. */
export const LAYOUTS: readonly Layout[] = [
  snapgraphLayout,
  troubleshootLayout,
  mustGatherLayout,
  crustGatherLayout,
  kubectlGatherLayout,
  rancherLayout,
  clusterInfoDumpLayout,
  sonobuoyLayout,
  veleroLayout,
];

/** Taken where none of the others knows an entry. */
export const FALLBACK_LAYOUT: Layout = objectsLayout;
