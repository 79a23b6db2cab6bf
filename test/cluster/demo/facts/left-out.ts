/** Facts of the truth files that a capture of another play of the demo need not yield, and why. */
export interface LeftOut {
  /** Dotted path in the truth file; all below it, where `parts` says nothing else. */
  readonly section: string;
  /** What of the section is left out, as paths. */
  readonly parts?: readonly string[];
  readonly why: string;
}

const COUNTS_EVENTS = 'counts Events, and how many there are depends on the moment; the objects are compared by name instead';
const PLACES = 'depends on which pods the scheduler happened to put on one node';

export const LEFT_OUT: readonly LeftOut[] = [
  { section: 'bundle.file', why: 'the name of the file' },
  { section: 'bundle.entries', why: 'how a writer cuts objects and logs into entries is its own affair' },
  { section: 'objects.lines', why: COUNTS_EVENTS },
  { section: 'objects.distinct', why: COUNTS_EVENTS },
  { section: 'objects.withUid', why: COUNTS_EVENTS },
  { section: 'objects.byNamespace', why: COUNTS_EVENTS },
  { section: 'objects.byKind', parts: ['core/Event'], why: COUNTS_EVENTS },
  { section: 'events', why: COUNTS_EVENTS },
  { section: 'endpointSlices.nodeName', parts: ['pairs'], why: PLACES },
  { section: 'chainServiceSlicePodNode.distinctServiceNode', why: PLACES },
  { section: 'podDisruptionBudgets.pairs', why: 'the sum of podDisruptionBudgets.each, which is compared' },
  { section: 'networkPolicies.pairs', why: 'the sum of networkPolicies.each, which is compared' },
  { section: 'deletion.terminating', parts: ['[].deletionTimestamp'], why: 'the moment' },
];

/** What of a section is left out, as paths below it. */
export function partsLeftOut(section: string): readonly string[] {
  return LEFT_OUT.filter((row) => row.section === section).flatMap(({ parts = [] }) => parts);
}

/** True where nothing of the path is compared. */
export function isLeftOut(path: string): boolean {
  return LEFT_OUT.some(({ section, parts }) => parts === undefined && (path === section || path.startsWith(`${section}.`)));
}
