import { existsSync, readFileSync } from 'node:fs';

/** The version in the nearest package.json above: one folder up from the sources, two from the compiled files. */
export function programVersion(): string {
  let folder = new URL('..', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) {
    const above = new URL('..', folder);
    if (above.href === folder.href) throw new Error('package.json of snapgraph is not where it was installed; install it again.');
    folder = above;
  }
  const { version }: { version?: unknown } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  return String(version);
}
