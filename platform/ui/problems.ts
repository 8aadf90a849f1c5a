import { notifications } from '@mantine/notifications';
import { ProblemError } from './api.ts';
import { useUiWords } from './words.ts';

/** A failure in the reader's words: the server's own where it sent some. */
export function useProblemWords(): (error: unknown) => string {
  const t = useUiWords();
  return (error) => {
    if (!(error instanceof ProblemError)) return error instanceof Error ? error.message : String(error);
    if (error.status === 0) return t('ui.offline');
    const words = error.detail ?? error.title;
    return words === '' ? t('ui.unexpected', { status: error.status }) : words;
  };
}

/** For writes without a form: says what went wrong in a corner of the page. */
export function useComplain(): (error: unknown) => void {
  const words = useProblemWords();
  const t = useUiWords();
  return (error) => {
    const id = error instanceof ProblemError && error.status >= 500 ? error.requestId : undefined;
    notifications.show({
      color: 'red',
      role: 'alert',
      title: t('ui.error_title'),
      message: [
        words(error),
        ...fieldWords(error),
        ...(id === undefined ? [] : [t('ui.error_request', { id })]),
      ].join(' '),
      autoClose: 10_000,
    });
  };
}

const fieldWords = (error: unknown) =>
  error instanceof ProblemError ? error.errors.map((e) => e.message) : [];

export const celebrate = (message: string) => notifications.show({ message, color: 'teal', autoClose: 3000 });

/** A problem's `errors[]` by field; `known` are the fields the form shows, the rest is told above it. */
export function fieldErrors(
  error: unknown,
  known: readonly string[],
): { byField: Record<string, string>; rest: string[] } {
  const byField: Record<string, string> = {};
  const rest: string[] = [];
  if (!(error instanceof ProblemError)) return { byField, rest };
  for (const { field, message } of error.errors) {
    const own = known.find((k) => field === k || field.startsWith(`${k}.`) || field === `input.${k}`);
    if (own === undefined) rest.push(message === '' ? field : message);
    else byField[own] ??= message;
  }
  return { byField, rest };
}
