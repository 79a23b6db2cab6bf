import { checkCoded } from '../../../test/support/relation-rules.ts';
import { volumeGroupSnapshotClaimExamples } from '../testing/examples/volume-snapshots.ts';
import { volumeGroupSnapshotRelations } from './volume-group-snapshots.ts';

checkCoded(volumeGroupSnapshotRelations, volumeGroupSnapshotClaimExamples);
