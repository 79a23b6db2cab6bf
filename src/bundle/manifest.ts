import { parseTime } from '../kube/time.ts';
import { arrayField, booleanField, isJsonObject, numberField, objectField, optional, stringField } from '../records/json-fields.ts';
import type {
  CaptureOutcome,
  DocumentChunk,
  JsonObject,
  LogChunk,
  LogOutcome,
  Problem,
  ProblemSeverity,
  ResourceOutcome,
} from '../records/record.ts';
import { mediaTypeOf, nodeDocumentName } from './layout.ts';

const MANIFEST = 'manifest.json';
const NOTHING = new Uint8Array();
const OUTCOMES: ReadonlySet<string> = new Set<CaptureOutcome>([
  'ok',
  'denied',
  'timeout',
  'not_served',
  'unavailable',
  'partial',
  'excluded',
  'cancelled',
  'failed',
]);
const SEVERITIES: ReadonlySet<string> = new Set<ProblemSeverity>(['info', 'warning', 'error']);

export interface ManifestEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** manifest.json, read. Rows that are not of the right shape are left out. */
export interface Manifest {
  readonly formatVersion: string | undefined;
  readonly finished: boolean;
  readonly complete: boolean;
  readonly reason: string | null;
  readonly end: number | null;
  readonly outcomes: readonly ResourceOutcome[];
  readonly logs: readonly LogChunk[];
  readonly nodes: readonly DocumentChunk[];
  readonly problems: readonly Problem[];
  readonly entries: readonly ManifestEntry[];
  readonly redactions: JsonObject | null;
  /** What was learnt after snapshot.json had been written: the same fields. */
  readonly snapshot: JsonObject | null;
}

export function parseManifest(document: unknown): Manifest {
  return {
    formatVersion: stringField(document, 'formatVersion'),
    finished: booleanField(document, 'finished') ?? false,
    complete: booleanField(document, 'complete') ?? false,
    reason: stringField(document, 'reason') ?? null,
    end: parseTime(stringField(document, 'end')),
    outcomes: arrayField(document, 'outcomes').flatMap(toOutcome),
    logs: arrayField(document, 'logs').flatMap(toLog),
    nodes: arrayField(document, 'nodes').flatMap(toNode),
    problems: arrayField(document, 'problems').flatMap(toProblem),
    entries: arrayField(document, 'entries').flatMap(toEntry),
    redactions: objectField(document, 'redactions') ?? null,
    snapshot: objectField(document, 'snapshot') ?? null,
  };
}

function toOutcome(row: unknown): ResourceOutcome[] {
  const version = stringField(row, 'version');
  const resource = stringField(row, 'resource');
  if (version === undefined || resource === undefined) return [];
  return [
    {
      type: 'resource',
      snapshot: 0,
      group: stringField(row, 'group') ?? '',
      version,
      resource,
      namespace: stringField(row, 'namespace') ?? null,
      ...optional('kind', stringField(row, 'kind')),
      ...optional('namespaced', booleanField(row, 'namespaced')),
      ...optional('items', numberField(row, 'items')),
      ...optional('resourceVersion', stringField(row, 'resourceVersion')),
      ...optional('listedFrom', parseTime(stringField(row, 'listedFrom'))),
      ...optional('listedTo', parseTime(stringField(row, 'listedTo'))),
      ...readingOf(row, OUTCOMES),
      outcome: knownOutcome(row),
    },
  ];
}

function toLog(row: unknown): LogChunk[] {
  const namespace = stringField(row, 'namespace');
  const pod = stringField(row, 'pod');
  const container = stringField(row, 'container');
  if (namespace === undefined || pod === undefined || container === undefined) return [];
  const outcome: LogOutcome = stringField(row, 'outcome') === 'not_started' ? 'not_started' : knownOutcome(row);
  const truncated = booleanField(row, 'truncated');
  const previous = booleanField(row, 'previous') ?? false;
  const named = { type: 'log' as const, snapshot: 0, namespace, pod, container, previous };
  return [
    {
      ...named,
      part: 0,
      last: true,
      chunk: NOTHING,
      origin: { entry: MANIFEST },
      ...readingOf(row, LOG_OUTCOMES),
      outcome,
      ...optional('truncated', truncated),
    },
  ];
}

function toNode(row: unknown): DocumentChunk[] {
  const node = stringField(row, 'node');
  const path = stringField(row, 'path');
  if (node === undefined || path === undefined) return [];
  const name = nodeDocumentName(node, path);
  const named = { type: 'document' as const, snapshot: 0, name, mediaType: mediaTypeOf(name) };
  return [
    { ...named, part: 0, last: true, chunk: NOTHING, origin: { entry: MANIFEST }, ...readingOf(row, OUTCOMES), outcome: knownOutcome(row) },
  ];
}

/** `httpStatus` and `message`; an outcome of a newer format is told in the message, and counts as failed. */
function readingOf(row: unknown, known: ReadonlySet<string>): { httpStatus?: number; message?: string } {
  const written = stringField(row, 'outcome') ?? '';
  const message = stringField(row, 'message');
  const told = known.has(written) ? message : [`unknown outcome "${written}"`, message].filter((text) => text !== undefined).join(': ');
  return { ...optional('httpStatus', numberField(row, 'httpStatus')), ...optional('message', told) };
}

function knownOutcome(row: unknown): CaptureOutcome {
  const outcome = stringField(row, 'outcome') ?? '';
  return OUTCOMES.has(outcome) ? (outcome as CaptureOutcome) : 'failed';
}

/** Of a problem only the message must be there; what else the writer tells about it goes before the message. */
function toProblem(row: unknown): Problem[] {
  const message = stringField(row, 'message');
  if (message === undefined) return [];
  const severity = stringField(row, 'severity') ?? 'warning';
  const httpStatus = numberField(row, 'httpStatus');
  const about = [stringField(row, 'scope'), stringField(row, 'groupVersion')].filter((text) => text !== undefined).join(' ');
  const origin = objectField(row, 'origin');
  const object = objectField(row, 'object');
  return [
    {
      type: 'problem',
      snapshot: 0,
      severity: SEVERITIES.has(severity) ? (severity as ProblemSeverity) : 'warning',
      code: stringField(row, 'code') ?? 'CAPTURE_PROBLEM',
      message: `${about === '' ? '' : `${about}: `}${message}${httpStatus === undefined ? '' : ` (HTTP ${httpStatus})`}`,
      origin: {
        entry: stringField(origin, 'entry') ?? MANIFEST,
        ...optional('line', numberField(origin, 'line')),
        ...optional('byte', numberField(origin, 'byte')),
      },
      ...(object === undefined ? {} : { object: stringsOf(object) }),
    },
  ];
}

function stringsOf(object: JsonObject): NonNullable<Problem['object']> {
  return {
    ...optional('apiVersion', stringField(object, 'apiVersion')),
    ...optional('kind', stringField(object, 'kind')),
    ...optional('namespace', stringField(object, 'namespace')),
    ...optional('name', stringField(object, 'name')),
  };
}

function toEntry(row: unknown): ManifestEntry[] {
  const path = stringField(row, 'path');
  const bytes = numberField(row, 'bytes');
  const sha256 = stringField(row, 'sha256');
  return isJsonObject(row) && path !== undefined && bytes !== undefined && sha256 !== undefined
    ? [{ path, bytes, sha256: sha256.toLowerCase() }]
    : [];
}

const LOG_OUTCOMES: ReadonlySet<string> = new Set([...OUTCOMES, 'not_started']);
