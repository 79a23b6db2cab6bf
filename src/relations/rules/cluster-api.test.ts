import { checkRules } from '../../../test/support/relation-rules.ts';
import { clusterApiExamples } from '../testing/examples/cluster-api.ts';
import { clusterApiRules } from './cluster-api.ts';

checkRules(clusterApiRules, clusterApiExamples);
