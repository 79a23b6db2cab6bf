import { checkCoded } from '../../../test/support/relation-rules.ts';
import { grafanaInstanceExamples } from '../testing/examples/grafana.ts';
import { grafanaInstanceRelations } from './grafana-instances.ts';

checkCoded(grafanaInstanceRelations, grafanaInstanceExamples);
