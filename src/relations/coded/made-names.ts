/** Objects whose names are made of what others say: the definition of a resource that is migrated, the Secret of a bootstrap token. */
import { builtInResource } from '../../kube/built-in-resources.ts';
import type { KindKey } from '../../kube/kind.ts';
import { stringAt } from '../../kube/safe.ts';
import { certificateSigningRequest, customResourceDefinition, secret } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, ReferenceFlag } from '../rule.ts';

const MIGRATION = 'storage-version-migration-definition';
const TOKEN = 'certificate-signing-request-bootstrap-token';

const storageVersionMigration: KindKey = { group: 'storagemigration.k8s.io', kind: 'StorageVersionMigration' };

/** Who joins a cluster is called by the id of the token. */
const BOOTSTRAP_USER = /^system:bootstrap:([a-z0-9]{6})$/;

export const madeNameRelations: readonly CodedRelation[] = [
  {
    relation: MIGRATION,
    from: storageVersionMigration,
    target: customResourceDefinition,
    forward: { name: 'customResourceDefinition', one: true },
    reverse: { name: 'storageVersionMigrations' },
    source: 'storagemigration/v1 StorageVersionMigrationSpec.resource; a definition is called `<plural>.<group>`',
    describe: '`spec.resource.resource` and `.group`: the definition of a custom resource; weak, for an aggregated API may serve it',
    extract: ({ object }) => {
      const [group, resource] = [stringAt(object, 'spec', 'resource', 'group'), stringAt(object, 'spec', 'resource', 'resource')];
      if (!isPointerText(group) || !isPointerText(resource) || builtInResource(group, resource) !== undefined) return {};
      const draft = { relation: MIGRATION, path: 'spec.resource.resource', indexes: [], ...customResourceDefinition, namespace: null };
      return { references: [{ ...draft, name: `${resource}.${group}`, flags: ReferenceFlag.weak, written: { group, resource } }] };
    },
  },
  {
    relation: TOKEN,
    from: certificateSigningRequest,
    target: secret,
    forward: { name: 'bootstrapToken', one: true },
    reverse: { name: 'certificateSigningRequests' },
    source: 'k8s.io/cluster-bootstrap token/api: BootstrapUserPrefix, BootstrapTokenSecretPrefix',
    describe:
      '`spec.username`, where it is `system:bootstrap:<id>`: the Secret `bootstrap-token-<id>` in kube-system; weak, for tokens expire',
    extract: ({ object }) => {
      const written = stringAt(object, 'spec', 'username') ?? '';
      const id = BOOTSTRAP_USER.exec(written)?.[1];
      if (id === undefined) return {};
      const draft = { relation: TOKEN, path: 'spec.username', indexes: [], ...secret, namespace: 'kube-system', flags: ReferenceFlag.weak };
      return { references: [{ ...draft, name: `bootstrap-token-${id}`, written }] };
    },
  },
];
