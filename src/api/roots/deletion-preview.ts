/** deletionPreview: what if an object were deleted. */
import type { Cascade } from '../../graph/deletion-preview/cascade.ts';
import type { Hold } from '../../graph/deletion-preview/hold.ts';
import { type DeletionPreview, previewDeletion } from '../../graph/deletion-preview/preview.ts';
import type { Kept, Taken } from '../../graph/deletion-preview/taken.ts';
import { notFound } from '../errors.ts';
import { type Arguments, described, type FieldRow, type TypeRow } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';
import { each } from './object.ts';
import { type ObjectRef, requireRef } from './object-ref.ts';

const PREVIEW = 'docs/graphql.md, Deletion preview';
const COLLECTOR = 'https://kubernetes.io/docs/concepts/architecture/garbage-collection/';

export const deletionPreviewField: FieldRow<unknown> = {
  name: 'deletionPreview',
  type: 'DeletionPreview',
  args: [
    { name: 'of', type: 'ObjectRef!', description: described('The object that would be deleted.', PREVIEW) },
    {
      name: 'propagation',
      type: 'DeletionPropagation',
      default: 'BACKGROUND',
      description: described('How its dependents would be treated.', 'Kubernetes API, meta/v1 DeleteOptions propagationPolicy'),
    },
  ],
  description: described('What would go, stay, wait and dangle if an object were deleted. Nothing is changed.', PREVIEW),
  load: async (batch) => each(batch, await preview(batch.scope, batch.args)),
};

async function preview(scope: Scope, args: Arguments): Promise<DeletionPreview> {
  const object = await requireRef(scope, args['of'] as ObjectRef, 'of');
  if (object.presence !== 'PRESENT' && object.presence !== 'NOT_CAPTURED') {
    throw notFound(`Argument "of": there is no ${object.kind} "${object.name}" to delete, though something names it.`);
  }
  const cascade = (args['propagation'] ?? 'BACKGROUND') as Cascade;
  return previewDeletion({ reader: scope.reader, object, cascade, meter: scope.meter });
}

export const deletionPreviewType: TypeRow<DeletionPreview> = {
  name: 'DeletionPreview',
  description: described('A deletion, thought through on what was captured.', PREVIEW),
  fields: [
    {
      name: 'object',
      type: 'KubernetesObject!',
      description: described('What would be deleted.', PREVIEW),
      read: ({ data }) => data.object,
    },
    {
      name: 'propagation',
      type: 'DeletionPropagation!',
      description: described('How its dependents would be treated.', PREVIEW),
      read: ({ data }) => data.cascade,
    },
    {
      name: 'deletes',
      type: '[PreviewedDeletion!]!',
      description: described('What would go with it, without the object itself, in the order in which it is reached.', COLLECTOR),
      read: ({ data }) => data.deletes,
    },
    {
      name: 'keeps',
      type: '[PreviewedDependent!]!',
      description: described('Dependents of what goes that would stay.', COLLECTOR),
      read: ({ data }) => data.keeps,
    },
    {
      name: 'undecided',
      type: '[PreviewedDependent!]!',
      description: described('Dependents that go or stay by an owner that was not captured.', PREVIEW),
      read: ({ data }) => data.undecided,
    },
    {
      name: 'holds',
      type: '[DeletionHold!]!',
      description: described('What would keep the object, or something that goes with it, from being gone.', PREVIEW),
      read: ({ data }) => data.holds,
    },
    {
      name: 'dangling',
      type: '[Reference!]!',
      description: described('Pointers of what stays to what goes. Owner references, selectors and weak pointers are none.', PREVIEW),
      read: ({ data }) => data.dangling,
    },
    {
      name: 'completeness',
      type: 'Completeness!',
      description: described('What the answer rests on: kinds that were not captured may hold more that goes.', PREVIEW),
      read: ({ data }) => ({ complete: data.gaps.length === 0, gaps: data.gaps }),
    },
  ],
};

export const previewedDeletionType: TypeRow<Taken> = {
  name: 'PreviewedDeletion',
  description: described('An object that would go along.', PREVIEW),
  fields: [
    { name: 'object', type: 'KubernetesObject!', description: described('The object.', PREVIEW), read: ({ data }) => data.object },
    { name: 'cause', type: 'DeletionCause!', description: described('Why it goes.', PREVIEW), read: ({ data }) => data.cause },
    {
      name: 'by',
      type: 'KubernetesObject',
      description: described('The owner, namespace or definition that takes it along.', PREVIEW),
      read: ({ data }) => data.by,
    },
  ],
};

export const previewedDependentType: TypeRow<Kept> = {
  name: 'PreviewedDependent',
  description: described('A dependent of something that goes.', PREVIEW),
  fields: [
    { name: 'object', type: 'KubernetesObject!', description: described('The object.', PREVIEW), read: ({ data }) => data.object },
    {
      name: 'reason',
      type: 'DependentReason!',
      description: described('Why it stays, or why that is not known.', PREVIEW),
      read: ({ data }) => data.reason,
    },
    {
      name: 'owners',
      type: '[Owner!]!',
      description: described('All its owner references, as they are before the deletion.', PREVIEW),
      read: ({ data }) => data.owners.map(({ edge }) => edge),
    },
  ],
};

export const deletionHoldType: TypeRow<Hold> = {
  name: 'DeletionHold',
  description: described('Something that a deletion would wait for.', PREVIEW),
  fields: [
    { name: 'object', type: 'KubernetesObject!', description: described('What would not go.', PREVIEW), read: ({ data }) => data.object },
    {
      name: 'reason',
      type: 'DeletionHoldReason!',
      description: described('What kind of wait it is.', PREVIEW),
      read: ({ data }) => data.reason,
    },
    {
      name: 'finalizer',
      type: 'String',
      description: described('The finalizer, where it is one.', PREVIEW),
      read: ({ data }) => data.finalizer,
    },
    {
      name: 'controllerName',
      type: 'String',
      description: described('Who takes the finalizer away; null for one that is in no table.', PREVIEW),
      read: ({ data }) => data.controller,
    },
    { name: 'until', type: 'String', description: described('What it waits for, in words.', PREVIEW), read: ({ data }) => data.until },
    {
      name: 'blockers',
      type: '[KubernetesObject!]!',
      description: described('The objects that it waits for and that would stay.', PREVIEW),
      read: ({ data }) => data.blockers,
    },
    { name: 'evidence', type: '[String!]!', description: described('What shows it.', PREVIEW), read: ({ data }) => data.evidence },
    {
      name: 'certain',
      type: 'Boolean!',
      description: described('False where what would decide was not captured.', PREVIEW),
      read: ({ data }) => data.certain,
    },
  ],
};
