/** The versions of client.authentication.k8s.io that plugins speak, and what differs. Source: client-go, pkg/apis/clientauthentication. */
export interface ExecVersion {
  /** Says which cluster it is, where that is asked for. */
  readonly tellsCluster: boolean;
  /** interactiveMode may not be left out. */
  readonly needsMode: boolean;
}

export const execApiVersions: ReadonlyMap<string, ExecVersion> = new Map([
  ['client.authentication.k8s.io/v1', { tellsCluster: true, needsMode: true }],
  ['client.authentication.k8s.io/v1beta1', { tellsCluster: true, needsMode: false }],
  // kubectl has dropped it in 1.24; plugins of that time still write it into kubeconfigs.
  ['client.authentication.k8s.io/v1alpha1', { tellsCluster: false, needsMode: false }],
]);
