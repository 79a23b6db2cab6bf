import { isUtf8 } from 'node:buffer';
import type { RecordBatch } from '../records/record.ts';
import type { BundleReading } from './bundle-reading.ts';
import { parseDiscovery } from './discovery.ts';
import { documentChunks } from './document-chunks.ts';
import type { FileEntry } from './entry.ts';
import { isDeeperThan } from './json-depth.ts';
import { parseManifest } from './manifest.ts';
import { MeasuredFile } from './measured-file.ts';
import { refuseNewer, toSnapshotStart } from './snapshot-start.ts';

/** A manifest of a million entries has about 150 MiB. */
const JSON_DOCUMENT_BYTES = 256 * 2 ** 20;

/** Anything that is not ours to understand, part by part. */
export async function* readDocument(reading: BundleReading, file: FileEntry): AsyncGenerator<RecordBatch> {
  const measured = new MeasuredFile(file);
  for await (const chunk of documentChunks(file.path, measured.chunks())) yield [chunk];
  reading.measured(measured);
}

/** snapshot.json, discovery.json, manifest.json. Discovery is kept as a document too: it says more than the records do. */
export async function* readJsonDocument(
  reading: BundleReading,
  file: FileEntry,
  holds: 'snapshot' | 'discovery' | 'manifest',
): AsyncGenerator<RecordBatch> {
  const measured = new MeasuredFile(file);
  const bytes = await measured.whole(JSON_DOCUMENT_BYTES);
  if (bytes !== null) reading.measured(measured);
  const document = parsed(reading, file.path, bytes);
  if (holds === 'discovery' && bytes !== null) for await (const chunk of documentChunks(file.path, once(bytes))) yield [chunk];
  if (document === null) return;
  if (holds === 'snapshot') {
    reading.start = toSnapshotStart(document, reading.name);
    yield [reading.start];
  } else if (holds === 'discovery') {
    reading.discovery = parseDiscovery(document);
  } else {
    const manifest = parseManifest(document);
    refuseNewer(manifest.formatVersion, reading.name);
    reading.manifest = manifest;
  }
}

function parsed(reading: BundleReading, path: string, bytes: Uint8Array | null): unknown {
  const fault = bytes === null ? `it has more than ${JSON_DOCUMENT_BYTES} bytes` : faultOf(bytes, reading.limits.jsonDepth);
  if (bytes !== null && fault === null) {
    try {
      return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
    } catch (error) {
      unreadable(reading, path, error instanceof Error ? error.message : String(error));
      return null;
    }
  }
  unreadable(reading, path, fault ?? '');
  return null;
}

function faultOf(bytes: Uint8Array, depth: number): string | null {
  if (!isUtf8(bytes)) return 'it is not UTF-8 text';
  return isDeeperThan(bytes, depth) ? `it has more than ${depth} levels` : null;
}

function unreadable(reading: BundleReading, path: string, reason: string): void {
  reading.problems.add({
    severity: 'error',
    code: 'DOCUMENT_UNREADABLE',
    message: `${path} cannot be read: ${reason}.`,
    origin: { entry: path },
  });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
