import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, ProblemError } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { uniqueKey } from '../../../platform/ui/unique.ts';
import { useLanguage, useWords } from '../../../platform/ui/words.ts';
import { faultsOf, kept, type Answers, type Form } from '../form.ts';
import type words from '../i18n/form.en.ts';

/** What is offered, as `/me/request-models` tells it. */
export type Offered = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly category: string | null;
  readonly icon: string | null;
  readonly formVersion: number;
  readonly form: Form;
  readonly initial: Answers;
  readonly targetHours: number | null;
  readonly targetFrom: 'submitted' | 'approved';
  readonly cost: { readonly cents: number; readonly currency: string } | null;
  readonly needsApproval: boolean;
};

/** What the caller may ask for, or what somebody else may for whom the desk asks. */
export function useOffered(personId?: string) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['request-models', 'offered', personId ?? 'me', language],
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (
        await api.get<{ items: readonly Offered[] }>(
          `/me/request-models${personId === undefined ? '' : `?for=${personId}`}`,
          signal,
        )
      ).items,
  });
}

type Sent = {
  readonly number: string;
  readonly failed: readonly { readonly name: string; readonly why: string }[];
};
type Errors = Readonly<Record<string, string>>;

/**
 * One filled-in form on its way to a request: its answers, what is wrong with them, and the sending. A form that changed
 * meanwhile is put in place of the old one with every answer kept.
 */
export function useRequest(model: Offered, given: Readonly<Record<string, unknown>>, onSent: (sent: Sent) => void | Promise<void>) {
  const t = useWords<typeof words>();
  const told = useProblemWords();
  const [asked, setAsked] = useState({ form: model.form, formVersion: model.formVersion, changed: false });
  const [answers, setAnswers] = useState<Answers>(model.initial);
  const [files, setFiles] = useState<Readonly<Record<string, readonly File[]>>>({});
  const [errors, setErrors] = useState<Errors>({});
  // One key for one filled-in form: pressing twice, or again after a lost answer, makes one request.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another input is another request
  const idempotencyKey = useMemo(() => uniqueKey(), [answers, asked, given]);
  const send = useMutation({
    mutationFn: async (): Promise<Sent> => {
      const body = { ...given, modelId: model.id, formVersion: asked.formVersion, answers: kept(asked.form, answers) };
      const { number } = await api.post<{ number: string }>('/service-requests', body, { idempotencyKey });
      const failed: { name: string; why: string }[] = [];
      for (const file of Object.entries(files).flatMap(([key, list]) => (key in body.answers ? list : []))) {
        const part = new FormData();
        part.append('file', file);
        // The request is there; a file that was not accepted can be added to it.
        await api
          .post(`/service-requests/${number}/attachments`, part)
          .catch((error: unknown) => failed.push({ name: file.name, why: told(error) }));
      }
      return { number, failed };
    },
    onSuccess: onSent,
    onError: (error) => {
      if (!(error instanceof ProblemError)) return;
      if (error.code === 'problem.form_changed')
        setAsked({ form: error.more['form'] as Form, formVersion: Number(error.more['formVersion']), changed: true });
      setErrors(
        Object.fromEntries(
          error.errors.flatMap(({ field, message }) =>
            field.startsWith('answers.') ? [[field.slice('answers.'.length), message]] : [],
          ),
        ),
      );
    },
  });
  const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const submit = () => {
    const faults = faultsOf(asked.form, answers, today);
    // The keys come from the form engine, and words.test.ts holds their words complete.
    const found = Object.fromEntries(faults.map(({ key, code, params }) => [key, t(code as 'answer.required', params)]));
    setErrors(found);
    if (faults.length === 0) send.mutate();
  };
  return {
    ...asked,
    answers,
    errors,
    files,
    onChange: (key: string, value: unknown) => {
      setAnswers((before) => ({ ...before, [key]: value }));
      setErrors((before) => Object.fromEntries(Object.entries(before).filter(([k]) => k !== key)));
    },
    onFiles: (key: string, list: readonly File[]) => setFiles((before) => ({ ...before, [key]: list })),
    submit,
    sending: send.isPending,
    /** What stands at no question. */
    problem:
      send.error !== null && !(send.error instanceof ProblemError && send.error.code === 'problem.form_changed')
        ? otherWords(send.error, told)
        : undefined,
  };
} // prettier-ignore

function otherWords(error: unknown, told: (error: unknown) => string): string | undefined {
  if (!(error instanceof ProblemError) || error.errors.length === 0) return told(error);
  const rest = error.errors.filter(({ field }) => !field.startsWith('answers.'));
  return rest.length === 0 ? undefined : rest.map(({ message }) => message).join(' ');
}
