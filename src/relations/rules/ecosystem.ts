/** The rules of projects beside Kubernetes, one file a project. */
import type { RelationRule } from '../rule.ts';
import { argoCdRules } from './argo-cd.ts';
import { argoEventRules } from './argo-events.ts';
import { argoRolloutRules } from './argo-rollouts.ts';
import { argoWorkflowArtifactRules } from './argo-workflow-artifacts.ts';
import { argoWorkflowRules } from './argo-workflows.ts';
import { certManagerRules } from './cert-manager.ts';
import { certManagerInjectionRules } from './cert-manager-injection.ts';
import { crossplaneRules } from './crossplane.ts';
import { crossplanePackageRules } from './crossplane-packages.ts';
import { externalSecretStoreRules } from './external-secret-stores.ts';
import { externalSecretRules } from './external-secrets.ts';
import { fluxRules } from './flux.ts';
import { fluxSourceRules } from './flux-sources.ts';
import { knativeRules } from './knative.ts';
import { knativeEventingRules } from './knative-eventing.ts';
import { olmRules } from './olm.ts';
import { operatorRules } from './operators.ts';
import { policyReportRules } from './policy-reports.ts';
import { prometheusOperatorRules } from './prometheus-operator.ts';
import { sparkRules } from './spark.ts';
import { tektonRules } from './tekton.ts';
import { veleroRules } from './velero.ts';

export const ecosystemRules: readonly RelationRule[] = [
  ...argoCdRules,
  ...fluxRules,
  ...fluxSourceRules,
  ...certManagerRules,
  ...certManagerInjectionRules,
  ...externalSecretRules,
  ...externalSecretStoreRules,
  ...crossplaneRules,
  ...crossplanePackageRules,
  ...olmRules,
  ...policyReportRules,
  ...prometheusOperatorRules,
  ...veleroRules,
  ...tektonRules,
  ...argoRolloutRules,
  ...knativeRules,
  ...knativeEventingRules,
  ...argoWorkflowRules,
  ...argoWorkflowArtifactRules,
  ...argoEventRules,
  ...sparkRules,
  ...operatorRules,
];
