import { checkRules } from '../../../test/support/relation-rules.ts';
import { storageDriverExamples } from '../testing/examples/storage-drivers.ts';
import { storageDriverRules } from './storage-drivers.ts';

checkRules(storageDriverRules, storageDriverExamples);
