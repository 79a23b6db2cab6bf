/** The ReplicationController of a DeploymentConfig's latest rollout: named after both. */
import { stringAt, valueAt } from '../../kube/safe.ts';
import { replicationController } from '../kinds.ts';
import { type CodedRelation, ReferenceFlag } from '../rule.ts';
import { deploymentConfig } from '../rules/openshift-kinds.ts';

const RELATION = 'deployment-config-latest';
const PATH = 'status.latestVersion';

export const openShiftDeploymentRelations: readonly CodedRelation[] = [
  {
    relation: RELATION,
    from: deploymentConfig,
    target: replicationController,
    forward: { name: 'latestReplicationController', one: true },
    reverse: { name: 'latestOfDeploymentConfigs' },
    source: 'openshift library-go apps/appsutil LatestDeploymentNameForConfig: `<name>-<version>`',
    describe: '`<metadata.name>-<status.latestVersion>`, once there was a rollout; weak, for it may be on its way',
    extract: ({ object, namespace }) => {
      const name = stringAt(object, 'metadata', 'name') ?? '';
      const version = valueAt(object, 'status', 'latestVersion');
      if (name === '' || typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return {};
      const place = { relation: RELATION, path: PATH, indexes: [], ...replicationController, namespace };
      return { references: [{ ...place, name: `${name}-${version}`, flags: ReferenceFlag.weak, written: version }] };
    },
  },
];
