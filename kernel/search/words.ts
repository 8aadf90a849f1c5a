const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const han = /\p{Script=Han}/u;

/**
 * Text as the index and the query see it: Chinese cut into words by spaces, everything else as it was written.
 * Both sides must pass through here, or a search misses what it should find.
 */
export function words(text: string): string {
  const clean = text.normalize('NFKC').slice(0, 100_000);
  if (!han.test(clean)) return clean;
  let cut = '';
  for (const part of segmenter.segment(clean)) cut += part.isWordLike ? ` ${part.segment} ` : part.segment;
  return cut;
}
