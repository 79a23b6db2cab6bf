import { checkRules } from '../../../test/support/relation-rules.ts';
import { grafanaExamples } from '../testing/examples/grafana.ts';
import { grafanaRules } from './grafana.ts';

checkRules(grafanaRules, grafanaExamples);
