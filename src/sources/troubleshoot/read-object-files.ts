import { CutError, type FileEntry } from '../../bundle/entry.ts';
import { MeasuredFile } from '../../bundle/measured-file.ts';
import { BatchBuilder } from '../../records/batch.ts';
import { objectField, stringField } from '../../records/json-fields.ts';
import type { ObjectRecord, RecordBatch } from '../../records/record.ts';
import { ObjectReader } from '../objects/object-reader.ts';
import type { ListHeader, Piece } from '../objects/pieces.ts';
import { readJson } from '../objects/read-json.ts';
import { readYaml } from '../objects/read-yaml.ts';
import type { DefaultsFor } from '../objects/to-objects.ts';
import type { KindCoverage } from './coverage.ts';
import { parseDefinition } from './definitions.ts';
import type { TroubleshootPath } from './paths.ts';
import { REDACTION_MARK, type TroubleshootReading } from './troubleshoot-reading.ts';

type ObjectsPath = TroubleshootPath & { holds: 'objects' };
type CustomResourcesPath = TroubleshootPath & { holds: 'customResources' };

/** A list of one kind, of one namespace or of the cluster. */
export async function* readObjectFile(
  reading: TroubleshootReading,
  file: FileEntry,
  { kind, namespace }: ObjectsPath,
): AsyncGenerator<RecordBatch> {
  const coverage = reading.coverage.ofKind(kind);
  const defaults: DefaultsFor = (item) => ({ kind: kind.kind, apiVersion: kind.apiVersion(item) });
  const pieces = readJson({ bytes: withoutNull(file), limits: reading.limits });
  yield* readPieces({ reading, path: file.path, pieces, coverage, namespace: namespace ?? '', defaults });
}

/** Go writes a list of nothing as `null`. */
async function* withoutNull(file: FileEntry): AsyncGenerator<Uint8Array> {
  for await (const chunk of file.chunks())
    yield file.size !== null && file.size < 8 && Buffer.from(chunk).toString().trim() === 'null' ? EMPTY_LIST : chunk;
}

const EMPTY_LIST = Buffer.from('[]');

/** A value that the redactor replaced begins with `*`, which in YAML is an alias. */
function quoteMarks(text: string): string {
  return text.replace(
    /^([^\n]*?(?:: |- ))(\*\*\*HIDDEN\*\*\*[^\n]*)$/gm,
    (_line, before: string, value: string) => before + JSON.stringify(value),
  );
}

/** A bare array of custom resources. YAML waits for its JSON. */
export async function* readCustomResources(
  reading: TroubleshootReading,
  file: FileEntry,
  path: CustomResourcesPath,
): AsyncGenerator<RecordBatch> {
  const { key, isYaml, definition, namespace } = path;
  // An empty file stands in nobody's way.
  const isEmpty = file.size === 0;
  if (isYaml && reading.copies.canHold(file.size)) {
    if (reading.copies.wasRead(key)) return;
    const bytes = await new MeasuredFile(file).whole(reading.limits.entryBytes);
    reading.copies.hold({ key, path: file.path, bytes: bytes ?? new Uint8Array() });
    return;
  }
  if (!isEmpty && !reading.copies.claim(key)) return;
  const coverage = reading.coverage.ofDefinition(definition);
  const { limits } = reading;
  const pieces = isYaml ? readYaml({ bytes: file.chunks(), limits, repair: quoteMarks }) : readJson({ bytes: file.chunks(), limits });
  yield* readPieces({ reading, path: file.path, pieces, coverage, namespace: namespace ?? '' });
}

/** The YAML copies whose JSON did not come. */
export async function* readHeldCopies(reading: TroubleshootReading, options: { readonly all: boolean }): AsyncGenerator<RecordBatch> {
  for (const { key, path, bytes } of reading.copies.release(options)) {
    const slash = key.indexOf('/');
    const coverage = reading.coverage.ofDefinition(key.slice(0, slash));
    const pieces = readYaml({ bytes: once(bytes), limits: reading.limits, repair: quoteMarks });
    yield* readPieces({ reading, path, pieces, coverage, namespace: key.slice(slash + 1) });
  }
}

interface PiecesInput {
  readonly reading: TroubleshootReading;
  readonly path: string;
  readonly pieces: AsyncIterable<Piece>;
  readonly coverage: KindCoverage;
  /** '' for cluster scope. */
  readonly namespace: string;
  readonly defaults?: DefaultsFor;
}

async function* readPieces(input: PiecesInput): AsyncGenerator<RecordBatch> {
  const { reading, path, pieces, coverage, namespace, defaults } = input;
  const { problems, limits } = reading;
  const faults = problems.count;
  const reader = new ObjectReader({
    entry: path,
    limits,
    problems,
    ...(defaults === undefined ? {} : { defaults }),
    onObject: (found) => learn(input, found),
  });
  const builder = new BatchBuilder();
  let list: ListHeader = {};
  let items = 0;
  let isCut = false;
  try {
    for await (const piece of pieces) {
      list = listOf(piece) ?? list;
      for (const record of reader.read(piece)) {
        items++;
        builder.push(record);
        if (builder.full) yield builder.take();
      }
    }
  } catch (error) {
    if (!(error instanceof CutError)) throw error;
    isCut = true;
    reading.listCut(path, error.message);
  }
  for (const record of reader.end()) builder.push(record);
  if (!builder.empty) yield builder.take();
  const whole = !isCut && problems.count === faults;
  if (whole && items === 0 && reader.lists === 0) {
    reading.skipped('EMPTY_FILE', path, 'it is empty');
    if (!coverage.errors.has(namespace)) coverage.errors.set(namespace, { outcome: 'failed', message: 'its file is empty' });
  } else coverage.files.set(namespace, { list, items, whole });
}

/** The list that a piece ends; `items: null` is Go's way to write one of nothing. */
function listOf(piece: Piece): ListHeader | null {
  if (piece.type === 'listEnd') return piece.list;
  const kind = piece.type === 'value' ? stringField(piece.value, 'kind') : undefined;
  return kind?.endsWith('List') === true ? { kind } : null;
}

/** What other parts of the bundle are understood by. */
function learn(
  { reading, coverage }: PiecesInput,
  found: { readonly apiVersion: string; readonly kind: string; readonly record: ObjectRecord },
): void {
  const { apiVersion, kind, record } = found;
  coverage.apiVersion ??= apiVersion;
  const name = stringField(objectField(record.value, 'metadata'), 'name');
  if (kind === 'Namespace' && name !== undefined) reading.namespaces.add(name);
  else if (kind === 'Pod') reading.pods.add(record.value);
  else if (kind === 'CustomResourceDefinition') {
    const definition = parseDefinition(record.value);
    if (definition !== null) reading.definitions.push(definition);
  }
  const isRedacted =
    record.raw === undefined ? JSON.stringify(record.value).includes(REDACTION_MARK) : Buffer.from(record.raw).includes(REDACTION_MARK);
  if (isRedacted) reading.redacted++;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
