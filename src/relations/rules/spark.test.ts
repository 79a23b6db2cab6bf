import { checkRules } from '../../../test/support/relation-rules.ts';
import { sparkExamples } from '../testing/examples/spark.ts';
import { sparkRules } from './spark.ts';

checkRules(sparkRules, sparkExamples);
