import { join } from 'node:path';

/** Names of files that are made where a page does not fit in memory. */
export function temporaryPaths(folder: string): () => string {
  let count = 0;
  return () => join(folder, `.snapgraph-page-${process.pid}-${performance.now().toString(36).replace('.', '')}-${count++}`);
}
