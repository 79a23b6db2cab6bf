/** What Cobra's completion scripts read, and so kubectl's: a candidate a line, its description behind a tab, then `:` and a directive. */
import type { Candidate, Offer } from './offer.ts';

/** Source: spf13/cobra, completions.go, ShellCompDirective. Bits, to be added up. */
const Directive = {
  /** Where there are no candidates, the shell offers files. */
  default: 0,
  noSpace: 2,
  noFiles: 4,
  folders: 16,
} as const;

export function cobraText({ candidates: all, otherwise }: Offer): string {
  // A typed word may hold them, and a line must not.
  const candidates = all.filter(({ value }) => !/[\n\t]/.test(value));
  return `${[...candidates.map(line), `:${directive(candidates, otherwise)}`].join('\n')}\n`;
}

function line({ value, describe }: Candidate): string {
  return describe === undefined ? value : `${value}\t${describe}`;
}

function directive(candidates: readonly Candidate[], otherwise: Offer['otherwise']): number {
  if (otherwise === 'folders') return Directive.folders;
  const files = otherwise === 'files' ? Directive.default : Directive.noFiles;
  const goesOn = candidates.length > 0 && candidates.every(({ value }) => value.endsWith('='));
  return files + (goesOn ? Directive.noSpace : 0);
}
