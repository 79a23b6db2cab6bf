/** Gatekeeper: the definition of the constraints that a template makes. Their instances are those of the CustomResourceDefinition. */
import { stringAt } from '../../kube/safe.ts';
import { customResourceDefinition } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import type { CodedRelation } from '../rule.ts';

const RELATION = 'constraint-template-definition';
const PATH = ['spec', 'crd', 'spec', 'names', 'kind'] as const;

export const gatekeeperRelations: readonly CodedRelation[] = [
  {
    relation: RELATION,
    from: { group: 'templates.gatekeeper.sh', kind: 'ConstraintTemplate' },
    target: customResourceDefinition,
    forward: { name: 'customResourceDefinitions' },
    reverse: { name: 'constraintTemplates' },
    source: 'gatekeeper frameworks constraint pkg/client/crds: `<kind in lower case>.constraints.gatekeeper.sh`',
    describe: '`spec.crd.spec.names.kind`, in lower case, of the group constraints.gatekeeper.sh',
    extract: ({ object }) => {
      const kind = stringAt(object, ...PATH);
      if (!isPointerText(kind)) return {};
      const place = { relation: RELATION, path: PATH.join('.'), indexes: [], ...customResourceDefinition, namespace: null };
      return { references: [{ ...place, name: `${kind.toLowerCase()}.constraints.gatekeeper.sh`, flags: 0, written: kind }] };
    },
  },
];
