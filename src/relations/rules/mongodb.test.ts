import { checkRules } from '../../../test/support/relation-rules.ts';
import { mongodbExamples } from '../testing/examples/mongodb.ts';
import { mongodbRules } from './mongodb.ts';

checkRules(mongodbRules, mongodbExamples);
