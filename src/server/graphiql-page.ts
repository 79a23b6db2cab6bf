/** GraphiQL as one page that loads nothing from outside: built when it is first asked for, kept compressed. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { mark, markUrl } from './mark.ts';

export interface GraphiqlPage {
  readonly html: string;
  readonly gzipped: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly contentSecurityPolicy: string;
}

export interface GraphiqlTab {
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
}

/** The same page serves every endpoint: it sends its queries to the path it was loaded from. */
export async function buildGraphiqlPage(tabs: readonly GraphiqlTab[]): Promise<GraphiqlPage> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({
    title: 'Snapgraph',
    logo: mark,
    favicon: markUrl,
    defaultTabs: [...tabs],
    defaultEditorToolsVisibility: false,
  });
  const zipped = await promisify(gzip)(html, { level: 9 });
  return {
    html,
    gzipped: new Uint8Array(zipped),
    etag: `"${createHash('sha256').update(html).digest('base64url')}"`,
    contentSecurityPolicy: contentSecurityPolicy(html),
  };
}

/** Lets exactly the page's own script run; its workers are blobs that it makes itself, and its editor sets styles as it goes. */
function contentSecurityPolicy(html: string): string {
  const hashes = scriptsOf(html).map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(' ')} blob:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The texts between script tags, as a browser cuts them: up to the first end tag. */
function scriptsOf(html: string): string[] {
  const scripts: string[] = [];
  let from = html.indexOf('<script>');
  while (from >= 0) {
    const start = from + '<script>'.length;
    const end = html.indexOf('</script', start);
    scripts.push(html.slice(start, end < 0 ? undefined : end));
    from = end < 0 ? -1 : html.indexOf('<script>', end);
  }
  return scripts;
}
