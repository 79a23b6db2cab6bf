/** The thread that redacts: it is sent batches, and sends back what may leave, in order. */
import { parentPort, workerData } from 'node:worker_threads';
import { type RedactionSource, redactionOptions } from '../redaction-source.ts';
import { redactionStage } from '../redaction-stage.ts';
import { HandOver, type Message } from './hand-over.ts';

const port = parentPort;
if (port === null) throw new Error('redaction-thread runs as a worker thread only.');
const handOver = new HandOver(port);
port.on('message', (message: Message) => handOver.receive(message));
const stage = redactionStage(redactionOptions(workerData as RedactionSource));
try {
  await handOver.give(stage(handOver.take()));
} catch (error) {
  port.postMessage({ type: 'failed', message: error instanceof Error ? error.message : String(error) } satisfies Message);
}
// It is ended from outside: were it to end by itself, that could be heard before what it said last.
