import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { asText } from '../../../kernel/record/text.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useWatchRules, useWatchWords, wideKey } from './watch.web.ts';

const first = ['requirement', 'subjectId', 'serviceId', 'foundAt', 'repairedAt', 'grade', 'ownerId', 'dueOn', 'correction', 'result', 'verification']; // prettier-ignore
const hidden = ['rule', 'subjectKey', 'facts'];
const primary = ['accept', 'correct', 'verify'];

/** What the rule demands, what it found instead, and whether it is still so. */
function Rule({ record }: { record: Whole }) {
  const t = useWatchWords();
  const format = useFormat();
  const rule = asText(value(record, 'rule'));
  const requirement = asText(value(record, 'requirement'));
  const repaired = value(record, 'repairedAt');
  const known = useWatchRules().data?.items.find((one) => one.rule === rule);
  const wide = known?.recordType === null;
  return (
    <Panel title={t('control_watch.rule')}>
      <Stack gap={8}>
        <div>
          <Text size="xs" c="dimmed">
            {t('control_watch.what')}
          </Text>
          <Text size="sm">{wide ? t(`control_watch.wide.${wideKey(rule)}`) : (known?.demand ?? rule)}</Text>
        </div>
        <div>
          <Text size="xs" c="dimmed">
            {t('control_watch.lacks')}
          </Text>
          <Text size="sm" fw={550}>
            {wide ? <Facts record={record} rule={rule} /> : (known?.lack ?? '')}
          </Text>
        </div>
        <Group gap="md">
          <Anchor size="sm" renderRoot={(p) => <Link {...p} to={`/readiness/${requirement}`} />}>
            {t('control_watch.to_requirement', { requirement })}
          </Anchor>
          {!wide && (
            <Text size="xs" c="dimmed">
              {typeof repaired === 'string'
                ? t('control_watch.gone', { date: format.date(repaired) })
                : t('control_watch.still')}
            </Text>
          )}
        </Group>
      </Stack>
    </Panel>
  );
}

function Facts({ record, rule }: { record: Whole; rule: string }) {
  const t = useWatchWords();
  const facts = value(record, 'facts');
  const params = typeof facts === 'object' && facts !== null ? { ...facts } : {};
  return rule === 'records.made_in_bulk'
    ? t('control_watch.bulk', params)
    : t('control_watch.silent', params);
}

const sections = { main: ({ record }: SectionProps) => <Rule record={record} /> };

export default function LapsePage() {
  return <RecordPage type="lapse" first={first} hidden={hidden} primary={primary} sections={sections} />;
}
