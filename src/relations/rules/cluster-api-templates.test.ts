import { checkRules } from '../../../test/support/relation-rules.ts';
import { clusterApiTemplateExamples } from '../testing/examples/cluster-api-templates.ts';
import { clusterApiTemplateRules } from './cluster-api-templates.ts';

checkRules(clusterApiTemplateRules, clusterApiTemplateExamples);
