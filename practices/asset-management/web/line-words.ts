import { useLabels } from '../../../kernel/web/words.ts';
import type { Result } from '../stock-take.results.ts';

const colors: Readonly<Record<Result, string>> = {
  pending: 'gray', found: 'teal', elsewhere: 'orange', missing: 'red', unexpected: 'grape',
}; // prettier-ignore

/** What became of a line and what was decided on it, in words and in colour. */
export function useLineWords() {
  const labels = useLabels();
  return {
    color: (result: Result) => colors[result],
    result: (result: Result) => labels.key(`stock_take.result.${result}`),
    decision: (decision: string) => labels.key(`stock_take.decision.${decision}`),
  };
}
