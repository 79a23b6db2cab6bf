import { checkRules } from '../../../test/support/relation-rules.ts';
import { elasticExamples } from '../testing/examples/elastic.ts';
import { elasticRules } from './elastic.ts';

checkRules(elasticRules, elasticExamples);
