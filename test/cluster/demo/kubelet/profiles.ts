/** What becomes of the pods that do not just run, by the annotation that marks them. The names tell nothing: a capture holds them. */
export interface CrashLoops {
  readonly fate: 'crash-loops';
  readonly container: string;
  readonly exitCode: number;
  readonly reason: string;
  /** How long it runs each time, in seconds. */
  readonly run: number;
  readonly readyWhileRunning: boolean;
  readonly log: readonly string[];
}

export interface Waits {
  readonly fate: 'has-no-config' | 'has-no-image';
  readonly container: string;
  readonly message: string;
}

export interface CannotMount {
  readonly fate: 'cannot-mount';
  readonly message: string;
}

export interface Completes {
  readonly fate: 'completes';
  readonly run: number;
}

export type Profile = CrashLoops | Waits | CannotMount | Completes;

const PROFILE_ANNOTATION = 'kwok.x-k8s.io/sim-profile';

const IMAGE = 'registry.example.com/shop/image-resizer:2.4.l';

const PROFILES: Readonly<Record<string, Profile>> = {
  p1: { fate: 'has-no-config', container: 'checkout', message: "couldn't find key PAYMENT_URL in ConfigMap shop/checkout-config" },
  p2: {
    fate: 'crash-loops',
    container: 'migrate',
    exitCode: 1,
    reason: 'Error',
    run: 3,
    readyWhileRunning: false,
    log: [
      'migrate: connecting to postgres.data.svc:5432 as orders',
      'migrate: schema version is 41, want 42',
      'migrate: applying 0042_add_vat_id.sql',
      'migrate: ERROR: column "vat_id" of relation "orders" already exists (SQLSTATE 42701)',
      'migrate: failed, exit 1',
    ],
  },
  p3: {
    fate: 'has-no-image',
    container: 'resizer',
    message: `rpc error: code = NotFound desc = failed to pull and unpack image "${IMAGE}": failed to resolve reference "${IMAGE}": ${IMAGE}: not found`,
  },
  p4: {
    fate: 'crash-loops',
    container: 'scorer',
    exitCode: 137,
    reason: 'OOMKilled',
    run: 4,
    readyWhileRunning: true,
    log: ['scorer: loading model fraud-2026-10 (1.9 GiB)', 'scorer: model loaded 61%', 'scorer: model loaded 83%'],
  },
  p5: { fate: 'completes', run: 4 },
  p6: { fate: 'cannot-mount', message: 'MountVolume.SetUp failed for volume "stripe" : secret "stripe-credentials" not found' },
};

export function profileOf(pod: { readonly metadata: { readonly annotations?: Readonly<Record<string, string>> } }): Profile | null {
  return PROFILES[pod.metadata.annotations?.[PROFILE_ANNOTATION] ?? ''] ?? null;
}
