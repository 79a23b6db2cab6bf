/**
 * Calico's policies: the pods that they are for, and whom they name in their rules. Served by Calico's API server or as its CRDs.
 * What a selector of labels cannot say is left out: other service accounts' pods, `notSelector`, namespaces by other labels than their name.
 */

import type { KindKey } from '../../kube/kind.ts';
import type { Requirement } from '../../kube/requirement.ts';
import { arrayAt, objectAt, stringAt } from '../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { ipBlock, pod, service } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import type { CodedRelation, ReferenceDraft, SelectorDraft } from '../rule.ts';
import { parseCalicoSelector } from './calico-selector.ts';

const policies: readonly { readonly from: KindKey; readonly name: string }[] = ['projectcalico.org', 'crd.projectcalico.org'].flatMap(
  (group) => [
    { from: { group, kind: 'NetworkPolicy' }, name: 'calicoNetworkPolicies' },
    { from: { group, kind: 'GlobalNetworkPolicy' }, name: 'calicoGlobalNetworkPolicies' },
  ],
);

/** Labels that Calico gives: of pods their namespace, of namespaces their name. */
const NAMESPACE_OF_POD = 'projectcalico.org/namespace';
const NAMES_OF_NAMESPACE = ['projectcalico.org/name', 'kubernetes.io/metadata.name'];

export const calicoPolicyRelations: readonly CodedRelation[] = policies.flatMap(({ from, name }): readonly CodedRelation[] => [
  {
    relation: 'calico-policy-pod',
    from,
    target: pod,
    selects: true,
    forward: { name: 'pods' },
    reverse: { name },
    source: 'projectcalico v3 NetworkPolicySpec.selector, GlobalNetworkPolicySpec.selector and namespaceSelector: an absent one is all()',
    describe:
      '`spec.selector` and `spec.namespaceSelector`, as far as labels and names of namespaces can say it; nothing beside serviceAccountSelector',
    extract: ({ object, namespace }) => {
      const spec = objectAt(object, 'spec');
      if (spec === undefined || (stringAt(spec, 'serviceAccountSelector') ?? '') !== '') return {};
      return { selectors: podSelectors({ relation: 'calico-policy-pod', path: 'spec.selector', indexes: [], holder: spec, namespace }) };
    },
  },
  {
    relation: 'calico-policy-peer-pod',
    from,
    target: pod,
    selects: true,
    forward: { name: 'peerPods' },
    reverse: { name: `peer${name.slice(0, 1).toUpperCase()}${name.slice(1)}` },
    source: 'projectcalico v3 EntityRule: selector and namespaceSelector',
    describe:
      '`selector` and `namespaceSelector` of `spec.ingress[].source` and `spec.egress[].destination`; nothing beside notSelector and serviceAccounts',
    extract: ({ object, namespace }) => ({
      selectors: peersOf(object).flatMap(({ path, indexes, peer }) => {
        const isSelecting = ['selector', 'namespaceSelector'].some((key) => (stringAt(peer, key) ?? '') !== '');
        if (!isSelecting || (stringAt(peer, 'notSelector') ?? '') !== '' || objectAt(peer, 'serviceAccounts') !== undefined) return [];
        return podSelectors({ relation: 'calico-policy-peer-pod', path: `${path}.selector`, indexes, holder: peer, namespace });
      }),
    }),
  },
  {
    relation: 'calico-policy-peer-block',
    from,
    target: ipBlock,
    source: 'projectcalico v3 EntityRule.nets',
    describe: '`nets[]` of `spec.ingress[].source` and `spec.egress[].destination`',
    extract: ({ object }) => ({
      references: peersOf(object).flatMap(({ path, indexes, peer }) =>
        arrayAt(peer, 'nets').flatMap((name, index): ReferenceDraft[] => {
          if (!isPointerText(name)) return [];
          const place = { path: `${path}.nets[]`, indexes: [...indexes, index] };
          return [{ relation: 'calico-policy-peer-block', ...place, ...ipBlock, namespace: null, name, flags: 0, written: name }];
        }),
      ),
    }),
  },
  {
    relation: 'calico-policy-service',
    from,
    target: service,
    forward: { name: 'peerServices' },
    reverse: { name: `peer${name.slice(0, 1).toUpperCase()}${name.slice(1)}` },
    source: 'projectcalico v3 ServiceMatch: a policy of a namespace means that one where it says none',
    describe: '`services` of `spec.ingress[].source` and `spec.egress[].destination`',
    extract: ({ object, namespace }) => ({
      references: peersOf(object).flatMap(({ path, indexes, peer }): ReferenceDraft[] => {
        const match = objectAt(peer, 'services');
        const name = stringAt(match, 'name');
        const home = stringAt(match, 'namespace') || namespace;
        if (match === undefined || !isPointerText(name) || !isPointerText(home)) return [];
        const place = { path: `${path}.services.name`, indexes };
        return [{ relation: 'calico-policy-service', ...place, ...service, namespace: home, name, flags: 0, written: match }];
      }),
    }),
  },
]);

