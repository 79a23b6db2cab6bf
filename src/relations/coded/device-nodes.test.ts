import { checkCoded } from '../../../test/support/relation-rules.ts';
import { deviceNodeExamples } from '../testing/examples/device-nodes.ts';
import { deviceNodeRelations } from './device-nodes.ts';

checkCoded(deviceNodeRelations, deviceNodeExamples);
