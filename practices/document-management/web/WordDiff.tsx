import { diffLines, diffWordsWithSpace, type Change } from 'diff';
import { useMemo } from 'react';
import styles from './document.module.css';

/** Longer than this it is compared by lines: word by word it would stop the page. */
const mostByWord = 60_000;
/** Chinese has no spaces between its words. */
const segmenter = (text: string) =>
  /\p{Script=Han}/u.test(text) ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

function changes(from: string, to: string): Change[] {
  if (from.length + to.length > mostByWord) return diffLines(from, to, { timeout: 2000 }) ?? whole(from, to);
  const words = segmenter(from + to);
  return diffWordsWithSpace(from, to, { timeout: 2000, ...(words ? { intlSegmenter: words } : {}) }) ?? whole(from, to); // prettier-ignore
}
const whole = (from: string, to: string): Change[] => [
  { value: from, removed: true, added: false, count: 1 },
  { value: to, added: true, removed: false, count: 1 },
];

/** Two texts word by word: in one, or beside one another. */
export function WordDiff({ from, to, beside }: { from: string; to: string; beside: boolean }) {
  const found = useMemo(() => changes(from, to), [from, to]);
  const part = (keep: (change: Change) => boolean) =>
    found.filter(keep).map((change, i) => {
      const Tag = change.added ? 'ins' : change.removed ? 'del' : 'span';
      // oxlint-disable-next-line react/no-array-index-key -- the parts of a text have no other keys than their places
      return <Tag key={i}>{change.value}</Tag>;
    });
  if (!beside) return <div className={styles['diff']}>{part(() => true)}</div>;
  return (
    <div className={styles['beside']}>
      <div className={styles['diff']}>{part((change) => !change.added)}</div>
      <div className={styles['diff']}>{part((change) => !change.removed)}</div>
    </div>
  );
}
