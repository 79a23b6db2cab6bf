import { checkCoded } from '../../../test/support/relation-rules.ts';
import { admissionNamespaceExamples } from '../testing/examples/admission-namespaces.ts';
import { admissionNamespaceRelations } from './admission-namespaces.ts';

checkCoded(admissionNamespaceRelations, admissionNamespaceExamples);
