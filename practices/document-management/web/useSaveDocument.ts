import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Row, Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import type { FormValues } from '../../../kernel/web/record/FieldsForm.tsx';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useComplain } from '../../../platform/ui/problems.ts';
import { documentPath, useT } from './document.web.ts';
import { settled } from './form-parts.ts';

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const differs = (a: unknown, b: unknown) =>
  JSON.stringify(isEmpty(a) ? null : a) !== JSON.stringify(isEmpty(b) ? null : b);

/** Saves what was changed, and submits it when asked; what is saved but not ready to be submitted stays saved. */
export function useSaveDocument(record: Whole | undefined, before: FormValues, saved: () => void) {
  const t = useT();
  const navigate = useNavigate();
  const complain = useComplain();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ values, submit }: { values: FormValues; submit: boolean }) => {
      const all = settled(values);
      const changed = Object.fromEntries(
        Object.entries(all)
          .filter(([key, value]) => !record || differs(value, before[key]))
          .map(([key, value]) => [key, value === '' ? null : value]),
      );
      const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null));
      const row = !record
        ? await api.post<Row>('/documents', given)
        : Object.keys(changed).length === 0
          ? record
          : await api.patch<Row>(documentPath(record.number), changed, { version: record.version });
      saved();
      await client.invalidateQueries({ queryKey: keys.type('document') });
      if (!submit) return { number: row.number, words: t('document_page.saved') };
      try {
        await api.post(documentPath(row.number, 'transitions/submit'), {});
      } catch (error) {
        if (record) throw error;
        // It exists now: the page goes on with it, so that another save does not make a second one.
        complain(error);
        await navigate({ to: documentPath(row.number, 'edit'), replace: true });
        return undefined;
      }
      await client.invalidateQueries({ queryKey: keys.type('document') });
      return { number: row.number, words: t('document_page.submitted') };
    },
    onSuccess: (done) => {
      if (!done) return undefined;
      celebrate(done.words);
      return navigate({ to: paths.record('documents', done.number) });
    },
  });
}
