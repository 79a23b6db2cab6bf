import type { DocumentChunk, ResourceOutcome } from '../../../records/record.ts';
import { documentChunks } from '../documents/read-document.ts';
import type { Discovery } from './discover.ts';
import type { GroupVersion } from './group-version.ts';

/** discovery.json of a bundle (docs/bundle.md). */
export function discoveryDocument({ document }: Discovery): DocumentChunk[] {
  return documentChunks({ name: 'discovery.json', bytes: Buffer.from(`${JSON.stringify(document)}\n`), entry: '/apis' });
}

/** The same row once it answers, or is served no more. */
export function answeredOutcome(of: GroupVersion): ResourceOutcome {
  const { httpStatus: _failed, ...row } = unansweredOutcome(of);
  return { ...row, outcome: 'excluded', message: 'it did not answer for a while; what it serves has rows of its own' };
}

/** The row of a group and version that did not answer: for all of its resources. */
export function unansweredOutcome({ group, version, failure }: GroupVersion): ResourceOutcome {
  return {
    type: 'resource',
    snapshot: 0,
    group,
    version,
    resource: '*',
    kind: '*',
    namespace: null,
    outcome: failure?.outcome ?? 'failed',
    ...(failure?.httpStatus === undefined ? {} : { httpStatus: failure.httpStatus }),
    message: failure?.message ?? 'it did not answer',
  };
}
