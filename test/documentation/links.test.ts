/** Links between pages, to files of the project, and from the code to pages lead somewhere. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorOf, linksOf, sectionsOf } from './markdown.ts';
import { type Page, page, pages, projectRoot } from './pages.ts';

describe.each(pages)('$path', (from) => {
  test('its links lead somewhere', () => {
    const broken = linksOf(from.text).filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(from, link));
    expect(broken).toEqual([]);
  });
});

/** As in descriptions and help texts: `docs/relations.md`, or `docs/relations.md, What counts as dangling` up to the quote's end. */
test('the pages and headings that the code names are there', () => {
  const named = sourceFiles().flatMap((file) =>
    [...readFileSync(projectRoot + file, 'utf8').matchAll(/(docs\/[\w-]+\.md)(?:, ([A-Z][^'"`\n]*)['"`])?/g)].map(
      ([, path = '', title]) => ({
        file,
        path,
        title,
      }),
    ),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ path, title }) => !isThere(path, title))).toEqual([]);
});

function leadsSomewhere(from: Page, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const path = file === '' ? from.path : posix.join(posix.dirname(from.path), file);
  if (!existsSync(projectRoot + path)) return false;
  if (anchor === undefined || !path.endsWith('.md') || statSync(projectRoot + path).isDirectory()) return true;
  return sectionsOf(page(path).text).some(({ title }) => anchorOf(title) === anchor);
}

function isThere(path: string, title: string | undefined): boolean {
  const found = pages.find((candidate) => candidate.path === path);
  return found !== undefined && (title === undefined || sectionsOf(found.text).some((section) => section.title === title));
}

function sourceFiles(): string[] {
  return ['src', 'cli'].flatMap((folder) =>
    readdirSync(projectRoot + folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.ts$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
}
