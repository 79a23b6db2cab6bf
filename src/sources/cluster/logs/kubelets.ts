import { ApiFault } from '../http/fault.ts';

/** After so many logs of a node that could not be read, one after the other, the others of it are not asked for: each may take the API server's whole patience. */
const MOST_FAILURES = 3;

/** Which nodes' kubelets do not answer. */
export class Kubelets {
  readonly #failures = new Map<string, { readonly times: number; readonly message: string }>();

  answered(node: string | null): void {
    if (node !== null) this.#failures.delete(node);
  }

  /** A refusal (4xx) is an answer. */
  failed(node: string | null, error: unknown): void {
    if (node === null || !(error instanceof ApiFault)) return;
    if (error.httpStatus !== undefined && error.httpStatus < 500) this.answered(node);
    else this.#failures.set(node, { times: (this.#failures.get(node)?.times ?? 0) + 1, message: error.message });
  }

  /** Why it is not asked any more; null where it is. */
  silence(node: string | null): string | null {
    const failure = node === null ? undefined : this.#failures.get(node);
    return failure === undefined || failure.times < MOST_FAILURES
      ? null
      : `not asked for: the kubelet of ${node} did not answer for ${failure.times} other logs (${failure.message})`;
  }
}
