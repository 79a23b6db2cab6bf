import { checkRules } from '../../../test/support/relation-rules.ts';
import { argoEventExamples } from '../testing/examples/argo-events.ts';
import { argoEventRules } from './argo-events.ts';

checkRules(argoEventRules, argoEventExamples);
