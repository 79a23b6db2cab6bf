/** Finalizers of what deploys, composes and watches over applications. Objects that they delete through the API are waited for by name or by owner. */
import { allDependents } from '../waits/dependents.ts';
import { names } from '../waits/named.ts';
import type { FinalizerRule } from './finalizer-rule.ts';
import { anywhere, type Project, rulesOf, workload } from './project.ts';

const argoCd = workload('argocd-application-controller');
const crossplane = workload('crossplane');

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
  {
    controller: workload(
      'Flux controllers',
      'kustomize-controller',
      'helm-controller',
      'source-controller',
      'notification-controller',
      'image-reflector-controller',
      'image-automation-controller',
    ),
    source: 'https://fluxcd.io/flux/components/kustomize/kustomizations/#garbage-collection',
    rows: [
      {
        finalizer: 'finalizers.fluxcd.io',
        until: 'what it applied is pruned (nothing is, while it is suspended)',
        waits: names({ relations: ['flux-inventory'] }),
        leaves: 'the objects that it applied',
      },
    ],
  },
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
    controller: workload('olm-operator', 'olm'),
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
