import { isUtf8 } from 'node:buffer';
import { parseResourceLists } from '../../bundle/discovery.ts';
import { documentChunks } from '../../bundle/document-chunks.ts';
import type { FileEntry } from '../../bundle/entry.ts';
import { isDeeperThan } from '../../bundle/json-depth.ts';
import { MeasuredFile } from '../../bundle/measured-file.ts';
import { arrayField, isJsonObject, objectField, stringField } from '../../records/json-fields.ts';
import type { RecordBatch } from '../../records/record.ts';
import { parseYaml } from '../objects/parse-yaml.ts';
import { type CollectError, failedGroups, parseErrors } from './errors.ts';
import type { TroubleshootPath } from './paths.ts';
import type { TroubleshootReading } from './troubleshoot-reading.ts';

/** What no rule knows is kept as it is. */
export async function* readDocumentFile(_reading: TroubleshootReading, file: FileEntry): AsyncGenerator<RecordBatch> {
  for await (const chunk of documentChunks(file.path, file.chunks())) yield [chunk];
}

/** A small file that says something about the capture. It is kept as a document too. */
export async function* readJsonFile(reading: TroubleshootReading, file: FileEntry, path: TroubleshootPath): AsyncGenerator<RecordBatch> {
  const bytes = await new MeasuredFile(file).whole(reading.limits.objectBytes);
  if (bytes === null) {
    reading.skipped('OBJECT_TOO_LARGE', file.path, `it has more than ${reading.limits.objectBytes} bytes (limit "objectBytes")`);
    return;
  }
  for await (const chunk of documentChunks(file.path, once(bytes))) yield [chunk];
  const document = bytes.length === 0 ? null : parsed(reading, file.path, bytes, path.holds === 'version');
  if (document !== null) learn(reading, path, document);
}

function learn(reading: TroubleshootReading, path: TroubleshootPath, document: unknown): void {
  switch (path.holds) {
    case 'version': {
      const version = stringField(objectField(document, 'spec'), 'versionNumber');
      reading.tool = version === undefined ? 'troubleshoot' : `troubleshoot ${version}`;
      return;
    }
    case 'clusterVersion':
      reading.serverVersion = objectField(document, 'info') ?? null;
      return;
    case 'resources':
      reading.served = Array.isArray(document) ? parseResourceLists(document) : parseResourceLists(arrayField(document, 'items'));
      return;
    case 'discoveryErrors':
      reading.failedGroups = failedGroups(Array.isArray(document) ? document : []);
      return;
    case 'collectorErrors':
      learnCollectorErrors(reading, document);
      return;
    case 'errors':
      learnErrors(reading.coverage.ofKind(path.kind).errors, parseErrors(document));
      return;
    case 'customResourceErrors':
      learnCustomResourceErrors(reading, parseErrors(document));
      return;
    default:
  }
}

function learnErrors(known: Map<string, CollectError>, errors: ReadonlyMap<string, CollectError>): void {
  for (const [namespace, error] of errors) known.set(namespace, error);
}

/** Keys are definitions, `DEFINITION/NAMESPACE`, or what failed before any was listed. */
function learnCustomResourceErrors(reading: TroubleshootReading, errors: ReadonlyMap<string, CollectError>): void {
  reading.coverage.customResourcesTried = true;
  for (const [key, error] of errors) {
    const definition = key.split('/')[0] ?? '';
    const isDefinition = /^[^ /.]+\.[^ /]+$/.test(definition);
    reading.coverage.ofDefinition(isDefinition ? definition : '').errors.set('', error);
  }
}

/** `{collector, error, timestamp}`, or a list of `{collector, reason, errors[], timestamp}`. */
function learnCollectorErrors(reading: TroubleshootReading, document: unknown): void {
  for (const row of Array.isArray(document) ? document : [document]) {
    if (!isJsonObject(row)) continue;
    const reasons = [stringField(row, 'error'), stringField(row, 'reason'), ...arrayField(row, 'errors')].filter(
      (text) => typeof text === 'string' && text !== '',
    );
    const message = `Collector ${stringField(row, 'collector') ?? '(unnamed)'}: ${reasons.join('; ') || 'it was skipped'}`;
    reading.problems.add({ severity: 'warning', code: 'COLLECTOR_FAILED', message });
  }
}

function parsed(reading: TroubleshootReading, path: string, bytes: Uint8Array, isYaml: boolean): unknown {
  const { limits } = reading;
  if (!isUtf8(bytes)) return unreadable(reading, path, 'it is not UTF-8 text');
  if (isDeeperThan(bytes, limits.jsonDepth)) return unreadable(reading, path, `it has more than ${limits.jsonDepth} levels`);
  const text = Buffer.from(bytes).toString('utf8');
  if (isYaml) {
    const yaml = parseYaml(text, limits);
    return 'fault' in yaml ? unreadable(reading, path, yaml.fault.message) : yaml.value;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    return unreadable(reading, path, error instanceof Error ? error.message : String(error));
  }
}

function unreadable(reading: TroubleshootReading, path: string, reason: string): null {
  reading.skipped('DOCUMENT_UNREADABLE', path, reason);
  return null;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
