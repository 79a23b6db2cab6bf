/** Owner references by the object that they hold on to, which is known by its uid: for the collector, words come second. */
import type { Edge, ObjectRow, Reader, ReferenceRow, ReferenceStatus } from '../../store/reader.ts';
import type { JudgedOwner } from '../collector/judge-owners.ts';
import { groupBy } from '../group-by.ts';
import { OWNER } from '../owner-chain.ts';

export interface HeldReference extends JudgedOwner {
  /** Id of the object whose going changes what the reference is. */
  readonly holds: number;
}

/** By the id of the dependent. */
export function heldReferences(judged: readonly JudgedOwner[]): ReadonlyMap<number, readonly HeldReference[]> {
  const held = judged.map((one): HeldReference => {
    const isThere = one.status === 'SOLID' || one.status === 'WAITING';
    const holder = one.edge.reference.uidHolder;
    return { ...one, holds: isThere || holder === 0 ? one.owner.id : holder };
  });
  return groupBy(held, ({ edge }) => edge.parent);
}

/** With these flaws the uid is that of an object which the words do not name. */
const BY_UID_ALONE: readonly ReferenceStatus[] = [
  'NAME_MISMATCH',
  'KIND_MISMATCH',
  'CROSS_NAMESPACE',
  'NAMESPACED_OWNER_OF_CLUSTER_SCOPED',
];

/** Dependents that name their owner by its uid alone. There are few in a whole snapshot: they are read once, when first asked for. */
export class OwnersByUid {
  readonly #reader: Reader;
  #references: ReadonlyMap<number, readonly ReferenceRow[]> | null = null;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  async dependentsOf(owners: ReadonlyMap<number, ObjectRow>): Promise<readonly Edge[]> {
    this.#references ??= await this.#read();
    const references = this.#references;
    const hits = references.size === 0 ? [] : [...owners.keys()].flatMap((id) => references.get(id) ?? []);
    const rows = new Map((await this.#reader.objects(hits.map(({ source }) => source))).map((row) => [row.id, row]));
    return hits.flatMap((reference) => {
      const object = rows.get(reference.source);
      return object === undefined ? [] : [{ parent: reference.uidHolder, object, reference }];
    });
  }

  async #read(): Promise<ReadonlyMap<number, readonly ReferenceRow[]>> {
    const { references } = await this.#reader.dangling({ statuses: BY_UID_ALONE, relations: [OWNER], page: {} });
    return groupBy(
      references.filter(({ uidHolder }) => uidHolder !== 0),
      ({ uidHolder }) => uidHolder,
    );
  }
}
