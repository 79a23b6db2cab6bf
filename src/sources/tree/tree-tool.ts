/** A tool whose captures are trees of folders, as data: its paths, and the files in which it says something of the capture. */
import type { JsonObject } from '../../records/record.ts';
import type { TreeCoverage } from './tree-coverage.ts';
import type { TreePath } from './tree-path.ts';

/** What is known of one cluster's capture while it is read. */
export interface TreeSaid {
  readonly coverage: TreeCoverage;
  /** Epoch ms. */
  from: number | null;
  to: number | null;
  tool: string | null;
  serverVersion: JsonObject | null;
  /** What the tool says of its own failures, a sentence each. */
  readonly complaints: string[];
}

/** `cluster`: the name of its folder; '' where there is none. Returns why the text could not be understood, or null. */
export type TreeNote = (options: { readonly text: string; readonly said: TreeSaid; readonly cluster: string }) => string | null;

export interface TreeTool {
  readonly format: string;
  /** As messages call it. */
  readonly name: string;
  readonly parse: (path: string) => TreePath;
  /** Which cluster's folder an entry lies in; null: in none, it speaks of all of them. Left out: an archive holds one. */
  readonly clusterOf?: (path: string) => string | null;
  readonly notes: Readonly<Record<string, TreeNote>>;
  /** Undoes what the tool does to values. */
  readonly mend?: (object: JsonObject) => JsonObject;
  /** Its own archives put a NUL behind each file. */
  readonly trailingNul?: true;
  /** An empty log of a container that runs is one that it could not read. Left out: it says nothing. */
  readonly emptyLogsFailed?: true;
  /** It collects every kind: of one that discovery names and no file is of, nothing is known. Else it left it out. */
  readonly collectsAll: boolean;
}
