/** Findings about one and the same target, together: a Deployment, its ReplicaSets and its Pods that lack one Secret lack it once. */
import type { ObjectRow, Reader, ReferenceRow } from '../../store/reader.ts';
import { groupBy } from '../group-by.ts';
import { OWNER } from '../owner-chain.ts';
import type { DanglingReference } from './find.ts';
import { SEVERITIES, type Severity } from './row.ts';

export interface GroupedSource {
  readonly object: ObjectRow;
  readonly finding: DanglingReference;
  /** No other object of the group controls it. */
  readonly top: boolean;
}

/** Pointers of one relation to one target (and key) with one flaw. Severity and consequence are those of the worst. */
export interface DanglingGroup
  extends Pick<ReferenceRow, 'relation' | 'status' | 'key'>,
    Pick<DanglingReference, 'severity' | 'consequence'> {
  readonly target: ObjectRow;
  /** The worst first, of those alike the top ones. Never empty. */
  readonly sources: readonly GroupedSource[];
}

/** By severity, then what breaks, then the first source. */
export async function groupDangling(reader: Reader, found: readonly DanglingReference[]): Promise<readonly DanglingGroup[]> {
  const ids = found.flatMap(({ reference }) => [reference.source, reference.target]);
  const rows = new Map((await reader.objects([...new Set(ids)])).map((row) => [row.id, row]));
  const controllers = await controllersOf(reader, found);
  const groups = groupBy(found, ({ reference: { relation, status, key, target } }) => JSON.stringify([relation, status, key, target]));
  const row = (id: number): ObjectRow => {
    const object = rows.get(id);
    if (object === undefined) throw new Error(`Object ${id}, at an end of a pointer, is not there.`);
    return object;
  };
  return [...groups.values()].flatMap((findings) => groupOf({ findings, row, controllers })).sort(compareGroups);
}

async function controllersOf(reader: Reader, found: readonly DanglingReference[]): Promise<ReadonlyMap<number, number>> {
  const parents = [...new Set(found.map(({ reference }) => reference.source))];
  const edges = await reader.edges({ parents, direction: 'forward', relations: [OWNER], controllersOnly: true });
  return new Map(edges.map(({ parent, object }) => [parent, object.id]));
}

function groupOf(options: {
  readonly findings: readonly DanglingReference[];
  readonly row: (id: number) => ObjectRow;
  readonly controllers: ReadonlyMap<number, number>;
}): DanglingGroup[] {
  const { findings, row, controllers } = options;
  const members = new Set(findings.map(({ reference }) => reference.source));
  const sources = findings
    .map((finding) => {
      const controller = controllers.get(finding.reference.source);
      return { object: row(finding.reference.source), finding, top: controller === undefined || !members.has(controller) };
    })
    .sort(compareSources);
  const [first] = sources;
  if (first === undefined) return [];
  const { severity, consequence, reference } = first.finding;
  const { relation, status, key, target } = reference;
  return [{ severity, consequence, relation, status, key, target: row(target), sources }];
}

function compareSources(a: GroupedSource, b: GroupedSource): number {
  return (
    rank(a.finding.severity) - rank(b.finding.severity) ||
    Number(b.top) - Number(a.top) ||
    compareText(nameOf(a), nameOf(b)) ||
    compareText(a.finding.reference.path, b.finding.reference.path)
  );
}

function compareGroups(a: DanglingGroup, b: DanglingGroup): number {
  const [one, other] = [a.sources[0], b.sources[0]];
  const names = one === undefined || other === undefined ? 0 : compareSources(one, other);
  return rank(a.severity) - rank(b.severity) || compareText(a.consequence, b.consequence) || names || a.target.id - b.target.id;
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function nameOf({ object }: GroupedSource): string {
  return `${object.kind} ${object.namespace ?? ''} ${object.name}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
