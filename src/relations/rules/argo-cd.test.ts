import { checkRules } from '../../../test/support/relation-rules.ts';
import { argoCdExamples } from '../testing/examples/argo-cd.ts';
import { argoCdRules } from './argo-cd.ts';

checkRules(argoCdRules, argoCdExamples);
