import { nodeDocumentName } from '../../../bundle/layout.ts';
import type { DocumentChunk } from '../../../records/record.ts';
import type { ApiServer } from '../http/api-server.ts';
import { ApiFault } from '../http/fault.ts';
import type { Kubelets } from '../logs/kubelets.ts';
import { failedDocument, readDocument } from './read-document.ts';

/** Below a node's proxy: what its kubelet says of itself. Source: kubelet, server.go; both need `get` on nodes/proxy. */
const PATHS: readonly string[] = ['stats/summary', 'metrics'];

/** One after the other: a kubelet that did not answer, for a log or for what came before, is not asked again. */
export async function* readNodeStatistics(options: {
  readonly server: ApiServer;
  readonly node: string;
  readonly kubelets: Kubelets;
}): AsyncGenerator<readonly DocumentChunk[]> {
  const { server, node, kubelets } = options;
  let silence = kubelets.silence(node);
  for (const path of PATHS) {
    const url = `/api/v1/nodes/${encodeURIComponent(node)}/proxy/${path}`;
    const name = nodeDocumentName(node, path);
    if (silence !== null) {
      yield [failedDocument({ name, error: new ApiFault({ outcome: 'unavailable', message: silence }), entry: url })];
      continue;
    }
    const chunks = await readDocument({ server, path: url, name, retry: 'connection' });
    const { outcome = 'ok', message } = chunks.at(-1) ?? {};
    if (SILENT.has(outcome)) silence = `not asked for: the kubelet of ${node} did not answer for ${path} (${message})`;
    yield chunks;
  }
}

/** A refusal is an answer. */
const SILENT: ReadonlySet<string> = new Set(['timeout', 'unavailable', 'failed']);
