/** The pages that people read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Page {
  /** From the project's folder: `docs/cli.md`. */
  readonly path: string;
  readonly text: string;
}

export const projectRoot: string = fileURLToPath(new URL('../..', import.meta.url));

export const pages: readonly Page[] = [...pagesIn('.'), ...pagesIn('docs'), ...pagesIn('fixtures'), ...pagesIn('bench')];

/** @throws Error where there is no such page. */
export function page(path: string): Page {
  const found = pages.find((candidate) => candidate.path === path);
  if (found === undefined) throw new Error(`There is no page ${path}.`);
  return found;
}

function pagesIn(folder: string): Page[] {
  if (!existsSync(projectRoot + folder)) return [];
  const names = readdirSync(projectRoot + folder).filter((name) => name.endsWith('.md'));
  return names.map((name) => {
    const path = folder === '.' ? name : `${folder}/${name}`;
    return { path, text: readFileSync(projectRoot + path, 'utf8') };
  });
}
