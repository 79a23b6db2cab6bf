import { type Layout, type Recognised, rootBefore, type Sample } from '../layout.ts';
import { parsePath } from '../troubleshoot/paths.ts';
import { readTroubleshoot } from '../troubleshoot/read-troubleshoot.ts';

/** Bundles of 2021 and before have no version.yaml, and a cut one may have lost it. The folder's name alone says nothing: people keep manifests in one, too. */
const COLLECTED = /^((?:[^/]+\/){0,5}?)(?:cluster-resources\/|cluster-info\/cluster_version\.json$)/;

export const troubleshootLayout: Layout = {
  format: 'troubleshoot',
  recognise: (sample) => byVersionFile(sample) ?? byCollected(sample),
  records: readTroubleshoot,
};

function byVersionFile({ path, head }: Sample): Recognised | null {
  const root = rootBefore(path, 'version.yaml');
  return root !== null && Buffer.from(head).includes('troubleshoot.sh/') ? { root, reason: `it holds ${path} of troubleshoot.sh` } : null;
}

function byCollected({ path }: Sample): Recognised | null {
  const root = COLLECTED.exec(path)?.[1];
  return root === undefined || parsePath(path.slice(root.length)).holds === 'document'
    ? null
    : { root, reason: `it holds ${path}, as troubleshoot.sh writes it` };
}
