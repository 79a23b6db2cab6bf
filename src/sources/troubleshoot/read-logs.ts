import { documentChunks } from '../../bundle/document-chunks.ts';
import type { FileEntry } from '../../bundle/entry.ts';
import { LogJoiner } from '../../bundle/log-joiner.ts';
import { MeasuredFile } from '../../bundle/measured-file.ts';
import { wholeOrStream } from '../../bundle/whole-or-stream.ts';
import { splitChunks } from '../../records/chunks.ts';
import type { LogChunk, RecordBatch } from '../../records/record.ts';
import { logOutcome } from './errors.ts';
import type { TroubleshootPath } from './paths.ts';
import type { TroubleshootReading } from './troubleshoot-reading.ts';

type LogPath = TroubleshootPath & { holds: 'log' };
type LogErrorPath = TroubleshootPath & { holds: 'logError' };
type JoinedLogPath = TroubleshootPath & { holds: 'joinedLog' };

/** An error message is short; of a longer one the rest says nothing. */
const MESSAGE_BYTES = 64 * 1024;
/** Logs that wait for their pods may hold so many bytes together; the rest is skipped. */
const WAITING_BYTES = 32 * 2 ** 20;
const NOTHING = new Uint8Array();

export async function* readLog(_reading: TroubleshootReading, file: FileEntry, log: LogPath): AsyncGenerator<RecordBatch> {
  const joiner = new LogJoiner();
  for await (const chunk of wholeOrStream(file.chunks())) yield joiner.push(log, chunk, { entry: file.path });
  yield joiner.flush();
}

/** `CONTAINER-logs-errors.log`: why there is no log. */
export async function* readLogError(_reading: TroubleshootReading, file: FileEntry, path: LogErrorPath): AsyncGenerator<RecordBatch> {
  const bytes = await new MeasuredFile(file).whole(MESSAGE_BYTES);
  const message =
    Buffer.from(bytes ?? NOTHING)
      .toString('utf8')
      .trim() || 'the log could not be read';
  const { namespace, pod, container } = path;
  const origin = { entry: file.path };
  yield [
    {
      type: 'log',
      snapshot: 0,
      namespace,
      pod,
      container,
      previous: false,
      part: 0,
      last: true,
      chunk: NOTHING,
      origin,
      outcome: logOutcome(message),
      message,
    },
  ];
}

/** `POD-CONTAINER.log`, of the earliest bundles: which part is the pod is known when the pods are. */
export async function* readJoinedLog(
  reading: TroubleshootReading,
  file: FileEntry,
  { namespace, name }: JoinedLogPath,
): AsyncGenerator<RecordBatch> {
  const held = reading.waitingLogs.reduce((sum, log) => sum + log.chunks.reduce((bytes, chunk) => bytes + chunk.length, 0), 0);
  const bytes = await new MeasuredFile(file).whole(WAITING_BYTES - held);
  if (bytes === null)
    reading.skipped(
      'LOG_UNNAMED',
      file.path,
      'its name does not tell the pod from the container, and too many such logs wait for their pods',
    );
  else reading.waitingLogs.push({ namespace, name, path: file.path, chunks: splitChunks(bytes) });
}

export async function* readWaitingLogs(reading: TroubleshootReading): AsyncGenerator<RecordBatch> {
  for (const { namespace, name, path, chunks } of reading.waitingLogs) {
    const previous = name.endsWith('-previous');
    const names = reading.pods.split(namespace, previous ? name.slice(0, -'-previous'.length) : name);
    if (names !== null)
      yield chunks.map((chunk, index) =>
        toLog({ ...names, namespace, previous, path, chunk, part: index + 1, last: index === chunks.length - 1 }),
      );
    else for await (const document of documentChunks(path, each(chunks))) yield [document];
  }
}

function toLog(
  options: Pick<LogChunk, 'namespace' | 'pod' | 'container' | 'previous' | 'chunk' | 'part' | 'last'> & { readonly path: string },
): LogChunk {
  const { path, ...log } = options;
  return { type: 'log', snapshot: 0, ...log, origin: { entry: path } };
}

async function* each(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
