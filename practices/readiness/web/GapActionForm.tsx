import { addDays } from '../../../kernel/calendar/home-days.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useContext } from 'react';
import type { MetaAction, Refs, Row } from '../../../kernel/web/contract.ts';
import { keys, useMe, useMetaType } from '../../../kernel/web/queries.ts';
import { ActionForm } from '../../../kernel/web/record/ActionModal.tsx';
import { api } from '../../../platform/ui/api.ts';
import { ZoneContext } from '../../../platform/ui/format.ts';
import { today } from '../../../platform/ui/zoned.ts';
import { overrides } from './overrides.tsx';
import { useReadinessWords } from './readiness.web.ts';

/** A month: long enough to close a gap, short enough to be remembered. Whoever fills it in sees and changes it. */
const usualDays = 30;

/** A new action of the plan. */
export function GapActionForm(props: {
  readonly initial?: Readonly<Record<string, unknown>> | undefined;
  readonly refs?: Refs | undefined;
  readonly onClose: () => void;
}) {
  const t = useReadinessWords();
  const meta = useMetaType('gap-action');
  const me = useMe();
  const zone = useContext(ZoneContext);
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: (input: Readonly<Record<string, unknown>>) => api.post<Row>('/gap-actions', input),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.type('gap-action') });
      await client.invalidateQueries({ queryKey: ['evidence'] });
    },
  });
  const action: MetaAction = {
    name: 'create',
    from: [],
    to: null,
    fields: ['title', 'requirements', 'description', 'ownerId', 'startsOn', 'dueOn', 'effortDays', 'dependsOnIds'],
    required: meta.create.required,
    input: [],
    secondPerson: false,
  };
  const begin = today(zone);
  const mine = { [me.person.id]: { type: 'person', state: 'active', ...me.person } };
  return (
    <ActionForm
      meta={meta}
      action={action}
      row={undefined}
      refs={{ ...props.refs, ...mine }}
      overrides={overrides}
      title={t('readiness.plan.new')}
      busy={create.isPending}
      error={create.error}
      secondPerson={false}
      initial={{
        startsOn: begin,
        dueOn: addDays(begin, usualDays),
        dependsOnIds: [],
        ...props.initial,
        ownerId: props.initial?.['ownerId'] ?? me.person.id,
      }}
      onSubmit={(input, done) => create.mutate(input, { onSuccess: () => (done(), props.onClose()) })}
      onClose={props.onClose}
    />
  );
} // prettier-ignore
