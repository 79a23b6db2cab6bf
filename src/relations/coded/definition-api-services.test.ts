import { checkCoded } from '../../../test/support/relation-rules.ts';
import { definitionApiServiceExamples } from '../testing/examples/definition-api-services.ts';
import { definitionApiServiceRelations } from './definition-api-services.ts';

checkCoded(definitionApiServiceRelations, definitionApiServiceExamples);
