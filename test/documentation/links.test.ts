/** Links between pages, and to files of the project, lead somewhere. */
import { existsSync, statSync } from 'node:fs';
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

function leadsSomewhere(from: Page, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const path = file === '' ? from.path : posix.join(posix.dirname(from.path), file);
  if (!existsSync(projectRoot + path)) return false;
  if (anchor === undefined || !path.endsWith('.md') || statSync(projectRoot + path).isDirectory()) return true;
  return sectionsOf(page(path).text).some(({ title }) => anchorOf(title) === anchor);
}
