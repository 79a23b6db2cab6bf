/** Paths in a kubeconfig are relative to the folder of the file that they stand in. Source: client-go, tools/clientcmd/loader.go. */
import { isAbsolute, join, sep } from 'node:path';

export type AbsolutePath = (path: string | undefined) => string | undefined;

export function absolutePathFrom(folder: string): AbsolutePath {
  return (path) => (path === undefined || isAbsolute(path) ? path : join(folder, path));
}

/** A command without a separator is looked for on the PATH. */
export function absoluteCommand(command: string, absolutePath: AbsolutePath): string {
  return command.includes('/') || command.includes(sep) ? (absolutePath(command) ?? command) : command;
}
