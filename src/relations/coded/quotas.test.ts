import { checkCoded } from '../../../test/support/relation-rules.ts';
import { quotaExamples } from '../testing/examples/quotas.ts';
import { quotaRelations } from './quotas.ts';

checkCoded(quotaRelations, quotaExamples);
