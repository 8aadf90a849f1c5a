import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type FormEvent } from 'react';
import { text, value, type Whole } from '../../../kernel/web/contract.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { useSave } from '../../../kernel/web/record/Details.tsx';
import { FieldsForm, fillable, type FormValues } from '../../../kernel/web/record/FieldsForm.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { ProblemError } from '../../../platform/ui/api.ts';
import { useDraft } from '../../../platform/ui/draft.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { riskOf } from '../change.risk.ts';
import { useTransition } from '../../../kernel/web/record/useTransition.ts';
import { useOutlook, useRiskRule } from './change.web.ts';
import { overrides } from './overrides.tsx';
import { useItems } from './Template.tsx';
import { useT } from './useT.ts';
import styles from './change.module.css';

type Props = { readonly record: Whole; readonly onClose: () => void };
type Asks = {
  readonly action: string;
  readonly hint: string;
  /** Also by what is answered here: what a risky change needs is asked for as soon as it is seen to be risky. */
  readonly names: readonly string[] | ((values: FormValues) => readonly string[]);
  readonly required: readonly string[];
  /** What was answered so far can be kept without going on. */
  readonly mayKeep?: boolean;
};

/** All that a step asks, in one form; what is typed outlives the tab, and each fault stands at its field. */
function Step({ record, onClose, action, hint, names, required, mayKeep = false }: Props & Asks) {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const client = useQueryClient();
  const meta = useMetaType('change');
  const draft = useDraft<FormValues>(`change.${action}.${record.number}`, {});
  const values: FormValues = { ...record, ...draft.value };
  const shown = typeof names === 'function' ? names(values) : names;
  const asked = fillable(meta, shown, required, overrides);
  const send = useTransition(record, action);
  const keep = useSave(meta, record);
  const changed = () => Object.fromEntries(shown.filter((key) => (values[key] ?? null) !== (value(record, key) ?? null)).map((key) => [key, values[key] ?? null]));
  const done = () => {
    draft.clear();
    onClose();
    void client.invalidateQueries({ queryKey: keys.record('change', record.number) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate(changed(), { onSuccess: () => (celebrate(labels.action('change', action)), done()) });
  };
  const error = send.error ?? keep.error;
  const told = useRef<HTMLDivElement>(null);
  // What is missing stands above a long form; whoever pressed the button at its end is taken there.
  useEffect(() => {
    if (error) told.current?.scrollIntoView({ block: 'start' });
  }, [error]);
  const faults = error instanceof ProblemError ? error.errors : [];
  return (
    <Modal opened onClose={onClose} size={860} title={labels.action('change', action)} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">{hint}</Text>
          {error !== null && faults.length === 0 && <Alert ref={told} className={styles['told']} color="red" role="alert">{words(error)}</Alert>}
          {faults.length > 0 && (
            <Alert ref={told} className={styles['told']} color="red" role="alert" title={t('change_page.lacks')}>
              <List size="sm">
                {faults.slice(0, 6).map(({ field, message }) => <List.Item key={`${field} ${message}`}>{message}</List.Item>)}
              </List>
            </Alert>
          )}
          <FieldsForm
            meta={meta}
            asked={asked}
            values={values}
            onChange={(key, next) => draft.set((before) => ({ ...before, [key]: next }))}
            error={error}
            refs={record.refs}
            overrides={overrides}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{t('ui.cancel')}</Button>
            {mayKeep && record.can['edit']?.ok === true && (
              <Button variant="default" loading={keep.isPending} onClick={() => keep.mutate(changed(), { onSuccess: done })}>{t('change_page.keep')}</Button>
            )}
            <Button type="submit" loading={send.isPending}>{labels.action('change', action)}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
} // prettier-ignore

const answers = ['riskAnswers', 'impactAnswers'];
const worth = ['benefit', 'feasibility', 'resources'];
const plans = ['implementationPlan', 'backOutPlan', 'testEvidence', 'notTestableReason'];
const high = new Set(['high', 'very_high']);

/** What an assessment asks grows with the change: a minor one needs no essay, a risky one its plans. */
function Assess(props: Props) {
  const t = useT();
  const { record } = props;
  const outlook = useOutlook(record).data;
  const rule = useRiskRule();
  const minor = value(record, 'category') === 'minor';
  const level = ({ riskAnswers }: FormValues) =>
    (rule && riskOf(rule, riskAnswers ?? {})?.level) ?? text(record, 'riskLevel');
  const names = (values: FormValues) => [
    ...answers,
    'implementerId',
    ...(minor ? [] : worth),
    'costCents',
    'needsCustomerApproval',
    ...((outlook?.collisions.length ?? 0) > 0 ? ['collisionResolution'] : []),
    ...(high.has(level(values)) ? plans : []),
  ];
  return (
    <Step
      {...props}
      action="assess"
      hint={t('change_page.assess_hint')}
      names={names}
      required={['implementerId', 'costCents', ...(minor ? [] : worth)]}
      mayKeep
    />
  );
}

function Schedule(props: Props) {
  const t = useT();
  const outlook = useOutlook(props.record).data;
  const lacks = (outlook?.planFaults.length ?? 0) > 0;
  const window = [
    'plannedStartAt',
    'plannedEndAt',
    'windowBasis',
    'windowEvidence',
    'downtimeMinutes',
    'implementerId',
  ];
  const collides = (outlook?.collisions.length ?? 0) > 0 ? ['collisionResolution'] : [];
  return (
    <Step
      {...props}
      action="schedule"
      hint={t('change_page.schedule_hint')}
      names={[...window, ...collides, ...(lacks ? plans : [])]}
      required={['plannedStartAt', 'plannedEndAt', 'windowBasis', 'implementerId']}
      mayKeep={lacks}
    />
  );
}

function Document(props: Props) {
  const t = useT();
  return (
    <Step
      {...props}
      action="document"
      hint={t('change_page.document_hint')}
      names={['objective', 'scope', ...answers, ...worth, 'costCents', ...plans]}
      required={['objective', 'costCents', ...worth]}
      mayKeep
    />
  );
}

const asked = ['purpose', 'objective', 'subjectIds', 'plannedStartAt', 'plannedEndAt'];
const isEmpty = (record: Whole, key: string) => {
  const given = value(record, key);
  return (
    given === null || given === undefined || given === '' || (Array.isArray(given) && given.length === 0)
  );
};

/** Only what is still missing is asked for; the rest is on the page. */
function Submit(props: Props) {
  const t = useT();
  const { record } = props;
  const items = useItems(value(record, 'modelId'));
  const missing = asked.filter((key) => isEmpty(record, key));
  return (
    <Step
      {...props}
      action="submit"
      hint={t(
        missing.length + items.length === 0 ? 'change_page.submit_complete' : 'change_page.submit_hint',
      )}
      names={[...missing, ...(items.length > 0 ? ['templateAnswers'] : [])]}
      required={missing}
    />
  );
}

/** By name and time, also by phone: nothing else is asked before the fire is out. */
function Authorise(props: Props) {
  const t = useT();
  const missing = ['purpose', 'subjectIds', 'implementationPlan'].filter((key) => isEmpty(props.record, key));
  const needed = [
    'emergencyGround',
    'emergencyReason',
    'authorisedById',
    'authorisedAt',
    'authorisedVia',
    'implementerId',
  ];
  return (
    <Step
      {...props}
      action="authorise"
      hint={t('change_page.authorise_hint')}
      names={[...needed, 'authorisationNote', ...missing]}
      required={[...needed, ...missing.filter((key) => key !== 'implementationPlan')]}
    />
  );
}

export const dialogs = {
  submit: Submit,
  authorise: Authorise,
  assess: Assess,
  schedule: Schedule,
  document: Document,
};
