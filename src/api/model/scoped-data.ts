/** Data of another snapshot than its parent's: what `snapshot` and `snapshots` lead to. */
import type { Scope } from './scope.ts';

export class ScopedData {
  readonly scope: Scope;
  readonly data: unknown;

  constructor(scope: Scope, data: unknown) {
    this.scope = scope;
    this.data = data;
  }
}
