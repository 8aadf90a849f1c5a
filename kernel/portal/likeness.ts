const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const han = /\p{Script=Han}/u;

/** How many of the typed words occur: enough for the few dozen things that are offered or announced. */
export function likeness(typed: string, text: string): number {
  const there = text.toLowerCase();
  const words = [...segmenter.segment(typed.toLowerCase())]
    .filter((s) => s.isWordLike && (s.segment.length > 2 || han.test(s.segment)))
    .map((s) => s.segment);
  // A single word that is still being typed counts from its second letter on.
  if (words.length === 0) return typed.length > 1 && there.includes(typed.toLowerCase()) ? 1 : 0;
  // An English ending (laptops, passwords) must not hide what is meant.
  return words.filter((word) => there.includes(han.test(word) ? word : word.replace(/(?:es|s|ed|ing)$/, '')))
    .length;
}
