/** Where to look for what explains an object, by its kind: the nearest to the failure first. A kind without a row looks at what it controls, then at what it names. */
import type { Edge, ObjectRow, Reader } from '../../store/reader.ts';
import { OWNER } from '../owner-chain.ts';

export type ExplainingStep = (reader: Reader, object: ObjectRow) => Promise<readonly Edge[]>;

/** A workload's Pods say more than it does; one that has none is explained by what its template names. */
const controlled: ExplainingStep = (reader, object) =>
  reader.edges({ parents: [object.id], direction: 'reverse', relations: [OWNER], controllersOnly: true });

const named: ExplainingStep = async (reader, object) => {
  const edges = await reader.edges({ parents: [object.id], direction: 'forward', flawed: true });
  return edges.filter(({ reference }) => reference.relation !== OWNER);
};

/** The Pods that are its endpoints. */
const endpoints: ExplainingStep = async (reader, object) => {
  const slices = await reader.edges({ parents: [object.id], direction: 'reverse', relations: ['endpoint-slice-service'] });
  const parents = [...new Set(slices.map(({ object: slice }) => slice.id))];
  return parents.length === 0 ? [] : await reader.edges({ parents, direction: 'forward', relations: ['endpoint-slice-target'] });
};

/** The Pods that it selects, where none is an endpoint. */
const selectedPods: ExplainingStep = (reader, object) =>
  reader.edges({ parents: [object.id], direction: 'forward', kinds: [{ group: '', kind: 'Pod' }] });

const STEPS: Readonly<Record<string, readonly ExplainingStep[]>> = {
  'Service.': [endpoints, selectedPods, named],
  'Pod.': [named],
  // What runs on it is what it brings down, not what brings it down.
  'Node.': [],
};

export function stepsOf({ kind, group }: ObjectRow): readonly ExplainingStep[] {
  return STEPS[`${kind}.${group}`] ?? [controlled, named];
}
