/** Findings for programs. */
import type { DanglingGroup } from '../../src/graph/dangling/group.ts';
import type { JsonObject } from '../../src/records/record.ts';
import { objectDocument } from '../output/object-text.ts';
import type { NotJudged } from './not-judged.ts';

export function danglingDocument(options: { readonly groups: readonly DanglingGroup[]; readonly kinds: readonly NotJudged[] }): JsonObject {
  return {
    items: options.groups.map(groupDocument),
    notJudged: options.kinds.map(({ kind, references }) => ({ kind, references })),
  };
}

function groupDocument({ severity, consequence, relation, status, key, target, sources }: DanglingGroup): JsonObject {
  return {
    severity: severity.toLowerCase(),
    consequence,
    relation,
    status: status.toLowerCase(),
    target: objectDocument(target),
    ...(key === null ? {} : { key }),
    sources: sources.map(({ object, finding }) => ({
      ...objectDocument(object),
      path: finding.reference.path,
      severity: finding.severity.toLowerCase(),
    })),
  };
}
