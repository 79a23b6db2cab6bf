import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds schema/store.sql: above this file, which runs from src/ or from somewhere in dist/. */
export function packageRoot(from: string = fileURLToPath(import.meta.url)): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'schema', 'store.sql'))) return folder;
    if (folder === dirname(folder)) {
      throw new Error(`schema/store.sql was not found above ${from}: the installation is incomplete; install snapgraph again.`);
    }
  }
}
