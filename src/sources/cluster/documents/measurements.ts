/** metrics.k8s.io: measured on each call, so kept as a document, one object a line. Source: k8s.io/metrics, NodeMetrics and PodMetrics. */
import type { DocumentChunk } from '../../../records/record.ts';
import { type ApiResource, groupVersionPath } from '../discovery/api-resource.ts';
import type { ApiServer } from '../http/api-server.ts';
import { PageItems } from '../lists/page-items.ts';
import { readPage } from '../lists/read-page.ts';
import { documentChunks, failedDocument } from './read-document.ts';

const GROUP = 'metrics.k8s.io';

export function isMeasurement({ group }: ApiResource): boolean {
  return group === GROUP;
}

export async function readMeasurements(options: {
  readonly server: ApiServer;
  readonly resource: ApiResource;
  readonly temporaryPath: () => string;
}): Promise<readonly DocumentChunk[]> {
  const { server, resource, temporaryPath } = options;
  const path = `${groupVersionPath(resource)}/${resource.resource}`;
  const name = `metrics/${resource.resource}.ndjson`;
  try {
    const bytes = await server.read({ path }, async (answer) => {
      const items = new PageItems(temporaryPath());
      try {
        await readPage({ answer, resource, items });
        return await joinedLines(items);
      } finally {
        await items.dispose();
      }
    });
    return documentChunks({ name, bytes, entry: path });
  } catch (error) {
    return [failedDocument({ name, error, entry: path })];
  }
}

async function joinedLines(items: PageItems): Promise<Uint8Array> {
  const lines: Uint8Array[] = [];
  for await (const batch of items.batches()) for (const item of batch) lines.push(item, NEWLINE);
  return Buffer.concat(lines);
}

const NEWLINE = Buffer.from('\n');
