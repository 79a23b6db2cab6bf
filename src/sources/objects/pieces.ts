/** What a text of objects falls into, whether it is JSON or YAML. */

/** `apiVersion` and `kind` of a list, as far as they are known; items that have none of their own take theirs from it. */
export interface ListHeader {
  readonly apiVersion?: string;
  readonly kind?: string;
}

export type Piece =
  /** A value on its own: an object, or a list that was read as a whole. */
  | { readonly type: 'value'; readonly raw?: Uint8Array; readonly value: unknown; readonly line: number }
  /** An item of a list, and how long its text is. The list's kind may still come after it. */
  | {
      readonly type: 'item';
      readonly raw?: Uint8Array;
      readonly value: unknown;
      readonly bytes: number;
      readonly line: number;
      readonly list: ListHeader;
    }
  /** A list came to its end: its kind is known now. */
  | { readonly type: 'listEnd'; readonly list: ListHeader }
  /** `kept`: nothing was left out. */
  | { readonly type: 'fault'; readonly code: string; readonly message: string; readonly line: number; readonly kept?: true };
