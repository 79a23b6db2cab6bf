import { checkCoded } from '../../../test/support/relation-rules.ts';
import { gatekeeperExamples } from '../testing/examples/gatekeeper.ts';
import { gatekeeperRelations } from './gatekeeper.ts';

checkCoded(gatekeeperRelations, gatekeeperExamples);
