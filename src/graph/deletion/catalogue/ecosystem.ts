/** Finalizers of what deploys, composes and watches over applications. Objects that they delete through the API are waited for by name or by owner. */
import { allDependents } from '../waits/dependents.ts';
import { names } from '../waits/named.ts';
import type { FinalizerRule } from './finalizer-rule.ts';
import { anywhere, type Project, rulesOf, workload } from './project.ts';

const argoCd = workload('argocd-application-controller');
const crossplane = workload('crossplane');

/** Each controller of Flux takes the finalizer from its own kinds alone. */
const fluxKinds: Readonly<Record<string, readonly string[]>> = {
  'kustomize-controller': ['Kustomization.kustomize.toolkit.fluxcd.io'],
  'helm-controller': ['HelmRelease.helm.toolkit.fluxcd.io'],
  'source-controller': ['GitRepository', 'OCIRepository', 'HelmRepository', 'HelmChart', 'Bucket'].map(
    (kind) => `${kind}.source.toolkit.fluxcd.io`,
  ),
  'notification-controller': ['Alert', 'Provider', 'Receiver'].map((kind) => `${kind}.notification.toolkit.fluxcd.io`),
  'image-reflector-controller': ['ImageRepository', 'ImagePolicy'].map((kind) => `${kind}.image.toolkit.fluxcd.io`),
  'image-automation-controller': ['ImageUpdateAutomation.image.toolkit.fluxcd.io'],
};

const fluxProjects = Object.entries(fluxKinds).map(
  ([name, on]): Project => ({
    controller: workload(name),
    source: 'https://fluxcd.io/flux/components/kustomize/kustomizations/#garbage-collection',
    rows: [
      {
        finalizer: 'finalizers.fluxcd.io',
        on,
        until: 'what it applied or holds is cleaned up (nothing is, while it is suspended)',
        waits: names({ relations: ['flux-inventory'] }),
        leaves: 'the objects that it applied',
      },
    ],
  }),
);

const projects: readonly Project[] = [
  {
    controller: argoCd,
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/',
    rows: [
      {
        finalizer: 'resources-finalizer.argocd.argoproj.io*',
        until: 'the resources of the application are deleted',
        waits: names({ relations: ['argo-application-resource'] }),
        leaves: 'the resources that the application deployed',
      },
      { finalizer: 'pre-delete-finalizer.argocd.argoproj.io*', until: 'the PreDelete hooks have run', leaves: 'hooks that did not run' },
      { finalizer: 'post-delete-finalizer.argocd.argoproj.io*', until: 'the PostDelete hooks have run', leaves: 'hooks that did not run' },
    ],
  },
  ...fluxProjects,
  {
    controller: crossplane,
    source: 'crossplane internal/controller',
    rows: [
      {
        finalizer: 'finalizer.apiextensions.crossplane.io',
        until: 'the composite resource that it claims is deleted',
        waits: names({ relations: ['crossplane-composite'] }),
        leaves: 'the composite resource, and what it stands for at the provider',
      },
      {
        finalizer: 'composite.apiextensions.crossplane.io',
        until: 'the resources that it is composed of are deleted',
        waits: names({ relations: ['crossplane-composed'] }),
        leaves: 'composed resources, and what they stand for at the provider',
      },
      ...['defined', 'offered'].map((name) => ({
        finalizer: `${name}.apiextensions.crossplane.io`,
        until: 'no object of the kind that it defines is left',
        waits: allDependents,
        leaves: 'objects of a kind that is not defined any more',
      })),
      ...['lock.pkg.crossplane.io', 'revision.pkg.crossplane.io', 'usage.apiextensions.crossplane.io'].map((finalizer) => ({
        finalizer,
        until: 'Crossplane has released what it holds',
        leaves: 'locks on packages or resources',
      })),
    ],
  },
  {
    controller: anywhere('Crossplane provider'),
    source: 'https://docs.crossplane.io/latest/managed-resources/managed-resources/',
    rows: [
      { finalizer: 'finalizer.managedresource.crossplane.io', until: 'the external resource is deleted', leaves: 'the external resource' },
    ],
  },
  {
    controller: workload('cert-manager', 'cert-manager-controller'),
    source: 'cert-manager pkg/apis/acme',
    rows: ['acme.cert-manager.io/finalizer', 'finalizer.acme.cert-manager.io'].map((finalizer) => ({
      finalizer,
      on: ['Challenge.acme.cert-manager.io'],
      until: 'what was put up for the challenge is cleaned up',
      leaves: 'DNS records or solver pods',
    })),
  },
  {
    controller: workload('external-secrets'),
    source: 'https://external-secrets.io/latest/guides/ownership-deletion-policy/',
    rows: [{ finalizer: 'externalsecrets.external-secrets.io/*', until: 'the target Secret is cleaned up', leaves: 'the target Secret' }],
  },
  {
    controller: workload('keda-operator', 'keda'),
    source: 'kedacore/keda controllers/keda',
    rows: [{ finalizer: 'finalizer.keda.sh', until: 'scaling has stopped', leaves: 'the HorizontalPodAutoscaler that it made' }],
  },
  {
    // A hosted control plane (HyperShift) runs it outside of the cluster.
    controller: anywhere('olm-operator', 'olm'),
    source: 'operator-framework/operator-lifecycle-manager pkg/controller/operators/olm',
    rows: [
      {
        finalizer: 'operators.coreos.com/csv-cleanup',
        until: 'webhooks and API services of the operator are removed',
        leaves: 'webhooks and API services that nobody answers',
      },
    ],
  },
  {
    controller: workload('velero'),
    source: 'vmware-tanzu/velero pkg/controller',
    rows: ['restores.velero.io/external-resources-finalizer', 'backups.velero.io/external-resources-finalizer'].map((finalizer) => ({
      finalizer,
      until: 'its data in the object store is deleted',
      leaves: 'data in the object store',
    })),
  },
];

export const ecosystemFinalizers: readonly FinalizerRule[] = rulesOf(projects);
