import { checkRules } from '../../../test/support/relation-rules.ts';
import { gatewayExamples } from '../testing/examples/gateways.ts';
import { gatewayRules } from './gateways.ts';

checkRules(gatewayRules, gatewayExamples);
