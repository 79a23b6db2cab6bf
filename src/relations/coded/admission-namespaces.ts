/**
 * The namespaces whose objects webhooks and admission policies are asked about. An empty selector, and none at all, selects every namespace;
 * what is asked about objects in no namespace only, selects none. Which objects of a namespace are meant (rules, objectSelector) is not told.
 */
import type { KindKey } from '../../kube/kind.ts';
import { requirementsOf } from '../../kube/label-selector.ts';
import { arrayAt, isObject, valueAt } from '../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import {
  mutatingAdmissionPolicy,
  mutatingAdmissionPolicyBinding,
  mutatingWebhookConfiguration,
  namespaceKind,
  validatingAdmissionPolicy,
  validatingAdmissionPolicyBinding,
  validatingWebhookConfiguration,
} from '../kinds.ts';
import type { CodedRelation, SelectorDraft } from '../rule.ts';

const WEBHOOKS = 'webhook-namespace';
const POLICIES = 'admission-policy-namespace';

interface Row {
  readonly from: KindKey;
  readonly reverse: string;
  /** Where the rules stand and the selector. */
  readonly holder: 'webhooks' | 'matchConstraints' | 'matchResources';
}

const rows: readonly Row[] = [
  { from: mutatingWebhookConfiguration, reverse: 'mutatingWebhookConfigurations', holder: 'webhooks' },
  { from: validatingWebhookConfiguration, reverse: 'validatingWebhookConfigurations', holder: 'webhooks' },
  { from: mutatingAdmissionPolicy, reverse: 'mutatingAdmissionPolicies', holder: 'matchConstraints' },
  { from: validatingAdmissionPolicy, reverse: 'validatingAdmissionPolicies', holder: 'matchConstraints' },
  { from: mutatingAdmissionPolicyBinding, reverse: 'mutatingAdmissionPolicyBindings', holder: 'matchResources' },
  { from: validatingAdmissionPolicyBinding, reverse: 'validatingAdmissionPolicyBindings', holder: 'matchResources' },
];

export const admissionNamespaceRelations: readonly CodedRelation[] = rows.map(({ from, reverse, holder }): CodedRelation => {
  const relation = holder === 'webhooks' ? WEBHOOKS : POLICIES;
  const path = holder === 'webhooks' ? 'webhooks[].namespaceSelector' : `spec.${holder}.namespaceSelector`;
  return {
    relation,
    from,
    target: namespaceKind,
    selects: true,
    forward: { name: 'matchedNamespaces' },
    reverse: { name: reverse },
    source:
      holder === 'webhooks'
        ? 'admissionregistration/v1 ValidatingWebhook.namespaceSelector, MutatingWebhook.namespaceSelector'
        : 'admissionregistration/v1 MatchResources.namespaceSelector',
    describe: `\`${path}\`; empty and nil select every namespace${holder === 'matchResources' ? '; a binding without matchResources narrows nothing and is left out' : ''}. Where all rules have the scope \`Cluster\`, none`,
    extract: ({ object }) => ({
      selectors: holdersOf(object, holder).flatMap(({ value, indexes }): SelectorDraft[] => {
        if (isOfClusterAlone(value)) return [];
        const requirements = requirementsOf(valueAt(value, 'namespaceSelector') ?? {});
        return requirements === null ? [] : [{ relation, path, indexes, ...namespaceKind, namespace: null, requirements }];
      }),
    }),
  };
});

function holdersOf(
  object: JsonObject,
  holder: Row['holder'],
): readonly { readonly value: JsonObject; readonly indexes: readonly number[] }[] {
  if (holder === 'webhooks') {
    return arrayAt(object, 'webhooks').flatMap((value, index) => (isObject(value) ? [{ value, indexes: [index] }] : []));
  }
  const value = valueAt(object, 'spec', holder);
  return isObject(value) ? [{ value, indexes: [] }] : [];
}

/** Namespaces themselves are such objects; they are selected by their own labels, and are not meant here. */
function isOfClusterAlone(holder: JsonValue): boolean {
  const rules = [...arrayAt(holder, 'rules'), ...arrayAt(holder, 'resourceRules')];
  return rules.length > 0 && rules.every((rule) => valueAt(rule, 'scope') === 'Cluster');
}
