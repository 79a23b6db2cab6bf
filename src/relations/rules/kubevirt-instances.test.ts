import { checkRules } from '../../../test/support/relation-rules.ts';
import { kubevirtInstanceExamples } from '../testing/examples/kubevirt-instances.ts';
import { kubevirtInstanceRules } from './kubevirt-instances.ts';

checkRules(kubevirtInstanceRules, kubevirtInstanceExamples);
