/** metrics.k8s.io: measured on each call, so kept as a document, one object a line. Source: k8s.io/metrics, NodeMetrics and PodMetrics. */
import type { DocumentChunk, ResourceOutcome } from '../../../records/record.ts';
import { type ApiResource, groupVersionPath } from '../discovery/api-resource.ts';
import type { ApiServer } from '../http/api-server.ts';
import type { Answer } from '../http/exchange.ts';
import { ApiFault } from '../http/fault.ts';
import { excludedOutcome, failedOutcome } from '../lists/list-outcome.ts';
import { PageItems } from '../lists/page-items.ts';
import { readPage } from '../lists/read-page.ts';
import { documentChunks } from './read-document.ts';

const GROUP = 'metrics.k8s.io';

export function isMeasurement({ group }: ApiResource): boolean {
  return group === GROUP;
}

/** More than that is no measurement. */
const MOST_BYTES = 64 * 2 ** 20;

export interface Measured {
  readonly documents: readonly DocumentChunk[];
  readonly rows: readonly ResourceOutcome[];
}

/** What its rows say: that they are no objects of the bundle, or why there is no measurement. One request, or one a namespace that is asked for. */
export async function readMeasurements(options: {
  readonly server: ApiServer;
  readonly resource: ApiResource;
  readonly namespaces: readonly string[];
  readonly temporaryPath: () => string;
}): Promise<Measured> {
  const { server, resource, namespaces, temporaryPath } = options;
  const name = `metrics/${resource.resource}.ndjson`;
  const scopes = resource.namespaced && namespaces.length > 0 ? namespaces : [null];
  const lines: Uint8Array[] = [];
  const rows: ResourceOutcome[] = [];
  for (const namespace of scopes) {
    const path = `${groupVersionPath(resource)}/${namespace === null ? '' : `namespaces/${namespace}/`}${resource.resource}`;
    try {
      lines.push(await server.read({ path }, (answer) => readLines({ answer, resource, temporaryPath })));
      rows.push({ ...excludedOutcome(resource, `measured on each call: kept as ${name}`), namespace });
    } catch (error) {
      rows.push(failedOutcome({ resource, namespace, error }));
    }
  }
  const bytes = Buffer.concat(lines);
  const documents = bytes.length === 0 ? [] : documentChunks({ name, bytes, entry: groupVersionPath(resource) });
  return { documents, rows };
}

async function readLines(options: {
  readonly answer: Answer;
  readonly resource: ApiResource;
  readonly temporaryPath: () => string;
}): Promise<Uint8Array> {
  const { answer, resource, temporaryPath } = options;
  const items = new PageItems(temporaryPath());
  try {
    await readPage({ answer, resource, items });
    if (items.bytes > MOST_BYTES) throw new ApiFault({ outcome: 'failed', message: `more than ${MOST_BYTES} bytes of measurements` });
    const lines: Uint8Array[] = [];
    for await (const batch of items.batches()) for (const item of batch) lines.push(item, NEWLINE);
    return Buffer.concat(lines);
  } finally {
    await items.dispose();
  }
}

const NEWLINE = Buffer.from('\n');
