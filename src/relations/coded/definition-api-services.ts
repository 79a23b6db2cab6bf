/** Through which APIServices the versions of a custom kind are served: the API server makes one for each, and calls it by version and group. */
import { arrayAt, stringAt, valueAt } from '../../kube/safe.ts';
import { apiService, customResourceDefinition } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, type ReferenceDraft, ReferenceFlag } from '../rule.ts';

const RELATION = 'custom-resource-definition-api-service';

export const definitionApiServiceRelations: readonly CodedRelation[] = [
  {
    relation: RELATION,
    from: customResourceDefinition,
    target: apiService,
    forward: { name: 'apiServices' },
    reverse: { name: 'customResourceDefinitions' },
    source: 'kubernetes pkg/controlplane/controller/crdregistration: `<version>.<group>`, for each version that is served',
    describe:
      '`spec.versions[].name` where `served`, with `spec.group`: the APIService `<version>.<group>`; weak, for the API server makes it',
    extract: ({ object }) => {
      const group = stringAt(object, 'spec', 'group') ?? '';
      return {
        references: arrayAt(object, 'spec', 'versions').flatMap((version, index): ReferenceDraft[] => {
          const written = stringAt(version, 'name');
          const name = `${written}.${group}`;
          if (!isPointerText(written) || !isPointerText(group) || !isPointerText(name) || valueAt(version, 'served') !== true) return [];
          const flags = ReferenceFlag.weak;
          return [
            { relation: RELATION, path: 'spec.versions[].name', indexes: [index], ...apiService, namespace: null, name, flags, written },
          ];
        }),
      };
    },
  },
];
