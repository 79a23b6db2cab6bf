import { checkRules } from '../../../test/support/relation-rules.ts';
import { tektonExamples } from '../testing/examples/tekton.ts';
import { tektonRules } from './tekton.ts';

checkRules(tektonRules, tektonExamples);
