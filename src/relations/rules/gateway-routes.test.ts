import { checkRules } from '../../../test/support/relation-rules.ts';
import { gatewayRouteExamples } from '../testing/examples/gateway-routes.ts';
import { gatewayRouteRules } from './gateway-routes.ts';

checkRules(gatewayRouteRules, gatewayRouteExamples);
