/** Every object type of the schema, as rows. */
import { kindName } from '../../kube/kind.ts';
import type { RelationRule } from '../../relations/rule.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { containerType, terminationType } from '../curated/container.ts';
import { endpointType } from '../curated/endpoint-slice.ts';
import { logLineType, logType } from '../curated/log.ts';
import { allocationType } from '../curated/node-allocation.ts';
import { endpointCountsType } from '../curated/service.ts';
import { replicasType } from '../curated/workload.ts';
import { conditionType, finalizerType } from '../fields/conditions.ts';
import { blockerControllerType, blockerEdgeType, blockerGraphType, blockerType, deletionType } from '../fields/deletion.ts';
import { healthType } from '../fields/health.ts';
import { ownerType } from '../fields/owners.ts';
import { referenceType } from '../fields/reference-type.ts';
import { completenessType, connectionTypes, gapType, pageInfoType } from '../lists/connection-types.ts';
import { type AnyTypeRow, described, type FieldRow, lazyTypeRow } from '../model/field-row.ts';
import { faultFields } from '../roots/dangling.ts';
import {
  deletionHoldType,
  deletionPreviewField,
  deletionPreviewType,
  previewedDeletionType,
  previewedDependentType,
} from '../roots/deletion-preview.ts';
import { kindRootFields } from '../roots/kind-fields.ts';
import { objectFields as objectRootFields } from '../roots/object.ts';
import { pathField, pathStepType, pathType } from '../roots/path.ts';
import { searchField, searchHitType } from '../roots/search.ts';
import { clusterType, kindStatisticsType, problemType, snapshotOwnFields, statisticsType } from '../roots/snapshot-type.ts';
import { snapshotFields } from '../roots/snapshots.ts';
import type { TypedKind, TypedKinds } from './kinds.ts';
import { interfaceFields, ownFields } from './object-fields.ts';

const GRAPH = 'docs/graphql.md';

export interface TypeRows {
  /** `KubernetesObject`. */
  readonly interface: { readonly name: string; readonly description: string; readonly fields: readonly FieldRow<ObjectRow>[] };
  /** Those that implement it. */
  readonly objects: readonly AnyTypeRow[];
  /** All others but Query. */
  readonly others: readonly AnyTypeRow[];
  readonly query: AnyTypeRow;
}

/** `userRules`: of all snapshots together. */
export function typeRows(kinds: TypedKinds, userRules: readonly RelationRule[] = []): TypeRows {
  const shared = interfaceFields(kinds.typeName);
  const own = ownFields(kinds.typeName, userRules);
  const objects = [
    ...kinds.all.map((kind) => lazyTypeRow(kind.names.type, kindDescription(kind), () => [...shared, ...own(kind.names)])),
    { name: 'OtherObject', description: described('An object of a kind that has no type of its own.', `${GRAPH}, Names`), fields: shared },
    {
      name: 'External',
      description: described(
        'What objects name outside the API: an image, a host, a user, a group, an address block, an identity in a cloud.',
        `${GRAPH}, Ghosts`,
      ),
      fields: shared,
    },
  ];
  const roots = [
    ...kinds.all.flatMap((kind) => kindRootFields(kind.names, kind.namespaced)),
    ...objectRootFields,
    searchField,
    pathField,
    ...faultFields,
    deletionPreviewField,
  ];
  const connections = ['KubernetesObject', ...kinds.all.map((kind) => kind.names.type)].flatMap((type) =>
    connectionTypes(type, { withReferences: true }),
  );
  return {
    interface: {
      name: 'KubernetesObject',
      description: described(
        'What every object has, whatever its kind. Of a ghost only its key, presence and what points at it are there.',
        `${GRAPH}, Every kind`,
      ),
      fields: shared,
    },
    objects,
    others: [...ownTypes, snapshotType(roots), ...connections],
    query: {
      name: 'Query',
      description: described('Questions to the default snapshot.', `${GRAPH}, Root fields`),
      fields: [...snapshotFields, ...roots],
    },
  };
}

const ownTypes: readonly AnyTypeRow[] = [
  blockerControllerType,
  blockerEdgeType,
  blockerGraphType,
  blockerType,
  clusterType,
  completenessType,
  conditionType,
  allocationType,
  healthType,
  containerType,
  deletionHoldType,
  deletionPreviewType,
  deletionType,
  endpointCountsType,
  endpointType,
  finalizerType,
  gapType,
  kindStatisticsType,
  logLineType,
  logType,
  ownerType,
  pageInfoType,
  pathStepType,
  pathType,
  previewedDeletionType,
  previewedDependentType,
  problemType,
  referenceType,
  replicasType,
  searchHitType,
  statisticsType,
  terminationType,
  ...connectionTypes('LogLine', { withReferences: false }),
  ...connectionTypes('Reference', { withReferences: false }),
  ...connectionTypes('SearchHit', { withReferences: false }),
];

/** Its own fields first: where a kind's root field has the name of one, it is reached through `objects` there. */
function snapshotType(roots: readonly FieldRow<unknown>[]): AnyTypeRow {
  const taken = new Set(snapshotOwnFields.map(({ name }) => name));
  const description = described('One capture of one cluster, with every root field inside.', `${GRAPH}, Snapshots`);
  return lazyTypeRow('Snapshot', description, () => [...snapshotOwnFields, ...roots.filter(({ name }) => !taken.has(name))]);
}

function kindDescription({ names, custom }: TypedKind): string {
  const text = `An object of kind ${kindName(names)}.`;
  const group = names.group === '' ? 'core' : names.group;
  return described(
    text,
    custom ? `the CustomResourceDefinition of ${kindName(names)} in the snapshot` : `Kubernetes API, ${group} ${names.kind}`,
  );
}
