/** Once a run, not once a file. */
import { hasCrds, isBuilt } from '../../scripts/cluster/index.mjs';

export default function sayIfNotBuilt(): void {
  if (!isBuilt()) console.warn('The tests against a real API server are left out: npm run cluster:build makes it (needs Go 1.26).');
  else if (!hasCrds()) console.warn('The tests of custom kinds are left out: npm run cluster:build fetches their CRDs (needs Go 1.26).');
}
