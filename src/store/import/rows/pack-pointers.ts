/** What an object points at, on a tape. */
import type { Requirement } from '../../../kube/requirement.ts';
import type { Extractor } from '../../../relations/extractor.ts';
import { type Extraction, type NamePatternDraft, type ReferenceDraft, ReferenceFlag, type SelectorDraft } from '../../../relations/rule.ts';
import type { TapeWriter } from './tape.ts';

export interface PointerPacker {
  pack(extraction: Extraction): void;
  /** To be called before the first object of each tape: a tape is read on its own. */
  beginTape(): void;
}

/**
 * Most references differ in a name only. What they share (relation, path, kind, flags) is a shape: written where a tape needs it first,
 * and then called by its number, so that the reader looks its words up once.
 */
export function createPointerPacker(tape: TapeWriter, extractor: Extractor): PointerPacker {
  const places = new Map(extractor.relations.map(({ relation }, place) => [relation, place]));
  const shapes = new Map<string, number>();
  /** Most references at a path have the shape of the one before: its words need not be put together. */
  const latestAt = new Map<string, { readonly draft: ReferenceDraft; readonly number: number }>();

  /** Of the relation in the order in which the store numbers them. */
  const placeOf = (relation: string): number => {
    const place = places.get(relation) ?? places.size;
    places.set(relation, place);
    return place;
  };

  const packShape = (draft: ReferenceDraft): void => {
    const { relation, path, group, kind, flags } = draft;
    const latest = latestAt.get(path);
    if (latest !== undefined && isSameShape(latest.draft, draft)) {
      tape.add(latest.number);
      return;
    }
    const words = `${relation}\n${path}\n${group}\n${kind}\n${flags}`;
    const known = shapes.get(words);
    const number = known ?? shapes.size;
    latestAt.set(path, { draft, number });
    tape.add(number);
    if (known !== undefined) return;
    shapes.set(words, number);
    tape.add(relation);
    tape.add(path);
    tape.add(group);
    tape.add(kind);
    tape.add(flags);
  };

  const packReference = (draft: ReferenceDraft): void => {
    const { keys = NO_KEYS, flags } = draft;
    packShape(draft);
    tape.add(indexesOf(draft.indexes));
    tape.add(draft.namespace);
    tape.add(draft.name);
    tape.add(draft.uid ?? '');
    tape.add(keys.length === 1 ? (keys[0] ?? null) : null);
    tape.add(writtenOf(draft));
    tape.addList((flags & ReferenceFlag.optional) === 0 ? keys : NO_KEYS);
  };

  return {
    pack({ references, selectors, patterns = [] }) {
      tape.add(references.length);
      for (const draft of inOrder(references, placeOf)) packReference(draft);
      tape.add(selectors.length);
      for (const draft of selectors) packSelector(tape, draft);
      tape.add(patterns.length);
      for (const draft of patterns) packPattern(tape, draft);
    },
    beginTape() {
      shapes.clear();
      latestAt.clear();
    },
  };
}

const NO_KEYS: readonly string[] = [];

function isSameShape(one: ReferenceDraft, other: ReferenceDraft): boolean {
  return one.flags === other.flags && one.kind === other.kind && one.group === other.group && one.relation === other.relation;
}

/** By relation, those of one relation as they come: the order of the final key. */
function inOrder(references: readonly ReferenceDraft[], placeOf: (relation: string) => number): readonly ReferenceDraft[] {
  let last = 0;
  let sorted = true;
  for (const { relation } of references) {
    const place = placeOf(relation);
    if (place < last) sorted = false;
    last = place;
  }
  return sorted ? references : references.toSorted((one, other) => placeOf(one.relation) - placeOf(other.relation));
}

function packSelector(tape: TapeWriter, draft: SelectorDraft): void {
  tape.add(draft.relation);
  tape.add(draft.path);
  tape.add(indexesOf(draft.indexes));
  tape.add(draft.group);
  tape.add(draft.kind);
  tape.add(draft.namespace);
  tape.add(JSON.stringify(draft.requirements.map(({ key, operator, values }) => ({ key, operator, values }))));
  tape.addList(requiredPairs(draft.requirements));
}

function packPattern(tape: TapeWriter, draft: NamePatternDraft): void {
  tape.add(draft.relation);
  tape.add(draft.path);
  tape.add(indexesOf(draft.indexes));
  tape.add(draft.group);
  tape.add(draft.kind);
  tape.add(draft.namespace);
  tape.add(draft.prefix);
  tape.add(draft.flags);
}

function indexesOf(indexes: readonly number[]): string | null {
  return indexes.length === 0 ? null : indexes.length === 1 ? String(indexes[0]) : indexes.join(',');
}

/** A pointer that is nothing but the target's name is not stored twice. */
function writtenOf(draft: ReferenceDraft): string | null {
  return draft.written === draft.name ? null : (JSON.stringify(draft.written) ?? null);
}

/** What an object must have to be selected, as key, value, key, value: requirements that allow one value only. */
function requiredPairs(requirements: readonly Requirement[]): string[] {
  const pairs: string[] = [];
  for (const { key, operator, values } of requirements) {
    const [only] = values;
    if (operator === 'In' && values.length === 1 && only !== undefined) pairs.push(key, only);
  }
  return pairs;
}
