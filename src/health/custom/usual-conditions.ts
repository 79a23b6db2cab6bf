/** Conditions whose sense is the same wherever they stand. Any other says nothing: nobody knows whether True is good. */

/** Well where True, the most telling first. */
export const WELL_WHERE_TRUE: readonly string[] = [
  'Ready',
  'Healthy',
  'Available',
  'Synced',
  'Accepted',
  'Programmed',
  'Established',
  'Succeeded',
];

/** kstatus: Stalled. The others: API conventions, Cluster API, OpenShift. */
export const BAD_WHERE_TRUE: ReadonlySet<string> = new Set(['Stalled', 'Degraded', 'Failed', 'Failing', 'Error', 'ReconcileError']);

/** kstatus: Reconciling. The others: API conventions, OpenShift. */
export const UNDER_WAY_WHERE_TRUE: ReadonlySet<string> = new Set(['Reconciling', 'Progressing', 'Updating', 'Issuing', 'Upgrading']);

/** With one of these reasons a condition that is False says that somebody is at it. */
export const WORKING_REASONS: ReadonlySet<string> = new Set([
  ...['Progressing', 'Reconciling', 'InProgress', 'Running', 'Started', 'Pending', 'Creating', 'Provisioning', 'Installing', 'Updating'],
  ...['Issuing', 'Scaling', 'ScalingUp', 'ScalingDown', 'RollingOut', 'Deploying', 'Initializing', 'Waiting'],
]);
