import { checkRules } from '../../../test/support/relation-rules.ts';
import { openShiftBuildExamples } from '../testing/examples/openshift-builds.ts';
import { openShiftBuildRules } from './openshift-builds.ts';

checkRules(openShiftBuildRules, openShiftBuildExamples);
