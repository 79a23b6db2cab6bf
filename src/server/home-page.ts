/** The page at `/`: one row a snapshot. All that comes from a capture is escaped. */
import type { Snapshot, SnapshotInfo } from '../store/reader.ts';
import { mark, markUrl } from './mark.ts';
import { snapshotPath } from './routes.ts';

export function homePage(snapshots: readonly Snapshot[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Snapgraph</title>
<link rel="icon" href="${markUrl}">
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 60rem; margin: 3rem auto; padding: 0 1rem }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; padding: .4rem 1rem .4rem 0; border-bottom: 1px solid #8884; vertical-align: top }
  h1 svg { vertical-align: -.3rem }
  .warning { color: #b45309 }
</style>
<h1>${mark} Snapgraph</h1>
<p>Each address opens a playground in a browser, and takes GraphQL queries as POST.</p>
<table>
<tr><th>Snapshot</th><th>Captured</th><th>Objects</th><th>Address</th></tr>
${snapshots.map(({ info }) => row(info)).join('\n')}
</table>
<p><a href="/graphql">/graphql</a> asks one of them, the newest unless the server was told another, and all that a query names; <a href="/healthz">/healthz</a> says that the server runs.</p>
</html>
`;
}

function row(info: SnapshotInfo): string {
  const path = escapeHtml(snapshotPath(info.id));
  const captured = info.capturedTo === null ? 'unknown' : new Date(info.capturedTo).toISOString();
  const brokenOff = info.finished ? '' : ' <span class="warning">broken off</span>';
  return `<tr><td>${escapeHtml(info.name)}<br><small>${escapeHtml(info.id)}</small></td><td>${captured}${brokenOff}</td><td>${info.objects}</td><td><a href="${path}">${path}</a></td></tr>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
