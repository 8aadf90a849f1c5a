import {
  Alert,
  Badge,
  Button,
  Group,
  Modal,
  NumberInput,
  Rating,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { list, text, type Whole } from '../../../kernel/web/contract.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { ProblemError } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { isMet, type Outcome } from '../transition.parts.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useTransition } from '../../../kernel/web/record/useTransition.ts';
import { useT } from './useT.ts';

type Props = { readonly record: Whole; readonly onClose: () => void };

/** What it shall bring and, once it is reported, what it brought. */
export function Outcomes({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const outcomes = list(record, 'outcomes') as readonly Outcome[];
  const actuals = list(record, 'actuals') as readonly number[];
  return (
    <Panel title={t('transition_page.outcomes')}>
      {outcomes.length === 0 && <Text size="sm" c="dimmed">{t('transition_page.none')}</Text>}
      <Stack gap={6}>
        {outcomes.map((outcome, at) => {
          const actual = actuals[at];
          return (
            <Group key={outcome.metric} justify="space-between" gap="sm">
              <div>
                <Text size="sm">{outcome.metric}</Text>
                <Text size="xs" c="dimmed">{t(`transition_page.ways.${outcome.way}`)} {format.number(outcome.target)} {outcome.unit ?? ''}</Text>
              </div>
              {actual !== undefined && (
                <Badge color={isMet(outcome, actual) ? 'teal' : 'red'}>{t('transition_page.actual')}: {format.number(actual)} {outcome.unit ?? ''}</Badge>
              )}
            </Group>
          );
        })}
      </Stack>
    </Panel>
  );
} // prettier-ignore

function Dialog(props: Props & { action: string; send: () => void; busy: boolean; error: Error | null; children: ReactNode }) {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const { error } = props;
  const faults = error instanceof ProblemError ? error.errors.map(({ message }) => message) : [];
  const title = labels.action('transition', props.action);
  return (
    <Modal opened onClose={props.onClose} size="lg" title={title} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <Stack gap="sm">
        {error !== null && <Alert color="red" role="alert">{faults.length > 0 ? faults.join(' ') : words(error)}</Alert>}
        {props.children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>{t('ui.cancel')}</Button>
          <Button loading={props.busy} onClick={props.send}>{title}</Button>
        </Group>
      </Stack>
    </Modal>
  );
} // prettier-ignore

/** Each intended outcome with its figure, and the words that go to the interested parties. */
export function ReportDialog(props: Props) {
  const { record, onClose } = props;
  const labels = useLabels();
  const outcomes = list(record, 'outcomes') as readonly Outcome[];
  const [figures, setFigures] = useState<readonly (number | null)[]>(outcomes.map(() => null));
  const [closureReport, setReport] = useState(text(record, 'closureReport'));
  const report = useTransition(record, 'report_closure');
  const send = () =>
    report.mutate({ closureReport, figures: figures.filter((one) => one !== null) }, { onSuccess: onClose });
  return (
    <Dialog {...props} action="report_closure" send={send} busy={report.isPending} error={report.error}>
      {outcomes.map(({ metric, target, unit }, at) => (
        <NumberInput key={metric} label={metric} description={`${target} ${unit ?? ''}`} value={figures[at] ?? ''} onChange={(next) => setFigures(figures.map((old, i) => (i === at ? (typeof next === 'number' ? next : null) : old)))} />
      ))}
      <Textarea required autosize minRows={4} label={labels.field('transition', 'closureReport')} value={closureReport} onChange={(e) => setReport(e.currentTarget.value)} />
    </Dialog>
  );
} // prettier-ignore

/** Row 115: how the service that was delivered is judged, and what is to be better next time. */
export function EvaluateDialog(props: Props) {
  const { record, onClose } = props;
  const t = useT();
  const [satisfaction, setSatisfaction] = useState(0);
  const [wentWell, setWell] = useState('');
  const [improvements, setImprovements] = useState('');
  const evaluate = useTransition(record, 'evaluate');
  const send = () => evaluate.mutate({ evaluation: { satisfaction, wentWell, improvements } }, { onSuccess: onClose });
  return (
    <Dialog {...props} action="evaluate" send={send} busy={evaluate.isPending} error={evaluate.error}>
      <div>
        <Text size="sm" fw={500}>{t('transition_page.evaluation.satisfaction')}</Text>
        <Rating value={satisfaction} onChange={setSatisfaction} aria-label={t('transition_page.evaluation.satisfaction')} />
      </div>
      <Textarea autosize minRows={2} label={t('transition_page.evaluation.went_well')} value={wentWell} onChange={(e) => setWell(e.currentTarget.value)} />
      <Textarea autosize minRows={2} label={t('transition_page.evaluation.improvements')} value={improvements} onChange={(e) => setImprovements(e.currentTarget.value)} />
    </Dialog>
  );
} // prettier-ignore
