import { checkCoded } from '../../../test/support/relation-rules.ts';
import { madeNameExamples } from '../testing/examples/made-names.ts';
import { madeNameRelations } from './made-names.ts';

checkCoded(madeNameRelations, madeNameExamples);
