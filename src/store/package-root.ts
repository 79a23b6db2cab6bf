import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds schema/store.sql: two or three levels up, as this runs from src/ or from dist/src/. */
export function packageRoot(from: string = fileURLToPath(import.meta.url)): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'schema', 'store.sql'))) return folder;
    if (folder === dirname(folder)) {
      throw new Error(`schema/store.sql was not found above ${from}: the installation is incomplete; install snapgraph again.`);
    }
  }
}
