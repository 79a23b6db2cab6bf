/** The logs of a Pod's containers in one file, each between two marks. Source: kubectl, pkg/cmd/clusterinfo/clusterinfo_dump.go. */
import { splitChunks } from '../../records/chunks.ts';
import type { LogChunk } from '../../records/record.ts';
import { logOutcome } from '../troubleshoot/errors.ts';

const START = /^==== START logs for container (\S+) of pod \S+ ====$/;
const FAILED = /^Request log error: (.*)$/s;

export interface SectionsOf {
  readonly text: string;
  readonly path: string;
  readonly namespace: string;
  readonly pod: string;
}

/** Each container once; of a log that could not be read only why. */
export function logSections(options: SectionsOf): LogChunk[] {
  const { text, path, namespace, pod } = options;
  const sections = new Map<string, string[]>();
  let open: { readonly container: string; readonly lines: string[] } | null = null;
  for (const line of text.split('\n')) {
    const container = START.exec(line)?.[1];
    if (container !== undefined && open === null) {
      open = { container, lines: [] };
      if (!sections.has(container)) sections.set(container, open.lines);
    } else if (open !== null && line === `==== END logs for container ${open.container} of pod ${namespace}/${pod} ====`) open = null;
    else open?.lines.push(line);
  }
  return [...sections].flatMap(([container, lines]) => {
    const of = { type: 'log' as const, snapshot: 0, namespace, pod, container, previous: false, origin: { entry: path } };
    const message = FAILED.exec(lines.join('\n').trim())?.[1];
    if (message !== undefined)
      return [{ ...of, part: 0, last: true, chunk: new Uint8Array(), outcome: logOutcome(message), message: message.slice(0, 1000) }];
    const written = lines.join('\n');
    const chunks = splitChunks(Buffer.from(written === '' || written.endsWith('\n') ? written : `${written}\n`));
    return chunks.map((chunk, index): LogChunk => ({ ...of, part: index + 1, last: index === chunks.length - 1, chunk }));
  });
}
