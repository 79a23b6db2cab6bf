/** Argo Workflows: its kinds, and what has the spec of a Workflow. */
import type { KindKey } from '../../kube/kind.ts';
import type { HolderSource } from '../rule.ts';

const argo = (kind: string): KindKey => ({ group: 'argoproj.io', kind });
export const workflow: KindKey = argo('Workflow');
export const workflowTemplate: KindKey = argo('WorkflowTemplate');
export const clusterWorkflowTemplate: KindKey = argo('ClusterWorkflowTemplate');
export const cronWorkflow: KindKey = argo('CronWorkflow');
export const workflowEventBinding: KindKey = argo('WorkflowEventBinding');

/** A ClusterWorkflowTemplate is not among them: it runs in the namespace of whoever names it. */
export const workflowSpecs: HolderSource = {
  holders: [
    { kind: workflow, path: 'spec' },
    { kind: workflowTemplate, path: 'spec' },
    { kind: cronWorkflow, path: 'spec.workflowSpec' },
  ],
};

export const byWorkflows: { readonly from: HolderSource; readonly reverse: { readonly name: string } } = {
  from: workflowSpecs,
  reverse: { name: 'argoWorkflows' },
};
