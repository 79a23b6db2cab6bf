/** Whether a command printed what its page shows. */

/** A line of `…` (or `...`) alone stands for any number of lines; at the end of a line it stands for the rest of it. */
export function matchesOutput(options: { readonly shown: string; readonly printed: string }): boolean {
  const { shown, printed } = options;
  const pattern = linesOf(shown).map((line) => (isGap(line) ? '(?:.*\\n)*?' : `${linePattern(line)}\\n`));
  return new RegExp(`^${pattern.join('')}$`).test(`${linesOf(printed).join('\n')}\n`);
}

function linesOf(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
}

function isGap(line: string): boolean {
  return ['…', '...'].includes(line.trim());
}

function linePattern(line: string): string {
  const start = line.replace(/…$/, '');
  return start.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') + (start === line ? '' : '.*');
}
