/** A selector as stored, and what it makes: edges that look like any other. */
import type { Requirement } from '../../kube/requirement.ts';
import type { ReferenceRow } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { filledPath } from './reference-row.ts';

/** Of the table `selector` named `s`. */
export const SELECTOR_COLUMNS = 's.source, s.relation, s.ordinal, s.kind, s.namespace, s.anchor, s.requirements, s.path, s.indexes';

export type SelectorColumns = [
  source: number,
  relation: number,
  ordinal: number,
  kind: number,
  namespace: number,
  anchor: number | null,
  requirements: string,
  path: number,
  indexes: string | null,
];

export interface Selector {
  readonly source: number;
  readonly relation: number;
  readonly kind: number;
  /** -1: in all namespaces. */
  readonly namespace: number;
  readonly anchor: number | null;
  readonly requirements: readonly Requirement[];
  readonly path: string;
  /** The anchor is all that it asks for. */
  readonly isAnchorOnly: boolean;
}

export function selectorOf({ names }: ReadContext, columns: SelectorColumns): Selector {
  const [source, relation, , kind, namespace, anchor, json, path, indexes] = columns;
  const requirements = JSON.parse(json) as readonly Requirement[];
  return {
    source,
    relation,
    kind,
    namespace,
    anchor,
    requirements,
    path: filledPath(names.path(path), indexes),
    isAnchorOnly: anchor !== null && requirements.length === 1,
  };
}

export function selectionRow({ names }: ReadContext, selector: Selector, target: number): ReferenceRow {
  return {
    source: selector.source,
    target,
    relation: names.relation(selector.relation),
    path: selector.path,
    status: 'OK',
    flags: 0,
    key: null,
    written: null,
    uidHolder: 0,
  };
}
