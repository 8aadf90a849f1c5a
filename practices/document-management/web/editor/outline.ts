export type Heading = { readonly line: number; readonly level: number; readonly text: string };

/** The headings of a Markdown text with their lines; what stands in fenced code is none. */
export function outlineOf(text: string): Heading[] {
  const found: Heading[] = [];
  let fenced: string | undefined;
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
    if (mark !== undefined && (fenced === undefined || mark.startsWith(fenced)))
      fenced = fenced === undefined ? mark : undefined;
    const heading = fenced === undefined ? /^ {0,3}(#{1,6}) +(.+?)(?: +#+)?$/.exec(line) : null;
    if (heading) found.push({ line: i + 1, level: heading[1]?.length ?? 1, text: plain(heading[2] ?? '') });
  }
  return found;
}

const plain = (text: string) => text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[*_`~]/g, '').trim(); // prettier-ignore
