/** What two texts have in common and what only one of them has, line by line. */
export type Change = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Beyond this a comparison in the browser would stop the page; the middle is then told as a whole. */
const mostCells = 4_000_000;

export function diff(before: string, after: string): Change[] {
  const a = before === '' ? [] : before.split('\n');
  const b = after === '' ? [] : after.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1; // prettier-ignore
  const same = (lines: readonly string[]) => lines.map((text): Change => ({ kind: 'same', text }));
  return [
    ...same(a.slice(0, start)),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ];
}

function middle(a: readonly string[], b: readonly string[]): Change[] {
  const gone = (text: string): Change => ({ kind: 'gone', text });
  const added = (text: string): Change => ({ kind: 'new', text });
  if (a.length * b.length > mostCells) return [...a.map(gone), ...b.map(added)];
  const width = b.length + 1;
  // The longest common subsequence from each pair of places on.
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      changes.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) changes.push(gone(a[i++] ?? ''));
    else changes.push(added(b[j++] ?? ''));
  }
  return [...changes, ...a.slice(i).map(gone), ...b.slice(j).map(added)];
}
