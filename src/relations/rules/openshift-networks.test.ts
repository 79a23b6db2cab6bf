import { checkRules } from '../../../test/support/relation-rules.ts';
import { openShiftNetworkExamples } from '../testing/examples/openshift-networks.ts';
import { openShiftNetworkRules } from './openshift-networks.ts';

checkRules(openShiftNetworkRules, openShiftNetworkExamples);
