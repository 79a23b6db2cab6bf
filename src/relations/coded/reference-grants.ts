/** What a ReferenceGrant lets point where: every object of a kind, at both ends. The verdict about what none permits is the store's. */
import { arrayAt, stringAt } from '../../kube/safe.ts';
import type { JsonValue } from '../../records/record.ts';
import { configMap, persistentVolumeClaim, secret, service } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import type { CodedRelation, SelectorDraft } from '../rule.ts';
import { gateway, listenerSets, referenceGrant, routes } from '../rules/gateway-kinds.ts';

const FROM = 'reference-grant-source';
const TO = 'reference-grant-target';

export const referenceGrantRelations: readonly CodedRelation[] = [
  {
    relation: FROM,
    from: referenceGrant,
    target: '*',
    selects: true,
    forward: { name: 'sources' },
    reverse: {
      name: 'referenceGrants',
      on: [gateway, ...[...listenerSets, ...routes].map(({ kind }) => kind), persistentVolumeClaim],
    },
    source: 'gateway-api v1 ReferenceGrantFrom: namespace, group and kind',
    describe: '`spec.from[]`: every object of the kind in that namespace',
    extract: ({ object }) => ({
      selectors: arrayAt(object, 'spec', 'from').flatMap((from, index) => {
        const namespace = stringAt(from, 'namespace');
        if (!isPointerText(namespace)) return [];
        return allOfKind({ relation: FROM, path: 'spec.from[]', index, namespace, named: from });
      }),
    }),
  },
  {
    relation: TO,
    from: referenceGrant,
    target: '*',
    selects: true,
    forward: { name: 'targets' },
    reverse: { name: 'referenceGrants', on: [service, secret, configMap] },
    source: 'gateway-api v1 ReferenceGrantTo: where it says no name, all of the kind in its own namespace',
    describe: '`spec.to[]` without a name: every object of the kind in the namespace of the grant',
    extract: ({ object, namespace }) => ({
      selectors: arrayAt(object, 'spec', 'to').flatMap((to, index) => {
        if ((stringAt(to, 'name') ?? '') !== '') return [];
        return allOfKind({ relation: TO, path: 'spec.to[]', index, namespace: namespace ?? '', named: to });
      }),
    }),
  },
];

function allOfKind(options: {
  readonly relation: string;
  readonly path: string;
  readonly index: number;
  readonly namespace: string;
  readonly named: JsonValue;
}): SelectorDraft[] {
  const { relation, path, index, namespace, named } = options;
  const group = stringAt(named, 'group') ?? '';
  const kind = stringAt(named, 'kind');
  if (!isPointerText(kind) || (group !== '' && !isPointerText(group))) return [];
  return [{ relation, path, indexes: [index], group, kind, namespace, requirements: [] }];
}
