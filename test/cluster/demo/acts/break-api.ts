/** Story l: an aggregated API and a webhook that nobody serves. */
import { applyManifests } from '../apply-manifests.ts';
import type { Demo } from '../demo.ts';

export async function breakApi({ cluster }: Demo): Promise<void> {
  await applyManifests(cluster, { files: ['broken-api'] });
}
