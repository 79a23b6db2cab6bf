/** What controllers write: conditions and finalizers. */
import type { ConditionRow, FinalizerRow, ObjectRow } from '../../store/reader.ts';
import { described, type FieldRow, type TypeRow } from '../model/field-row.ts';
import { conditions, finalizers } from './needs.ts';
import { formatTime } from './time.ts';

const CONDITION = 'Kubernetes API, meta/v1 Condition';
const OBJECT_META = 'Kubernetes API, meta/v1 ObjectMeta';
const DELETION = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/';

export const conditionFields: readonly FieldRow<ObjectRow>[] = [
  {
    name: 'conditions',
    type: '[Condition!]',
    description: described('status.conditions, in the order of the object.', CONDITION),
    needs: [conditions],
    read: (item) => item.get(conditions),
  },
  {
    name: 'finalizers',
    type: '[String!]',
    description: described(
      'metadata.finalizers: what must be done before the object may go. Those of a spec are in `deletion`.',
      OBJECT_META,
    ),
    needs: [finalizers],
    read: (item) => item.get(finalizers)?.flatMap((row) => (row.field === 'METADATA' ? [row.name] : [])) ?? null,
  },
];

export const conditionType: TypeRow<ConditionRow> = {
  name: 'Condition',
  description: described('One aspect of the state of an object, as a controller reports it.', CONDITION),
  fields: [
    {
      name: 'type',
      type: 'String!',
      description: described('What the condition speaks of: `Ready`, `Available`.', CONDITION),
      read: ({ data }) => data.type,
    },
    {
      name: 'status',
      type: 'String!',
      description: described('`True`, `False` or `Unknown`.', CONDITION),
      read: ({ data }) => data.status,
    },
    { name: 'reason', type: 'String', description: described('One word that says why.', CONDITION), read: ({ data }) => data.reason },
    { name: 'message', type: 'String', description: described('A sentence that says why.', CONDITION), read: ({ data }) => data.message },
    {
      name: 'lastTransitionTime',
      type: 'DateTime',
      description: described('When the status last changed.', CONDITION),
      read: ({ data }) => formatTime(data.lastTransitionTime),
    },
    {
      name: 'observedGeneration',
      type: 'Long',
      description: described('The generation of the object that the condition was set for.', CONDITION),
      read: ({ data }) => data.observedGeneration,
    },
  ],
};

export const finalizerType: TypeRow<FinalizerRow> = {
  name: 'Finalizer',
  description: described('A name that a controller takes away when its part of a deletion is done.', DELETION),
  fields: [
    { name: 'name', type: 'String!', description: described('The finalizer as written.', DELETION), read: ({ data }) => data.name },
    { name: 'field', type: 'FinalizerField!', description: described('Where it stands.', DELETION), read: ({ data }) => data.field },
  ],
};
