/** What of logs, statistics and other documents was not read, and which namespaces are none: in words, undefined where there is nothing to say. */
import { parseNodeDocumentName } from '../../src/bundle/layout.ts';
import { arrayAt } from '../../src/kube/safe.ts';
import { didYouMean } from '../../src/kube/suggest.ts';
import type { DocumentChunk, LogChunk } from '../../src/records/record.ts';
import type { Tally } from './tally.ts';

export function logsText(tally: Tally): string | undefined {
  const { logs } = tally;
  if (logs.length === 0) return undefined;
  const read = logs.filter(({ outcome }) => outcome === 'ok' || outcome === 'partial').length;
  const failed = failedLogs(tally);
  const not = failed.length === 0 ? '' : `, ${failed.length} not or not wholly${whyText(failed)}`;
  return `${read.toLocaleString('en')} read${not}`;
}

/** A container that never ran has no log to lose. */
export function failedLogs({ logs }: Tally): readonly LogChunk[] {
  return logs.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'not_started');
}

export function failedDocuments({ documents }: Tally): readonly DocumentChunk[] {
  return documents.filter(({ outcome }) => outcome !== 'ok');
}

export function statisticsText(tally: Tally): string | undefined {
  const nodes = new Set(tally.documents.flatMap((document) => nodeOf(document) ?? []));
  const failed = failedDocuments(tally).filter((document) => nodeOf(document) !== undefined);
  const without = new Set(failed.map(nodeOf)).size;
  return without === 0 ? undefined : `${without} of ${nodes.size} nodes not or not wholly read${whyText(failed)}`;
}

export function documentsText(tally: Tally): string | undefined {
  const failed = failedDocuments(tally).filter((document) => nodeOf(document) === undefined);
  const [first] = failed;
  if (first === undefined) return undefined;
  return `${failed.length} not read: ${first.name}${failed.length > 1 ? ' and others' : ''}${whyText(failed)}`;
}

/** Told only where all Namespaces came. */
export function namespacesText({ start, outcomes, namespaces }: Tally): string | undefined {
  const list = outcomes.find(({ group, resource }) => group === '' && resource === 'namespaces');
  const asked = arrayAt(start?.options, 'namespaces').map(String);
  const unknown = list?.outcome === 'ok' ? asked.filter((name) => !namespaces.includes(name)) : [];
  if (unknown.length === 0) return undefined;
  return unknown.map((name) => `Namespace "${name}" is not in the cluster.${didYouMean(name, namespaces)}`).join(' ');
}

function nodeOf({ name }: DocumentChunk): string | undefined {
  return parseNodeDocumentName(name)?.node;
}

function whyText([first]: readonly Pick<LogChunk, 'outcome' | 'message'>[]): string {
  return first === undefined
    ? ''
    : ` (${[first.outcome?.replace('_', ' '), first.message].filter((text) => text !== undefined).join(': ')})`;
}
