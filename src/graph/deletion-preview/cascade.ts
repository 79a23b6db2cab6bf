/** How a deletion treats dependents: `propagationPolicy` of a delete request, `--cascade` of kubectl. Source: meta/v1 DeletionPropagation. */
export type Cascade = 'BACKGROUND' | 'FOREGROUND' | 'ORPHAN';
