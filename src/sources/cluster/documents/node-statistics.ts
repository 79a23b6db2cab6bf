import { nodeDocumentName } from '../../../bundle/layout.ts';
import type { DocumentChunk } from '../../../records/record.ts';
import type { ApiServer } from '../http/api-server.ts';
import { readDocument } from './read-document.ts';

/** Below a node's proxy: what its kubelet says of itself. Source: kubelet, server.go; both need `get` on nodes/proxy. */
const PATHS: readonly string[] = ['stats/summary', 'metrics'];

/** One after the other: a kubelet in trouble is not asked twice at once. */
export async function* readNodeStatistics(server: ApiServer, node: string): AsyncGenerator<readonly DocumentChunk[]> {
  for (const path of PATHS) {
    const url = `/api/v1/nodes/${encodeURIComponent(node)}/proxy/${path}`;
    yield await readDocument({ server, path: url, name: nodeDocumentName(node, path), retry: 'connection' });
  }
}
