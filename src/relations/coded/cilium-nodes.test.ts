import { checkCoded } from '../../../test/support/relation-rules.ts';
import { ciliumNodeExamples } from '../testing/examples/cilium-nodes.ts';
import { ciliumNodeRelations } from './cilium-nodes.ts';

checkCoded(ciliumNodeRelations, ciliumNodeExamples);
