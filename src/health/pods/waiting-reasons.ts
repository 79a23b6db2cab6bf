/**
 * Why a container waits. A kubelet gives two reasons while all is well; every other is an error of its own or of the container runtime.
 * Source: Kubernetes, pkg/kubelet/kubelet_pods.go, pkg/kubelet/images/types.go, pkg/kubelet/kuberuntime/kuberuntime_container.go;
 * cri-api, pkg/errors.
 */
export const WELL_REASONS: ReadonlySet<string> = new Set(['ContainerCreating', 'PodInitializing']);

/** What to look at, by reason. */
export const ADVICE: ReadonlyMap<string, string> = new Map([
  ['CrashLoopBackOff', 'Read the log of its previous run.'],
  ['CreateContainerConfigError', 'Look at the ConfigMaps and Secrets that it names.'],
  ['CreateContainerError', 'Look at its command, mounts and security context.'],
  ['RunContainerError', 'Look at its command and mounts.'],
  ['StartError', 'Look at its command and mounts.'],
  ['ErrImageNeverPull', 'The image must be on the node already, for the pull policy is Never.'],
  ['InvalidImageName', 'Correct the name of the image.'],
  ['PreStartHookError', 'Look at its lifecycle hooks.'],
  ['PostStartHookError', 'Look at its lifecycle hooks.'],
]);

export const PULL_REASONS: ReadonlySet<string> = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'ImageInspectError',
  'RegistryUnavailable',
  'SignatureValidationFailed',
]);

/** Why an image could not be pulled, by the words of registries and container runtimes; the first that is found. Lower case. */
const PULL_CAUSES: readonly (readonly [words: readonly string[], advice: string])[] = [
  [['toomanyrequests', '429 too many'], 'The registry limits how often it may be asked: use credentials or a mirror.'],
  [['x509', 'certificate'], 'The node does not trust the certificate of the registry.'],
  [['no such host'], 'The name of the registry cannot be resolved.'],
  [['no match for platform'], 'The image is not made for the platform of the node.'],
  [['unauthorized', '401', '403', 'forbidden', 'denied', 'insufficient_scope'], 'The registry refuses: look at the pull secrets.'],
  [['manifest unknown', 'not found', 'notfound'], 'The registry has no such repository or tag: look at the name of the image.'],
  [['timeout', 'deadline exceeded', 'connection refused', 'tls handshake'], 'The registry cannot be reached from the node.'],
];

export function pullAdvice(message: string | null): string {
  const text = (message ?? '').toLowerCase();
  const found = PULL_CAUSES.find(([words]) => words.some((word) => text.includes(word)));
  return found?.[1] ?? 'Look at the name of the image, the pull secrets and whether the node reaches the registry.';
}
