/** The claims that a group snapshot is taken of. */
import { requirementsOf } from '../../kube/label-selector.ts';
import { valueAt } from '../../kube/safe.ts';
import { persistentVolumeClaim } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';
import { volumeGroupSnapshot } from '../rules/snapshot-kinds.ts';

const RELATION = 'volume-group-snapshot-claim';

export const volumeGroupSnapshotRelations: readonly CodedRelation[] = [
  {
    relation: RELATION,
    from: volumeGroupSnapshot,
    target: persistentVolumeClaim,
    selects: true,
    forward: { name: 'persistentVolumeClaims' },
    reverse: { name: 'volumeGroupSnapshots' },
    source: 'groupsnapshot.storage.k8s.io/v1 VolumeGroupSnapshotSource.selector',
    describe:
      '`spec.source.selector`: claims of its namespace; empty selects all of them, nil none. Which were there when it was taken its snapshots say',
    extract: ({ object, namespace }) => {
      const requirements = requirementsOf(valueAt(object, 'spec', 'source', 'selector'));
      if (requirements === null) return {};
      const selector = { relation: RELATION, path: 'spec.source.selector', indexes: [], ...persistentVolumeClaim, requirements };
      return { selectors: [{ ...selector, namespace: namespace ?? '' }] };
    },
  },
];
