/** The pod of an app, in the detail that pods of real clusters have. */

/** @param {import('./app.mjs').App} app */
export function podSpec({ name, namespace, random, podLabels }) {
  return {
    serviceAccountName: name,
    ...(random.chance(0.3) ? { initContainers: [migration({ name, random })] } : {}),
    containers: [
      {
        ...container({ name: 'app', image: `registry.example.com/${name}/app@sha256:${random.hex(64)}` }),
        args: ['serve', `--log-level=${random.pick(['info', 'debug'])}`, '--listen=:8080'],
        env: environment({ name, namespace, random }),
        envFrom: [{ configMapRef: { name: `${name}-features`, optional: true } }],
        ports: [{ name: 'http', containerPort: 8080 }],
        livenessProbe: probe('/healthz'),
        readinessProbe: probe('/ready'),
        volumeMounts: [
          { name: 'config', mountPath: '/etc/app', readOnly: true },
          { name: 'scratch', mountPath: '/tmp' },
        ],
      },
      {
        ...container({ name: 'proxy', image: 'registry.example.com/mesh/proxy:1.29.1' }),
        env: [{ name: 'UPSTREAM', value: 'http://127.0.0.1:8080' }],
        ports: [{ name: 'metrics', containerPort: 9090 }],
        readinessProbe: { ...probe('/ready'), httpGet: { path: '/ready', port: 'metrics' } },
      },
    ],
    volumes: [
      { name: 'config', configMap: { name: `${name}-config` } },
      { name: 'credentials', secret: { secretName: `${name}-credentials` } },
      { name: 'scratch', emptyDir: { sizeLimit: '1Gi' } },
    ],
    securityContext: { runAsNonRoot: true, runAsUser: 10_000, fsGroup: 10_000, seccompProfile: { type: 'RuntimeDefault' } },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: podLabels },
      },
    ],
    terminationGracePeriodSeconds: 45,
  };
}

/** @param {Pick<import('./app.mjs').App, 'name' | 'random'>} app */
function migration({ name, random }) {
  const image = `registry.example.com/${name}/migrate:${random.below(20)}.${random.below(10)}`;
  return { ...container({ name: 'migrate', image }), command: ['/bin/migrate', '--wait'] };
}

/** @param {{ name: string, image: string }} options */
function container({ name, image }) {
  return {
    name,
    image,
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
  };
}

/** Most secrets are where they should be; one app in ten has some in its environment. @param {Pick<import('./app.mjs').App, 'name' | 'namespace' | 'random'>} app */
function environment({ name, namespace, random }) {
  const reference = /** @param {string} key */ (key) => ({ valueFrom: { secretKeyRef: { name: `${name}-credentials`, key } } });
  const isCareless = random.chance(0.1);
  return [
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'DATABASE_PASSWORD', ...reference('password') },
    { name: 'API_TOKEN', ...(isCareless ? { value: random.hex(40) } : reference('token')) },
    { name: 'SMTP_PASSWORD', ...(isCareless ? { value: random.hex(16) } : reference('smtp')) },
    { name: 'CACHE_URL', value: `redis://${isCareless ? `default:${random.hex(20)}@` : ''}cache.${namespace}.svc:6379/0` },
    { name: 'REGION', value: random.pick(['north', 'south']) },
    ...Array.from({ length: random.below(6) }, (_, index) => ({ name: `OPTION_${index}`, value: random.text(30) })),
  ];
}

/** @param {string} path */
function probe(path) {
  return { httpGet: { path, port: 'http' }, periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 3 };
}
