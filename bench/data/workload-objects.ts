/** Pods, and the Deployments and ReplicaSets above them, as large as an API server with two field managers makes them. */
import { addressOf, hashOf, timeOf, uidOf } from './identity.ts';
import { managedSpec, managedStatus } from './managed-fields.ts';
import { type App, appLabels, CONTAINERS, podLabels, podName, replicaSetName } from './names.ts';

export function podObject(options: { app: App; revision: number; pod: number; ordinal: number; node: string }): unknown {
  const { app, revision, pod, ordinal, node } = options;
  const name = podName(app, revision, pod);
  const time = timeOf(`${app.namespace}/${name}`);
  const owner = replicaSetName(app, revision);
  const ownerUid = uidOf(`ReplicaSet/${app.namespace}/${owner}`);
  const ip = addressOf(ordinal);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      generateName: `${owner}-`,
      namespace: app.namespace,
      uid: uidOf(`Pod/${app.namespace}/${name}`),
      resourceVersion: String(1_000_000 + ordinal),
      creationTimestamp: time,
      labels: podLabels(app, revision),
      annotations: { 'checksum/config': hashOf(app.name), 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9090' },
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: owner, uid: ownerUid, controller: true, blockOwnerDeletion: true },
      ],
      managedFields: [managedSpec(time, ownerUid), managedStatus(time, ip)],
    },
    spec: {
      ...podSpec(app, name),
      nodeName: node,
      tolerations: ['not-ready', 'unreachable'].map((key) => ({
        key: `node.kubernetes.io/${key}`,
        operator: 'Exists',
        effect: 'NoExecute',
        tolerationSeconds: 300,
      })),
      priority: 0,
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
    },
    status: podStatus(app, ip, node, time),
  };
}

export function deploymentObject(app: App, replicas: number, revision: number): unknown {
  const time = timeOf(`${app.namespace}/${app.name}`);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: app.name,
      namespace: app.namespace,
      uid: uidOf(`Deployment/${app.namespace}/${app.name}`),
      resourceVersion: String(500_000 + app.index),
      generation: revision + 1,
      creationTimestamp: time,
      labels: appLabels(app),
      annotations: { 'deployment.kubernetes.io/revision': String(revision + 1) },
      managedFields: [managedSpec(time, null)],
    },
    spec: {
      replicas,
      selector: { matchLabels: { app: app.name } },
      template: { metadata: { labels: appLabels(app) }, spec: podSpec(app, app.name) },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
    },
    status: {
      observedGeneration: revision + 1,
      replicas,
      updatedReplicas: replicas,
      readyReplicas: replicas,
      availableReplicas: replicas,
      conditions: ['Available', 'Progressing'].map((type) => ({
        type,
        status: 'True',
        lastUpdateTime: time,
        lastTransitionTime: time,
        reason: type === 'Available' ? 'MinimumReplicasAvailable' : 'NewReplicaSetAvailable',
        message: `Deployment "${app.name}" is ${type.toLowerCase()}.`,
      })),
    },
  };
}

export function replicaSetObject(app: App, revision: number, replicas: number): unknown {
  const name = replicaSetName(app, revision);
  const time = timeOf(`${app.namespace}/${name}`);
  const ownerUid = uidOf(`Deployment/${app.namespace}/${app.name}`);
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name,
      namespace: app.namespace,
      uid: uidOf(`ReplicaSet/${app.namespace}/${name}`),
      resourceVersion: String(700_000 + app.index),
      generation: 1,
      creationTimestamp: time,
      labels: podLabels(app, revision),
      annotations: {
        'deployment.kubernetes.io/revision': String(revision + 1),
        'deployment.kubernetes.io/desired-replicas': String(replicas),
      },
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'Deployment', name: app.name, uid: ownerUid, controller: true, blockOwnerDeletion: true },
      ],
      managedFields: [managedSpec(time, ownerUid)],
    },
    spec: {
      replicas,
      selector: { matchLabels: podLabels(app, revision) },
      template: { metadata: { labels: podLabels(app, revision) }, spec: podSpec(app, app.name) },
    },
    status: { replicas, fullyLabeledReplicas: replicas, readyReplicas: replicas, availableReplicas: replicas, observedGeneration: 1 },
  };
}

function podSpec(app: App, salt: string): Record<string, unknown> {
  const token = `kube-api-access-${hashOf(salt).slice(0, 5)}`;
  return {
    volumes: [
      { name: 'config', configMap: { name: `${app.name}-config-0`, defaultMode: 420 } },
      { name: 'credentials', secret: { secretName: `${app.name}-secret-0`, defaultMode: 420 } },
      { name: 'tmp', emptyDir: {} },
      {
        name: token,
        projected: {
          sources: [
            { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
            { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
            { downwardAPI: { items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }] } },
          ],
          defaultMode: 420,
        },
      },
    ],
    containers: CONTAINERS.map((name, index) => containerSpec(app, name, index, token)),
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    serviceAccountName: app.name,
    serviceAccount: app.name,
    securityContext: { runAsNonRoot: true, fsGroup: 1000 },
    imagePullSecrets: [{ name: 'registry-pull' }],
    schedulerName: 'default-scheduler',
  };
}

function containerSpec(app: App, name: string, index: number, token: string): unknown {
  return {
    name,
    image: `registry.example.com/${app.namespace}/${app.name}/${name}:1.${app.index % 40}.${index}`,
    ports: [{ name: index === 0 ? 'http' : 'metrics', containerPort: 8080 + index, protocol: 'TCP' }],
    envFrom: [{ configMapRef: { name: `${app.name}-config-1` } }],
    env: [
      { name: 'POD_NAME', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } },
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: `${app.name}-secret-1`, key: 'password' } } },
      { name: 'LOG_LEVEL', value: 'info' },
    ],
    resources: { limits: { cpu: '500m', memory: '512Mi' }, requests: { cpu: '100m', memory: '256Mi' } },
    volumeMounts: [
      { name: 'config', mountPath: '/etc/app' },
      { name: 'credentials', mountPath: '/etc/credentials', readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
      { name: token, readOnly: true, mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' },
    ],
    livenessProbe: {
      httpGet: { path: '/healthz', port: 8080, scheme: 'HTTP' },
      timeoutSeconds: 1,
      periodSeconds: 10,
      successThreshold: 1,
      failureThreshold: 3,
    },
    readinessProbe: {
      httpGet: { path: '/readyz', port: 8080, scheme: 'HTTP' },
      timeoutSeconds: 1,
      periodSeconds: 10,
      successThreshold: 1,
      failureThreshold: 3,
    },
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
  };
}

function podStatus(app: App, ip: string, node: string, time: string): unknown {
  return {
    phase: 'Running',
    conditions: ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map((type) => ({
      type,
      status: 'True',
      lastProbeTime: null,
      lastTransitionTime: time,
    })),
    hostIP: addressOf(hashOf(node).charCodeAt(0)),
    podIP: ip,
    podIPs: [{ ip }],
    startTime: time,
    containerStatuses: CONTAINERS.map((name, index) => ({
      name,
      state: { running: { startedAt: time } },
      lastState: {},
      ready: true,
      restartCount: 0,
      image: `registry.example.com/${app.namespace}/${app.name}/${name}:1.${app.index % 40}.${index}`,
      imageID: `registry.example.com/${app.namespace}/${app.name}/${name}@sha256:${hashOf(app.name + name)}${hashOf(name).slice(0, 24)}`,
      containerID: `containerd://${hashOf(ip + name)}${hashOf(ip).slice(0, 24)}`,
      started: true,
    })),
    qosClass: 'Burstable',
  };
}
