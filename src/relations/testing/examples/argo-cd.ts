import type { Example } from '../../../../test/support/relation-rules.ts';
import { bare } from '../bare.ts';

export const argoCdExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'shop', namespace: 'argocd' },
      spec: {
        project: 'retail',
        source: { repoURL: 'https://git.example.org/shop.git', path: 'deploy' },
        destination: { server: 'https://kubernetes.default.svc', namespace: 'shop' },
      },
      status: {
        resources: [
          { group: 'apps', version: 'v1', kind: 'Deployment', namespace: 'shop', name: 'web', status: 'Synced' },
          { version: 'v1', kind: 'Service', namespace: 'shop', name: 'web', status: 'Synced' },
          { group: 'extensions', version: 'v1beta1', kind: 'Ingress', namespace: 'shop', name: 'web', status: 'OutOfSync' },
        ],
      },
    },
    pointers: [
      'argo-application-resource status.resources[0].name → Deployment.apps shop/web [weak]',
      'argo-application-resource status.resources[1].name → Service shop/web [weak]',
      'argo-application-resource status.resources[2].name → Ingress.networking.k8s.io shop/web [weak]',
      'argo-application-destination spec.destination.namespace → Namespace shop',
      'argo-application-project spec.project → AppProject.argoproj.io argocd/retail',
    ],
  },
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'by-name', namespace: 'team-a' },
      spec: {
        project: 'retail',
        source: { repoURL: 'https://git.example.org/shop.git', path: 'deploy' },
        destination: { name: 'in-cluster', namespace: 'shop' },
      },
      status: {
        controllerNamespace: 'argocd',
        resources: [{ version: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'settings', status: 'Synced' }],
      },
    },
    pointers: [
      'argo-application-resource status.resources[0].name → ConfigMap shop/settings [weak]',
      'argo-application-destination spec.destination.namespace → Namespace shop',
      'argo-application-project spec.project → AppProject.argoproj.io argocd/retail',
    ],
  },
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'remote', namespace: 'argocd' },
      spec: {
        project: 'default',
        source: { repoURL: 'https://git.example.org/shop.git', path: 'deploy' },
        destination: { server: 'https://10.0.0.1:6443', namespace: 'shop' },
      },
      status: { resources: [{ version: 'v1', kind: 'Service', namespace: 'shop', name: 'web', status: 'Synced' }] },
    },
    pointers: ['argo-application-project spec.project → AppProject.argoproj.io argocd/default'],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'tracked',
        namespace: 'shop',
        annotations: { 'argocd.argoproj.io/tracking-id': 'team-a_by-name:/Service:shop/tracked' },
      },
      spec: { ports: [{ port: 80 }] },
    },
    pointers: ["argo-tracking-id metadata.annotations['argocd.argoproj.io/tracking-id'] → Application.argoproj.io team-a/by-name [weak]"],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'tracked-from-the-namespace-of-argo-cd',
        namespace: 'shop',
        annotations: { 'argocd.argoproj.io/tracking-id': 'shop:/Service:shop/web' },
      },
      spec: { ports: [{ port: 80 }] },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name: 'web-1',
        namespace: 'shop',
        annotations: { 'argocd.argoproj.io/tracking-id': 'team-a_by-name:apps/Deployment:shop/web' },
      },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'registry.example.org/web:1' }] } },
      },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { name: 'all', namespace: 'argocd' },
      spec: {
        template: { metadata: { name: '{{name}}' }, spec: { project: 'default', destination: {} } },
        generators: [
          { scmProvider: { github: { organization: 'shop', tokenRef: { secretName: 'github', key: 'token' } } } },
          { scmProvider: { gitlab: { group: 'shop', tokenRef: { secretName: 'gitlab', key: 'token' } } } },
          { scmProvider: { gitea: { owner: 'shop', api: 'https://gitea.example.org', tokenRef: { secretName: 'gitea', key: 'token' } } } },
          { scmProvider: { bitbucket: { owner: 'shop', user: 'shop', appPasswordRef: { secretName: 'bitbucket', key: 'password' } } } },
          {
            scmProvider: {
              bitbucketServer: {
                project: 'shop',
                api: 'https://bb.example.org',
                basicAuth: { username: 'shop', passwordRef: { secretName: 'bitbucket-server', key: 'password' } },
              },
            },
          },
          {
            scmProvider: {
              azureDevOps: { organization: 'shop', teamProject: 'shop', accessTokenRef: { secretName: 'azure', key: 'token' } },
            },
          },
          { pullRequest: { github: { owner: 'shop', repo: 'web', tokenRef: { secretName: 'github', key: 'token' } } } },
          { pullRequest: { gitlab: { project: 'shop', tokenRef: { secretName: 'gitlab', key: 'token' } } } },
          {
            pullRequest: {
              gitea: { owner: 'shop', repo: 'web', api: 'https://gitea.example.org', tokenRef: { secretName: 'gitea', key: 'token' } },
            },
          },
          {
            pullRequest: {
              bitbucketServer: {
                project: 'shop',
                repo: 'web',
                api: 'https://bb.example.org',
                basicAuth: { username: 'shop', passwordRef: { secretName: 'bitbucket-server', key: 'password' } },
              },
            },
          },
          {
            pullRequest: {
              azuredevops: { organization: 'shop', project: 'shop', repo: 'web', tokenRef: { secretName: 'azure', key: 'token' } },
            },
          },
          { plugin: { configMapRef: { name: 'plugin' } } },
        ],
      },
      status: {
        applicationStatus: [{ application: 'shop', status: 'Healthy', message: '', step: '1', targetRevisions: [] }],
        resources: [
          { group: 'argoproj.io', version: 'v1alpha1', kind: 'Application', namespace: 'argocd', name: 'shop', status: 'Synced' },
          { version: 'v1', kind: 'Secret', namespace: 'argocd', name: 'shop', status: 'Synced' },
        ],
      },
    },
    pointers: [
      'argo-application-set-application status.applicationStatus[0].application → Application.argoproj.io argocd/shop [weak]',
      'argo-application-set-application status.resources[0].name → Application.argoproj.io argocd/shop [weak]',
      'argo-application-set-secret spec.generators[0].scmProvider.github.tokenRef.secretName → Secret argocd/github keys=token',
      'argo-application-set-secret spec.generators[1].scmProvider.gitlab.tokenRef.secretName → Secret argocd/gitlab keys=token',
      'argo-application-set-secret spec.generators[2].scmProvider.gitea.tokenRef.secretName → Secret argocd/gitea keys=token',
      'argo-application-set-secret spec.generators[3].scmProvider.bitbucket.appPasswordRef.secretName → Secret argocd/bitbucket keys=password',
      'argo-application-set-secret spec.generators[4].scmProvider.bitbucketServer.basicAuth.passwordRef.secretName → Secret argocd/bitbucket-server keys=password',
      'argo-application-set-secret spec.generators[5].scmProvider.azureDevOps.accessTokenRef.secretName → Secret argocd/azure keys=token',
      'argo-application-set-secret spec.generators[6].pullRequest.github.tokenRef.secretName → Secret argocd/github keys=token',
      'argo-application-set-secret spec.generators[7].pullRequest.gitlab.tokenRef.secretName → Secret argocd/gitlab keys=token',
      'argo-application-set-secret spec.generators[8].pullRequest.gitea.tokenRef.secretName → Secret argocd/gitea keys=token',
      'argo-application-set-secret spec.generators[9].pullRequest.bitbucketServer.basicAuth.passwordRef.secretName → Secret argocd/bitbucket-server keys=password',
      'argo-application-set-secret spec.generators[10].pullRequest.azuredevops.tokenRef.secretName → Secret argocd/azure keys=token',
      'argo-application-set-config-map spec.generators[11].plugin.configMapRef.name → ConfigMap argocd/plugin',
    ],
  },
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { name: 'list', namespace: 'argocd' },
      spec: {
        template: { metadata: { name: '{{name}}' }, spec: { project: 'default', destination: {} } },
        generators: [{ list: { elements: [] } }],
      },
    },
    pointers: [],
  },
  bare('argoproj.io/v1alpha1', 'Application', 'argocd'),
  bare('v1', 'Service', 'shop'),
  bare('apps/v1', 'ReplicaSet', 'shop'),
  bare('argoproj.io/v1alpha1', 'ApplicationSet', 'argocd'),
];
