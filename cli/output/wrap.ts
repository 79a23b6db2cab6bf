/** Breaks a text between words into lines of at most `width` characters, where words allow; further lines begin with `indent` spaces. */
export function wrap(options: { readonly text: string; readonly width: number; readonly indent: number }): string {
  const { text, width, indent } = options;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}
