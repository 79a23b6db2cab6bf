/** Pointers as a line each, for expectations that a person can read. */
import { kindName } from '../../src/kube/kind.ts';
import {
  type Extraction,
  type NamePatternDraft,
  type ReferenceDraft,
  ReferenceFlag,
  type SelectorDraft,
} from '../../src/relations/rule.ts';

/** All that an object points at: references, then selectors, then name patterns. */
export function showAll({ references, selectors, patterns = [] }: Extraction): readonly string[] {
  return [...references.map(show), ...selectors.map(showSelector), ...patterns.map(showPattern)];
}

/** `relation path → kind namespace/name`, then what else there is: `[flags] keys=… uid=…`. */
export function show(draft: ReferenceDraft): string {
  return [
    `${target(draft)}${draft.name}`,
    ...flags(draft.flags),
    ...(draft.keys === undefined ? [] : [`keys=${draft.keys.join(',')}`]),
    ...(draft.uid === undefined ? [] : [`uid=${draft.uid}`]),
  ].join(' ');
}

/** `relation path → kind namespace/{key Operator value,value; …}`; without a namespace in every one. */
function showSelector(draft: SelectorDraft): string {
  const requirements = draft.requirements.map(({ key, operator, values }) =>
    [key, operator, ...(values.length === 0 ? [] : [values.join(',')])].join(' '),
  );
  return `${target(draft)}{${requirements.join('; ')}}`;
}

/** `relation path → kind namespace/prefix-*`, then the flags. */
function showPattern(draft: NamePatternDraft): string {
  return [`${target(draft)}${draft.prefix}-*`, ...flags(draft.flags)].join(' ');
}

type Draft = Pick<ReferenceDraft, 'relation' | 'path' | 'indexes' | 'group' | 'kind' | 'namespace'>;

function target(draft: Draft): string {
  const indexes = [...draft.indexes];
  const path = draft.path.replaceAll('[]', () => `[${indexes.shift()}]`);
  return `${draft.relation} ${path} → ${kindName(draft)} ${draft.namespace === null ? '' : `${draft.namespace}/`}`;
}

function flags(bits: number): readonly string[] {
  const names = Object.entries(ReferenceFlag).flatMap(([name, bit]) => ((bits & bit) === 0 ? [] : [name]));
  return names.length === 0 ? [] : [`[${names.join(' ')}]`];
}
