import { checkRules } from '../../../test/support/relation-rules.ts';
import { volumeSnapshotExamples } from '../testing/examples/volume-snapshots.ts';
import { volumeSnapshotRules } from './volume-snapshots.ts';

checkRules(volumeSnapshotRules, volumeSnapshotExamples);
