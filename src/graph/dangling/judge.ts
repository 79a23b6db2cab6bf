/** Judges pointers that do not hold: for a whole set at once, by the table in rows/. */
import { compilePath } from '../../kube/json-path.ts';
import { ReferenceFlag } from '../../relations/rule.ts';
import type { Edge, ObjectRow, Reader, ReferenceRow } from '../../store/reader.ts';
import { type CollectorVerdict, collectorVerdict } from '../collector/collector-verdict.ts';
import { judgeOwners } from '../collector/judge-owners.ts';
import { groupBy } from '../group-by.ts';
import { OWNER } from '../owner-chain.ts';
import { type DanglingRow, FAULTS, type SourceCondition } from './row.ts';
import { danglingRows } from './rows/all.ts';

export type Judgement = Pick<DanglingRow, 'severity' | 'consequence'>;

/** So many objects are held parsed at a time. */
const AT_A_TIME = 500;

/**
 * One for each pointer, in order; null for one that is no finding: it holds, or is weak, raced or optional, or what it names was not captured.
 * Objects are read only where a row asks for a value of theirs.
 */
export async function judgeReferences(reader: Reader, references: readonly ReferenceRow[]): Promise<readonly (Judgement | null)[]> {
  const faults = references.filter(isFault);
  if (faults.length === 0) return references.map(() => null);
  const sources = await rowsOf(reader, faults);
  const verdicts = await collectorVerdicts(reader, faults);
  const judged = new Map<ReferenceRow, Judgement>();
  const undecided: Candidate[] = [];
  for (const reference of faults) {
    const source = sources.get(reference.source);
    if (source === undefined) throw new Error(`Object ${reference.source}, which a pointer stands in, is not there.`);
    const rows = danglingRows.filter((row) => mayFit(row, { reference, source, verdict: verdicts.get(reference.source) }));
    const [first] = rows;
    if (first !== undefined && first.when === undefined) judged.set(reference, first);
    else undecided.push({ reference, rows });
  }
  for (const [reference, row] of await decide(
    reader,
    groupBy(undecided, ({ reference }) => reference.source),
  ))
    judged.set(reference, row);
  return references.map((reference) => judged.get(reference) ?? null);
}

function isFault({ status, flags }: ReferenceRow): boolean {
  return FAULTS.includes(status) && (flags & (ReferenceFlag.weak | ReferenceFlag.raced)) === 0;
}

interface Candidate {
  readonly reference: ReferenceRow;
  /** Those that fit but for what the object says. */
  readonly rows: readonly DanglingRow[];
}

async function rowsOf(reader: Reader, references: readonly ReferenceRow[]): Promise<ReadonlyMap<number, ObjectRow>> {
  const ids = [...new Set(references.map(({ source }) => source))];
  return new Map((await reader.objects(ids)).map((row) => [row.id, row]));
}

/** What becomes of the objects whose owner references do not hold, by all their owners together. */
async function collectorVerdicts(reader: Reader, references: readonly ReferenceRow[]): Promise<ReadonlyMap<number, CollectorVerdict>> {
  const parents = [...new Set(references.filter(({ relation }) => relation === OWNER).map(({ source }) => source))];
  if (parents.length === 0) return new Map();
  const edges: readonly Edge[] = await reader.edges({ parents, direction: 'forward', relations: [OWNER], flawed: true });
  const owners = groupBy(await judgeOwners(reader, edges), ({ edge }) => edge.parent);
  return new Map([...owners].map(([id, judged]) => [id, collectorVerdict(judged.map(({ status }) => status))]));
}

function mayFit(
  { relations, kinds, statuses, at, collector }: DanglingRow,
  { reference, source, verdict }: { reference: ReferenceRow; source: ObjectRow; verdict: CollectorVerdict | undefined },
): boolean {
  return (
    (relations === undefined || relations.includes(reference.relation)) &&
    (kinds === undefined || kinds.includes(source.kind)) &&
    (statuses === undefined || statuses.includes(reference.status)) &&
    (at === undefined || reference.path.includes(at)) &&
    (collector === undefined || collector === verdict)
  );
}

async function decide(reader: Reader, undecided: ReadonlyMap<number, readonly Candidate[]>): Promise<Map<ReferenceRow, DanglingRow>> {
  const decided = new Map<ReferenceRow, DanglingRow>();
  const ids = [...undecided.keys()];
  for (let start = 0; start < ids.length; start += AT_A_TIME) {
    const texts = await reader.json(ids.slice(start, start + AT_A_TIME));
    for (const [id, text] of texts) {
      const object: unknown = JSON.parse(text);
      for (const { reference, rows } of undecided.get(id) ?? []) {
        const row = rows.find(({ when = [] }) => when.every((condition) => holds(condition, object, reference)));
        if (row !== undefined) decided.set(reference, row);
      }
    }
  }
  return decided;
}

function holds({ path, in: values }: SourceCondition, object: unknown, reference: ReferenceRow): boolean {
  const found = compilePath(atPointer(path, reference.path)).evaluate(object);
  const list = Array.isArray(found) ? found : [found ?? null];
  return list.some((value: unknown) => values.some((wanted) => wanted === value));
}

/** `webhooks[#].failurePolicy` of the pointer `webhooks[2].clientConfig.service.name` is `webhooks[2].failurePolicy`. */
function atPointer(path: string, pointer: string): string {
  const numbers = [...pointer.matchAll(/\[(\d+)\]/g)].map(([, number]) => number ?? '');
  let place = 0;
  return path.replaceAll('[#]', () => `[${numbers[place++] ?? '0'}]`);
}
