import { checkCoded } from '../../../test/support/relation-rules.ts';
import { databaseKeyExamples } from '../testing/examples/database-keys.ts';
import { databaseKeyRelations } from './database-keys.ts';

checkCoded(databaseKeyRelations, databaseKeyExamples);
