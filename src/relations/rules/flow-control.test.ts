import { checkRules } from '../../../test/support/relation-rules.ts';
import { flowControlExamples } from '../testing/examples/flow-control.ts';
import { flowControlRules } from './flow-control.ts';

checkRules(flowControlRules, flowControlExamples);