interface Peer {
  readonly path: string;
  readonly indexes: readonly number[];
  readonly peer: JsonObject;
}

function peersOf(policy: JsonObject): readonly Peer[] {
  return ['ingress.source', 'egress.destination'].flatMap((place) => {
    const [rules = '', end = ''] = place.split('.');
    return arrayAt(policy, 'spec', rules).flatMap((rule: JsonValue, index): Peer[] => {
      const peer = objectAt(rule, end);
      return peer === undefined ? [] : [{ path: `spec.${rules}[].${end}`, indexes: [index], peer }];
    });
  });
}

/** Pods by the two selectors of the holder; none where either says what cannot be asked. `namespace`: null for a global policy. */
function podSelectors(options: {
  readonly relation: string;
  readonly path: string;
  readonly indexes: readonly number[];
  readonly holder: JsonObject;
  readonly namespace: string | null;
}): SelectorDraft[] {
  const { relation, path, indexes, holder, namespace } = options;
  const alternatives = parseCalicoSelector(stringAt(holder, 'selector') ?? '');
  const scopes = scopesOf(stringAt(holder, 'namespaceSelector') ?? '', namespace);
  if (alternatives === null || scopes === null) return [];
  const drafts: SelectorDraft[] = [];
  for (const alternative of alternatives) {
    const requirements = alternative.filter(({ key }) => key !== NAMESPACE_OF_POD);
    if (requirements.some(({ key }) => isGiven(key))) return [];
    const namespaces = within(
      scopes,
      alternative.filter(({ key }) => key === NAMESPACE_OF_POD),
    );
    if (namespaces === null) return [];
    for (const scope of namespaces) drafts.push({ relation, path, indexes, ...pod, namespace: scope, requirements });
  }
  return drafts;
}

/** A label that Calico knows and the pod has not. */
function isGiven(key: string): boolean {
  return key.startsWith('projectcalico.org/') || key.startsWith('pcns.') || key.startsWith('pcsa.');
}

/** null where other labels than their names decide. */
function scopesOf(selector: string, namespace: string | null): readonly (string | null)[] | null {
  if (selector.trim() === '') return [namespace];
  const alternatives = parseCalicoSelector(selector);
  if (alternatives === null) return null;
  const scopes = alternatives.map((alternative) =>
    alternative.every(({ key }) => NAMES_OF_NAMESPACE.includes(key)) ? within([null], alternative) : null,
  );
  return scopes.includes(null) ? null : [...new Set(scopes.flatMap((names) => names ?? []))];
}

/** Those of the scopes that all of these requirements of names leave; null where they say it by exclusion. */
function within(scopes: readonly (string | null)[], byName: readonly Requirement[]): readonly (string | null)[] | null {
  if (byName.some(({ operator }) => operator !== 'In')) return null;
  return byName.reduce<readonly (string | null)[]>(
    (left, { values }) => (left.includes(null) ? values : left.filter((scope) => scope !== null && values.includes(scope))),
    scopes,
  );
}
