import { checkCoded } from '../../../test/support/relation-rules.ts';
import { gatewayNamespaceExamples } from '../testing/examples/gateway-namespaces.ts';
import { gatewayNamespaceRelations } from './gateway-namespaces.ts';

checkCoded(gatewayNamespaceRelations, gatewayNamespaceExamples);
