import type { CaptureOutcome } from '../../../records/record.ts';
import type { ApiResource } from './api-resource.ts';

export interface GroupAndVersion {
  /** '' for the core group. */
  readonly group: string;
  readonly version: string;
}

/** What discovery says of one group and version: its resources, or why there are none. */
export interface GroupVersion extends GroupAndVersion {
  /** In the server's words, subresources too: `APIResource` of meta/v1. Null where it did not answer. */
  readonly list: readonly Readonly<Record<string, unknown>>[] | null;
  readonly resources: readonly ApiResource[];
  readonly failure?: { readonly outcome: CaptureOutcome; readonly httpStatus: number | undefined; readonly message: string };
}
