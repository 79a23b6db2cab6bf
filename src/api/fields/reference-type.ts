/** One pointer from an object to another. */
import { type Judgement, judgeReferences } from '../../graph/dangling/judge.ts';
import { ReferenceFlag } from '../../relations/rule.ts';
import type { ReferenceRow } from '../../store/reader.ts';
import { type Batch, described, type FieldRow, type TypeRow } from '../model/field-row.ts';
import type { Need } from '../model/need.ts';

const RELATIONS = 'docs/relations.md';
const DANGLING = 'docs/graphql.md, Dangling references';

/** Judged once for all pointers of a position, whichever of its fields are asked for. */
const judgement: Need<ReferenceRow, Judgement | null> = {
  name: 'what breaks',
  load: ({ reader }, references) => judgeReferences(reader, references),
};

export const referenceType: TypeRow<ReferenceRow> = {
  name: 'Reference',
  description: described('One pointer from an object to another, as it stands in the source.', RELATIONS),
  fields: [
    {
      name: 'relation',
      type: 'String!',
      description: described('What the pointer means, as its rule names it.', RELATIONS),
      read: ({ data }) => data.relation,
    },
    {
      name: 'path',
      type: 'String!',
      description: described(
        'Where the pointer stands in the source: `spec.containers[0].env[1].valueFrom.configMapKeyRef.name`.',
        RELATIONS,
      ),
      read: ({ data }) => data.path,
    },
    {
      name: 'source',
      type: 'KubernetesObject',
      description: described('The object that the pointer stands in.', RELATIONS),
      load: (batch) => loadEnd(batch, (reference) => reference.source),
    },
    {
      name: 'target',
      type: 'KubernetesObject',
      description: described('The object that the written words name; perhaps a ghost. Never null but for an error.', RELATIONS),
      load: (batch) => loadEnd(batch, (reference) => reference.target),
    },
    {
      name: 'uidHolder',
      type: 'KubernetesObject',
      description: described('The object that has the pointer’s uid, where the written name leads elsewhere.', RELATIONS),
      load: (batch) => loadEnd(batch, (reference) => reference.uidHolder),
    },
    {
      name: 'status',
      type: 'ReferenceStatus!',
      description: described('The flaw of the pointer where it has one, else what its target’s presence makes of it.', RELATIONS),
      read: ({ data }) => data.status,
    },
    {
      name: 'written',
      type: 'JSON',
      description: described('The pointer as it stands; null for what a selector selects.', RELATIONS),
      read: ({ data }) => data.written,
    },
    flag('optional', 'The source says that it can do without the target.'),
    flag('defaulted', 'Nothing is written: the API’s default is meant.'),
    flag('weak', 'History, status or a hint: a missing target is no fault.'),
    flag('raced', 'The target is absent, but the source changed after the target’s kind was listed: that proves nothing.'),
    {
      name: 'severity',
      type: 'Severity',
      description: described('How bad it is that the pointer does not hold; null where that is no finding.', DANGLING),
      needs: [judgement],
      read: (item) => item.get(judgement)?.severity ?? null,
    },
    {
      name: 'consequence',
      type: 'String',
      description: described('What does not work since the pointer does not hold, or why it does not matter.', DANGLING),
      needs: [judgement],
      read: (item) => item.get(judgement)?.consequence ?? null,
    },
  ],
};

function flag(name: 'optional' | 'defaulted' | 'weak' | 'raced', text: string): FieldRow<ReferenceRow> {
  return { name, type: 'Boolean!', description: described(text, RELATIONS), read: ({ data }) => (data.flags & ReferenceFlag[name]) !== 0 };
}

async function loadEnd({ scope, items }: Batch<ReferenceRow>, endOf: (reference: ReferenceRow) => number): Promise<readonly unknown[]> {
  const ids = [...new Set(items.map((item) => endOf(item.data)).filter((id) => id > 0))];
  const rows = new Map((await scope.reader.objects(ids)).map((row) => [row.id, row]));
  return items.map((item) => rows.get(endOf(item.data)) ?? null);
}
