/** Breaks a line between words so that none is longer than `width`, where words allow; further lines begin with `indent` spaces. */
export function wrap(options: { readonly text: string; readonly width: number; readonly indent: number }): string {
  const { text, width, indent } = options;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = lines.length === 0 ? width : width - indent;
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}
