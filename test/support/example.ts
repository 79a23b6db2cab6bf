/** What the tests of relations take for an example. */
import type { JsonObject } from '../../src/records/record.ts';

/** A complete object, such as an API server accepts (test/cluster/accepted-examples.test.ts asks one), and what it points at. */
export interface Example {
  readonly object: JsonObject;
  /** As `show` writes them, in the order in which they are found, selectors and name patterns last. */
  readonly pointers: readonly string[];
  /** Where it points at something else once the API server has filled in its defaults: all of it, in any order. */
  readonly stored?: readonly string[];
  /** Who creates it, where the server writes that into the object; the admin where left out. */
  readonly createdBy?: { readonly user: string; readonly groups: readonly string[] };
}
