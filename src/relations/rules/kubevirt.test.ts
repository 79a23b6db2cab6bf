import { checkRules } from '../../../test/support/relation-rules.ts';
import { kubevirtExamples } from '../testing/examples/kubevirt.ts';
import { kubevirtRules } from './kubevirt.ts';

checkRules(kubevirtRules, kubevirtExamples);
