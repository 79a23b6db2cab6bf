import { checkRules } from '../../../test/support/relation-rules.ts';
import { deviceExamples } from '../testing/examples/devices.ts';
import { deviceRules } from './devices.ts';

checkRules(deviceRules, deviceExamples);
