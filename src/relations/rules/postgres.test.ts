import { checkRules } from '../../../test/support/relation-rules.ts';
import { postgresExamples } from '../testing/examples/postgres.ts';
import { postgresRules } from './postgres.ts';

checkRules(postgresRules, postgresExamples);
