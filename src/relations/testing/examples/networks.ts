/** The domains of networks, beside gateways and routers. */
import { ciliumNodeRelations } from '../../coded/cilium-nodes.ts';
import { ciliumPolicyRelations } from '../../coded/cilium-policies.ts';
import { workloadSelectorRelations } from '../../coded/workload-selectors.ts';
import { calicoRules } from '../../rules/calico.ts';
import { ciliumRules } from '../../rules/cilium.ts';
import { istioReachRules } from '../../rules/istio-reach.ts';
import { loadBalancerRules } from '../../rules/load-balancers.ts';
import { calicoExamples } from './calico.ts';
import { ciliumExamples } from './cilium.ts';
import { ciliumNodeExamples } from './cilium-nodes.ts';
import { ciliumPolicyExamples } from './cilium-policies.ts';
import type { ExampleDomain } from './domain.ts';
import { istioReachExamples } from './istio-reach.ts';
import { istioWorkloadExamples } from './istio-workloads.ts';
import { loadBalancerExamples } from './load-balancers.ts';

export const networkDomains: readonly ExampleDomain[] = [
  { name: 'calico', rules: calicoRules, examples: calicoExamples },
  { name: 'cilium', rules: ciliumRules, examples: ciliumExamples },
  { name: 'cilium-policies', coded: ciliumPolicyRelations, examples: ciliumPolicyExamples },
  { name: 'istio-workloads', coded: workloadSelectorRelations, examples: istioWorkloadExamples },
  { name: 'cilium-nodes', coded: ciliumNodeRelations, examples: ciliumNodeExamples },
  { name: 'istio-reach', rules: istioReachRules, examples: istioReachExamples },
  { name: 'load-balancers', rules: loadBalancerRules, examples: loadBalancerExamples },
];
