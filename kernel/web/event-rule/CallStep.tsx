import { Text } from '@mantine/core';
import type { Step } from '../../event-rule/event-rule.schema.ts';
import { ReferencePicker } from '../field/ReferencePicker.tsx';
import { useNamed } from '../field/useNamed.ts';
import { useRuleWords } from './rule-words.ts';

type Calling = Extract<Step, { do: 'call' }>;
const to = ['webhook'];

/** Which receiver outside is told. */
export function CallStep({ step, onChange }: { step: Calling; onChange: (next: Calling) => void }) {
  const t = useRuleWords();
  return (
    <ReferencePicker
      to={to}
      label={t('event_rule.call')}
      description={t('event_rule.call_hint')}
      required
      value={step.webhook === '' ? null : step.webhook}
      onChange={(id) => onChange({ ...step, webhook: id ?? '' })}
    />
  );
}

/** Who may not see webhooks reads that one is called, and not which. */
export function CallValue({ step }: { step: Calling }) {
  const t = useRuleWords();
  const title = useNamed(to, [step.webhook])[step.webhook]?.title;
  return (
    <Text size="sm">
      {t('event_rule.call')}
      {title === undefined ? '' : `: ${title}`}
    </Text>
  );
}
