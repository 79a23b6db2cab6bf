/** The queries that come with Snapgraph: files of schema/queries, which the playground opens with and `query --saved` runs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../store/package-root.ts';

export interface SavedQuery {
  /** The file's name without `.graphql`. */
  readonly name: string;
  /** Its first comment: what it answers. */
  readonly says: string;
  readonly query: string;
}

/** By name. */
export function savedQueries(): SavedQuery[] {
  const folder = join(packageRoot(), 'schema', 'queries');
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => {
    const query = readFileSync(join(folder, file), 'utf8');
    return { name: file.slice(0, -'.graphql'.length), says: /^#\s*(.*)$/m.exec(query)?.[1] ?? '', query };
  });
}
