import { checkRules } from '../../../test/support/relation-rules.ts';
import { argoWorkflowExamples } from '../testing/examples/argo-workflows.ts';
import { argoWorkflowRules } from './argo-workflows.ts';

checkRules(argoWorkflowRules, argoWorkflowExamples);
