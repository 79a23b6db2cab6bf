import { checkRules } from '../../../test/support/relation-rules.ts';
import { apiMachineryExamples } from '../testing/examples/api-machinery.ts';
import { apiMachineryRules } from './api-machinery.ts';

checkRules(apiMachineryRules, apiMachineryExamples);
