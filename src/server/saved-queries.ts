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

/** What the playground shows first. */
const opening = 'service-to-nodes';

/** That one first, the others by name. */
export function savedQueries(): SavedQuery[] {
  const folder = join(packageRoot(), 'schema', 'queries');
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  const names = files.map((file) => file.slice(0, -'.graphql'.length)).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return names.map((name) => {
    const query = readFileSync(join(folder, `${name}.graphql`), 'utf8');
    return { name, says: /^#\s*(.*)$/m.exec(query)?.[1] ?? '', query };
  });
}

function rank(name: string): number {
  return name === opening ? 0 : 1;
}
