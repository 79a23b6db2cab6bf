/** Once a run, not once a file. */
import { isBuilt } from '../../scripts/cluster/index.mjs';

export default function sayIfNotBuilt(): void {
  if (isBuilt()) return;
  console.warn('The tests against a real API server are left out: npm run cluster:build makes it (needs Go 1.26).');
}
