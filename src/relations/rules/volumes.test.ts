import { checkRules } from '../../../test/support/relation-rules.ts';
import { volumeExamples } from '../testing/examples/volumes.ts';
import { volumeRules } from './volumes.ts';

checkRules(volumeRules, volumeExamples);
