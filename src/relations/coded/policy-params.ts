/** The parameters of admission policies: of which kind they are the policy says, and which ones its bindings. The store resolves it: two objects decide. */
import type { KindKey } from '../../kube/kind.ts';
import {
  customResourceDefinition,
  mutatingAdmissionPolicy,
  mutatingAdmissionPolicyBinding,
  validatingAdmissionPolicy,
  validatingAdmissionPolicyBinding,
} from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';

export const POLICY_PARAMETER = 'admission-policy-binding-parameter';
export const POLICY_DEFINITION = 'admission-policy-parameter-definition';

export interface PolicyFamily {
  readonly policy: KindKey;
  readonly binding: KindKey;
  /** The list of the policies on what they name. */
  readonly policies: string;
}

export const policyFamilies: readonly PolicyFamily[] = [
  { policy: validatingAdmissionPolicy, binding: validatingAdmissionPolicyBinding, policies: 'validatingAdmissionPolicies' },
  { policy: mutatingAdmissionPolicy, binding: mutatingAdmissionPolicyBinding, policies: 'mutatingAdmissionPolicies' },
];

/** The import joins them once all are in. */
const extract = () => ({});

export const policyParameterRelations: readonly CodedRelation[] = policyFamilies.flatMap(
  ({ policy, binding, policies }): CodedRelation[] => [
    {
      relation: POLICY_PARAMETER,
      from: binding,
      target: '*',
      selects: true,
      joined: true,
      forward: { name: 'parameters' },
      source: 'admissionregistration/v1 ParamRef, ParamKind: a binding whose policy says no kind has none',
      describe:
        '`spec.paramRef.name` or `.selector`, of the kind that `spec.paramKind` of its policy says; of a kind that lies in namespaces only where it says in which. Optional where parameterNotFoundAction is `Allow`',
      extract,
    },
    {
      relation: POLICY_DEFINITION,
      from: policy,
      target: customResourceDefinition,
      joined: true,
      forward: { name: 'parameterDefinition', one: true },
      reverse: { name: policies },
      source: 'admissionregistration/v1 ParamKind',
      describe: '`spec.paramKind`: the CustomResourceDefinition of that group and kind, where one is there',
      extract,
    },
  ],
);
