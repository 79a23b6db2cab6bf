/** A finalizer that is known: who takes it away, and what that waits for. As data; a new one is a row in a file of this folder. */
import type { WaitQuery } from '../waits/wait.ts';

/** Who takes a finalizer away. */
export interface ControllerRule {
  /** As people know it: `kube-controller-manager (pvc-protection)`. */
  readonly name: string;
  /**
   * `control-plane`: a part of kube-controller-manager or the API server, told by its Lease · `workload`: runs in the cluster · `anywhere`: may
   * run in the cluster or outside (a managed control plane), so that its absence proves nothing.
   */
  readonly runs: 'control-plane' | 'workload' | 'anywhere';
  /** Names of the Lease in kube-system, of a part of the control plane. */
  readonly lease?: string;
  /** Words that the last part of an image's name, or the name of the workload, is equal to. */
  readonly programs?: readonly string[];
}

export interface FinalizerRule {
  /** The finalizer itself, or how it begins where it ends in `*`. */
  readonly finalizer: string;
  /** Kinds that have it with this meaning, as `kindName` writes them; absent: any. */
  readonly on?: readonly string[];
  readonly controller: ControllerRule;
  /** Completes "waits until". */
  readonly until: string;
  /** The objects that it waits for; absent where they lie outside the API. */
  readonly waits?: WaitQuery;
  /** What would be lost by clearing it by hand. */
  readonly leaves: string;
  readonly source: string;
}
