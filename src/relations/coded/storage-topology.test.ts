import { checkCoded } from '../../../test/support/relation-rules.ts';
import { storageTopologyExamples } from '../testing/examples/storage-topology.ts';
import { storageTopologyRelations } from './storage-topology.ts';

checkCoded(storageTopologyRelations, storageTopologyExamples);
