/** Where unexpected errors go, with the id that the caller was given in their place. */
export type LogError = (entry: { readonly id: string; readonly error: unknown }) => void;

/** On standard error, with the stack. */
export function printError(entry: { readonly id: string; readonly error: unknown }): void {
  console.error(`Internal error ${entry.id}:`, entry.error);
}
