/** Every domain's rules with their examples, for what asks about all of them: a real API server, and docs/relations-evidence.md. */
import type { Example } from '../../../../test/support/relation-rules.ts';
import type { CodedRelation, RelationRule } from '../../rule.ts';
import { apiMachineryRules } from '../../rules/api-machinery.ts';
import { autoscalingRules } from '../../rules/autoscaling.ts';
import { certificateRules } from '../../rules/certificates.ts';
import { claimRules } from '../../rules/claims.ts';
import { deviceRules } from '../../rules/devices.ts';
import { eventRules } from '../../rules/events.ts';
import { gatewayRouteRules } from '../../rules/gateway-routes.ts';
import { gatewayRules } from '../../rules/gateways.ts';
import { ingressRules } from '../../rules/ingress.ts';
import { istioRules } from '../../rules/istio.ts';
import { leaseRules } from '../../rules/leases.ts';
import { ownershipRules } from '../../rules/ownership.ts';
import { podConfigurationRules } from '../../rules/pod-configuration.ts';
import { podIdentityRules } from '../../rules/pod-identity.ts';
import { podStorageRules } from '../../rules/pod-storage.ts';
import { rbacRules } from '../../rules/rbac.ts';
import { referenceGrantRules } from '../../rules/reference-grants.ts';
import { routerRules } from '../../rules/routers.ts';
import { schedulingRules } from '../../rules/scheduling.ts';
import { serviceRules } from '../../rules/services.ts';
import { storageDriverRules } from '../../rules/storage-drivers.ts';
import { volumeRules } from '../../rules/volumes.ts';
import { workloadRules } from '../../rules/workloads.ts';
import { apiMachineryExamples } from './api-machinery.ts';
import { autoscalingExamples } from './autoscaling.ts';
import { certificateExamples } from './certificates.ts';
import { claimExamples } from './claims.ts';
import { deviceExamples } from './devices.ts';
import { eventExamples } from './events.ts';
import { gatewayRouteExamples } from './gateway-routes.ts';
import { gatewayExamples } from './gateways.ts';
import { ingressExamples } from './ingress.ts';
import { istioExamples } from './istio.ts';
import { leaseExamples } from './leases.ts';
import { ownershipExamples } from './ownership.ts';
import { podConfigurationExamples } from './pod-configuration.ts';
import { podIdentityExamples } from './pod-identity.ts';
import { podStorageExamples } from './pod-storage.ts';
import { rbacExamples } from './rbac.ts';
import { referenceGrantExamples } from './reference-grants.ts';
import { routerExamples } from './routers.ts';
import { schedulingExamples } from './scheduling.ts';
import { serviceExamples } from './services.ts';
import { storageDriverExamples } from './storage-drivers.ts';
import { volumeExamples } from './volumes.ts';
import { workloadExamples } from './workloads.ts';

export interface ExampleDomain {
  readonly name: string;
  readonly rules?: readonly RelationRule[  { name: 'gateways', rules: gatewayRules, examples: gatewayExamples },
  { name: 'gateway-routes', rules: gatewayRouteRules, examples: gatewayRouteExamples },
  { name: 'reference-grants', rules: referenceGrantRules, examples: referenceGrantExamples },
  { name: 'routers', rules: routerRules, examples: routerExamples },
  { name: 'istio', rules: istioRules, examples: istioExamples },
];
  readonly coded?: readonly CodedRelation[  { name: 'gateways', rules: gatewayRules, examples: gatewayExamples },
  { name: 'gateway-routes', rules: gatewayRouteRules, examples: gatewayRouteExamples },
  { name: 'reference-grants', rules: referenceGrantRules, examples: referenceGrantExamples },
  { name: 'routers', rules: routerRules, examples: routerExamples },
  { name: 'istio', rules: istioRules, examples: istioExamples },
];
  readonly examples: readonly Example[  { name: 'gateways', rules: gatewayRules, examples: gatewayExamples },
  { name: 'gateway-routes', rules: gatewayRouteRules, examples: gatewayRouteExamples },
  { name: 'reference-grants', rules: referenceGrantRules, examples: referenceGrantExamples },
  { name: 'routers', rules: routerRules, examples: routerExamples },
  { name: 'istio', rules: istioRules, examples: istioExamples },
];
}

export const exampleDomains: readonly ExampleDomain[] = [
  { name: 'api-machinery', rules: apiMachineryRules, examples: apiMachineryExamples },
  { name: 'autoscaling', rules: autoscalingRules, examples: autoscalingExamples },
  { name: 'certificates', rules: certificateRules, examples: certificateExamples },
  { name: 'claims', rules: claimRules, examples: claimExamples },
  { name: 'devices', rules: deviceRules, examples: deviceExamples },
  { name: 'events', rules: eventRules, examples: eventExamples },
  { name: 'ingress', rules: ingressRules, examples: ingressExamples },
  { name: 'leases', rules: leaseRules, examples: leaseExamples },
  { name: 'ownership', rules: ownershipRules, examples: ownershipExamples },
  { name: 'pod-configuration', rules: podConfigurationRules, examples: podConfigurationExamples },
  { name: 'pod-identity', rules: podIdentityRules, examples: podIdentityExamples },
  { name: 'pod-storage', rules: podStorageRules, examples: podStorageExamples },
  { name: 'rbac', rules: rbacRules, examples: rbacExamples },
  { name: 'scheduling', rules: schedulingRules, examples: schedulingExamples },
  { name: 'services', rules: serviceRules, examples: serviceExamples },
  { name: 'storage-drivers', rules: storageDriverRules, examples: storageDriverExamples },
  { name: 'volumes', rules: volumeRules, examples: volumeExamples },
  { name: 'workloads', rules: workloadRules, examples: workloadExamples },
  { name: 'gateways', rules: gatewayRules, examples: gatewayExamples },
  { name: 'gateway-routes', rules: gatewayRouteRules, examples: gatewayRouteExamples },
  { name: 'reference-grants', rules: referenceGrantRules, examples: referenceGrantExamples },
  { name: 'routers', rules: routerRules, examples: routerExamples },
  { name: 'istio', rules: istioRules, examples: istioExamples },
];
