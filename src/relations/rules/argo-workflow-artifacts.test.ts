import { checkRules } from '../../../test/support/relation-rules.ts';
import { argoWorkflowArtifactExamples } from '../testing/examples/argo-workflow-artifacts.ts';
import { argoWorkflowArtifactRules } from './argo-workflow-artifacts.ts';

checkRules(argoWorkflowArtifactRules, argoWorkflowArtifactExamples);
