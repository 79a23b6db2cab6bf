import { checkRules } from '../../../test/support/relation-rules.ts';
import { storageOperatorExamples } from '../testing/examples/storage-operators.ts';
import { storageOperatorRules } from './storage-operators.ts';

checkRules(storageOperatorRules, storageOperatorExamples);
