/** What an entry holds, in the captures of tools that write a tree of folders: one file an object or a list, one a log. */
export type TreePath =
  /** A list: of the cluster or, where it is named, of one namespace. */
  | { readonly holds: 'list'; readonly group: string; readonly resource: string; readonly namespace: string | null }
  | { readonly holds: 'object'; readonly group: string; readonly resource: string; readonly namespaced: boolean }
  /** Objects that stand anywhere else: they prove nothing. */
  | { readonly holds: 'objects' }
  | { readonly holds: 'log'; readonly namespace: string; readonly pod: string; readonly container: string; readonly previous: boolean }
  /** The logs of all containers of a Pod, between marks. */
  | { readonly holds: 'logSections'; readonly namespace: string; readonly pod: string }
  /** A small file that says something of the capture: `note` names what it is to its tool. */
  | { readonly holds: 'note'; readonly note: string }
  | { readonly holds: 'document' };

export type PathRule = readonly [pattern: RegExp, parse: (...groups: string[]) => TreePath];

/** The first rule that fits counts; what none knows is a document. */
export function pathParser(rules: readonly PathRule[]): (path: string) => TreePath {
  return (path) => {
    for (const [pattern, parse] of rules) {
      const match = pattern.exec(path);
      if (match !== null) return parse(...match.slice(1).map((group) => group ?? ''));
    }
    return { holds: 'document' };
  };
}
