import { checkRules } from '../../../test/support/relation-rules.ts';
import { olmExamples } from '../testing/examples/olm.ts';
import { olmRules } from './olm.ts';

checkRules(olmRules, olmExamples);
