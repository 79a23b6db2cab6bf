import { describe } from 'vitest';
import type { JsonObject } from '../../records/record.ts';
import { type Row, testCases } from '../testing/cases.ts';
import { NOW } from '../testing/real-objects.ts';

const CLAIM = 'PersistentVolumeClaim data/data-postgres-0';
const pending: JsonObject = { status: { phase: 'Pending' } };
const waits = { name: 'local', bindingMode: 'WaitForFirstConsumer' };
const condition = (type: string): JsonObject => ({ status: { conditions: [{ type, status: 'True' }] } });

const CLAIMS: readonly Row[] = [
  ['HEALTHY', 'it is bound', CLAIM],
  ['SUSPENDED WaitForFirstConsumer', 'nobody uses it yet', CLAIM, { change: pending, facts: { storageClass: waits, users: 0 } }],
  ['DEGRADED Pending', 'a pod waits for it', CLAIM, { change: pending, facts: { storageClass: waits, users: 1 }, now: NOW + 3_600_000 }],
  ['UNKNOWN WaitForFirstConsumer', 'pods were not captured', CLAIM, { change: pending, facts: { storageClass: waits, users: null } }],
  [
    'UNKNOWN Pending',
    'its class was not captured',
    CLAIM,
    { change: pending, facts: { storageClass: null, users: 0 }, now: NOW + 3_600_000 },
  ],
  ['PROGRESSING Pending', 'it was asked for a moment ago', CLAIM, { change: pending, now: Number.NEGATIVE_INFINITY }],
  [
    'DEGRADED ProvisioningFailed',
    'its volume cannot be made',
    CLAIM,
    { change: pending, facts: { warnings: [{ reason: 'ProvisioningFailed', message: 'no space', lastAt: NOW }] } },
    'no space.',
  ],
  [
    'DEGRADED MissingReference',
    'its class does not exist',
    CLAIM,
    { change: pending, facts: { missing: [{ kind: 'StorageClass', name: 'fast', key: null, path: 'spec.storageClassName' }] } },
    'StorageClass fast',
  ],
  ['DEGRADED Lost', 'its volume is gone', CLAIM, { change: { status: { phase: 'Lost' } } }, 'the data may be lost'],
  ['DEGRADED ControllerResizeError', 'it cannot be resized', CLAIM, { change: condition('ControllerResizeError') }],
  ['PROGRESSING FileSystemResizePending', 'it is being resized', CLAIM, { change: condition('FileSystemResizePending') }],
  [
    'DEGRADED ControllerResizeInfeasible',
    'it never will be',
    CLAIM,
    { change: { status: { allocatedResourceStatuses: { storage: 'ControllerResizeInfeasible' } } } },
  ],
  ['UNKNOWN NoStatus', 'it has no status', CLAIM, { change: { status: null } }],
];

const VOLUME = 'PersistentVolume pv-worker-a2-disk0';
const released: JsonObject = { status: { phase: 'Released' }, spec: { persistentVolumeReclaimPolicy: 'Retain' } };
const VOLUMES: readonly Row[] = [
  ['HEALTHY', 'it is bound', VOLUME],
  ['SUSPENDED Released', 'its claim is gone and its data is kept', VOLUME, { change: released }],
  ['PROGRESSING Released', 'it is being deleted', VOLUME, { change: { ...released, spec: { persistentVolumeReclaimPolicy: 'Delete' } } }],
  [
    'DEGRADED VolumeFailedDelete',
    'it cannot be deleted',
    VOLUME,
    { change: released, facts: { warnings: [{ reason: 'VolumeFailedDelete', message: 'busy', lastAt: NOW }] } },
  ],
  ['DEGRADED Failed', 'it could not be reclaimed', VOLUME, { change: { status: { phase: 'Failed' } } }],
  ['PROGRESSING Pending', 'it is being made', VOLUME, { change: { status: { phase: 'Pending' } } }],
  ['UNKNOWN NoStatus', 'it says no phase', VOLUME, { change: { status: { phase: 7 } } }],
];

describe('claims', () => testCases(CLAIMS));
describe('volumes', () => testCases(VOLUMES));
