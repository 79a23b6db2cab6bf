import { checkRules } from '../../../test/support/relation-rules.ts';
import { nodeAddressExamples } from '../testing/examples/node-addresses.ts';
import { nodeAddressRules } from './node-addresses.ts';

checkRules(nodeAddressRules, nodeAddressExamples);
