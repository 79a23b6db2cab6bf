import { checkRules } from '../../../test/support/relation-rules.ts';
import { openShiftImageExamples } from '../testing/examples/openshift-images.ts';
import { openShiftImageRules } from './openshift-images.ts';

checkRules(openShiftImageRules, openShiftImageExamples);
