import { expect, test } from 'vitest';
import type { JsonObject } from '../../records/record.ts';
import { judge, judgeUnknownVersion } from '../judge.ts';
import { short } from '../testing/real-objects.ts';

const NOW = Date.UTC(2026, 0, 2);
const AN_HOUR_AGO = '2026-01-01T23:00:00Z';
const JUST_NOW = '2026-01-01T23:59:30Z';

const condition = (type: string, status: string, rest: JsonObject = {}): JsonObject => ({ type, status, ...rest });
const conditions = (...list: readonly JsonObject[]): JsonObject => ({ status: { conditions: [...list] } });

/** `expected`, why, `group/Kind`, what the object says. */
const CASES: readonly (readonly [string, string, string, JsonObject])[] = [
  ['-', 'it says nothing', 'example.com/Widget', {}],
  ['-', 'it says what nobody knows', 'example.com/Widget', conditions(condition('WidgetSpinning', 'True'))],
  ['HEALTHY', 'it is ready', 'example.com/Widget', conditions(condition('Ready', 'True'))],
  ['DEGRADED Stalled', 'kstatus: Stalled', 'example.com/Widget', conditions(condition('Ready', 'True'), condition('Stalled', 'True'))],
  [
    'PROGRESSING Reconciling',
    'kstatus: Reconciling',
    'example.com/Widget',
    conditions(condition('Ready', 'True'), condition('Reconciling', 'True')),
  ],
  [
    'PROGRESSING NotReady',
    'not ready since a moment',
    'example.com/Widget',
    conditions(condition('Ready', 'False', { lastTransitionTime: JUST_NOW })),
  ],
  [
    'DEGRADED NoDisk',
    'not ready for long',
    'example.com/Widget',
    conditions(condition('Ready', 'False', { reason: 'NoDisk', lastTransitionTime: AN_HOUR_AGO })),
  ],
  ['PROGRESSING NotReady', 'since when is not told', 'example.com/Widget', conditions(condition('Ready', 'False'))],
  [
    'PROGRESSING Creating',
    'somebody is at it',
    'example.com/Widget',
    conditions(condition('Ready', 'False', { reason: 'Creating', lastTransitionTime: AN_HOUR_AGO })),
  ],
  [
    'PROGRESSING NotReady',
    'nobody knows',
    'example.com/Widget',
    conditions(condition('Ready', 'Unknown', { lastTransitionTime: AN_HOUR_AGO })),
  ],
  [
    'PROGRESSING NotObserved',
    'the status is of an older spec',
    'example.com/Widget',
    { metadata: { generation: 3 }, status: { observedGeneration: 2, conditions: [condition('Ready', 'True')] } },
  ],
  [
    'PROGRESSING Terminating',
    'it is being deleted',
    'example.com/Widget',
    { metadata: { deletionTimestamp: JUST_NOW }, ...conditions(condition('Ready', 'True')) },
  ],
  ['DEGRADED Terminating', 'its deletion hangs', 'example.com/Widget', { metadata: { deletionTimestamp: AN_HOUR_AGO } }],
  ['UNKNOWN Terminating', 'since when it goes cannot be read', 'example.com/Widget', { metadata: { deletionTimestamp: 'yesterday' } }],
  ['HEALTHY', 'Argo CD says so', 'argoproj.io/Application', { status: { health: { status: 'Healthy' } } }],
  ['DEGRADED Missing', 'Argo CD misses objects', 'argoproj.io/Application', { status: { health: { status: 'Missing' } } }],
  ['UNKNOWN Odd', 'a word that Argo CD does not have', 'argoproj.io/Application', { status: { health: { status: 'Odd' } } }],
  ['SUSPENDED Paused', 'a rollout waits for a person', 'argoproj.io/Rollout', { status: { phase: 'Paused' } }],
  [
    'SUSPENDED Suspended',
    'Flux is told to leave it',
    'kustomize.toolkit.fluxcd.io/Kustomization',
    { spec: { suspend: true }, ...conditions(condition('Ready', 'False')) },
  ],
  ['DEGRADED Denied', 'a certificate is denied', 'cert-manager.io/CertificateRequest', conditions(condition('Denied', 'True'))],
  [
    'HEALTHY',
    'a Gateway that is programmed',
    'gateway.networking.k8s.io/Gateway',
    conditions(condition('Accepted', 'True'), condition('Programmed', 'True')),
  ],
  [
    'DEGRADED BackendNotFound',
    'a route whose backend is missing, in one of its parents',
    'gateway.networking.k8s.io/HTTPRoute',
    {
      status: {
        parents: [
          conditions(condition('Accepted', 'True'))['status'] ?? null,
          { conditions: [condition('ResolvedRefs', 'False', { reason: 'BackendNotFound', lastTransitionTime: AN_HOUR_AGO })] },
        ],
      },
    },
  ],
  ['DEGRADED PartiallyFailed', 'a backup failed in part', 'velero.io/Backup', { status: { phase: 'PartiallyFailed' } }],
  [
    'DEGRADED Failing',
    'OpenShift: Failing',
    'config.openshift.io/ClusterVersion',
    conditions(condition('Available', 'True'), condition('Failing', 'True')),
  ],
  [
    'HEALTHY',
    'OpenShift: it is available though it progresses',
    'config.openshift.io/ClusterOperator',
    conditions(condition('Available', 'True'), condition('Progressing', 'True')),
  ],
  ['HEALTHY', 'Tekton: it succeeded', 'tekton.dev/PipelineRun', conditions(condition('Succeeded', 'True'))],
];

test.each(CASES)('%s: %s (%s)', (expected, _, kind, object) => {
  expect(short(judge({ key: keyOf(kind), object, now: NOW, facts: {} }))).toBe(expected);
});

test('what it controls explains why it is not well', () => {
  const worst = { kind: 'Pod', name: 'db-0', status: 'DEGRADED', reason: 'Error', message: 'It ended', phase: 'Running' } as const;
  const object = conditions(condition('Ready', 'False', { lastTransitionTime: AN_HOUR_AGO }));
  expect(judge({ key: keyOf('example.com/Widget'), object, now: NOW, facts: { worst } })?.message).toContain('Pod db-0: It ended.');
  expect(
    judge({ key: keyOf('example.com/Widget'), object: conditions(condition('Ready', 'True')), now: NOW, facts: { worst } })?.message,
  ).toBeNull();
});

test('of a version that nobody knows only kinds with health say something', () => {
  expect(short(judgeUnknownVersion({ group: 'apps', kind: 'Deployment' }))).toBe('UNKNOWN UnknownVersion');
  expect(judgeUnknownVersion({ group: '', kind: 'ConfigMap' })).toBeNull();
});

function keyOf(text: string): { group: string; kind: string } {
  const [group = '', kind = ''] = text.split('/');
  return { group, kind };
}
