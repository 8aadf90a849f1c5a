import { Anchor, Badge, Checkbox, Group, Table, Text } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useCertificationWords, type Entry, type YearPlan } from './certification.web.ts';

type One = { readonly day: string; readonly ownerId: string | null; readonly wanted: boolean };
export type Chosen = Readonly<Record<string, One>>;
export const keyOf = ({ anchor, kind }: Pick<Entry, 'anchor' | 'kind'>) => `${anchor} ${kind}`;

type Props = {
  readonly plan: YearPlan;
  readonly chosen: Chosen;
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (key: string, next: One) => void;
};

/** The steps in their order, each group ended by the audit that it is for. */
export function PlanSteps({ plan, chosen, faults, onChange }: Props) {
  const t = useCertificationWords();
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table verticalSpacing={6} aria-label={t('certification_page.year.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36} />
            <Table.Th>{t('certification_page.year.step')}</Table.Th>
            <Table.Th w={80}>{t('certification_page.year.clause')}</Table.Th>
            <Table.Th w={170}>{t('certification_page.year.day')}</Table.Th>
            <Table.Th w={240}>{t('certification_page.year.owner')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.anchors.map((anchor) => {
            const steps = plan.entries.filter((entry) => entry.anchor === anchor.key);
            return (
              <Fragment key={anchor.key}>
                {steps.some((entry) => entry.squeezed && entry.there === null) && (
                  <Table.Tr><Table.Td colSpan={5}><Text size="sm" c="orange">{t('certification_page.year.squeezed')}</Text></Table.Td></Table.Tr>
                )}
                {steps.length === 0 && (
                  <Table.Tr><Table.Td colSpan={5}><Text size="sm" c="orange">{t('certification_page.year.too_late')}</Text></Table.Td></Table.Tr>
                )}
                {steps.map((entry) => {
                  const key = keyOf(entry);
                  const one = chosen[key] ?? { day: entry.day, ownerId: entry.ownerId, wanted: true };
                  return <Step key={key} entry={entry} one={one} fault={faults.get(key)} onChange={(next) => onChange(key, next)} />;
                })}
                <Table.Tr style={{ background: 'var(--ink-chosen)' }}>
                  <Table.Td><IconFlag size={17} aria-hidden /></Table.Td>
                  <Table.Td colSpan={2}>
                    {anchor.external ? (
                      <>
                        <Text size="xs" c="dimmed">{t('certification_page.year.external')}</Text>
                        <Anchor size="sm" fw={600} renderRoot={(p) => <Link {...p} to={paths.record('certification-audits', anchor.key)} />}>{anchor.title}</Anchor>
                      </>
                    ) : (
                      <Text size="sm" fw={600}>{t('certification_page.year.no_external', { year: String(plan.year), date: format.day(anchor.day) })}</Text>
                    )}
                  </Table.Td>
                  <Table.Td colSpan={2}><Text size="sm" fw={600}>{format.day(anchor.day)}</Text></Table.Td>
                </Table.Tr>
              </Fragment>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
} // prettier-ignore

type StepProps = {
  readonly entry: Entry;
  readonly one: One;
  readonly fault: string | undefined;
  readonly onChange: (next: One) => void;
};

function Step({ entry, one, fault, onChange }: StepProps) {
  const t = useCertificationWords();
  const format = useFormat();
  const name = t(`year_plan.step.${entry.kind}.name`);
  const { there } = entry;
  return (
    <Table.Tr style={one.wanted || there !== null ? undefined : { opacity: 0.55 }}>
      <Table.Td>
        <Checkbox aria-label={name} checked={there !== null || one.wanted} disabled={there !== null} onChange={(event) => onChange({ ...one, wanted: event.currentTarget.checked })} />
      </Table.Td>
      <Table.Td>
        <Group gap={8}>
          <Text size="sm" fw={entry.makes === 'action-item' ? 450 : 650}>{name}</Text>
          {entry.makes !== 'action-item' && <Badge size="sm" variant="light" title={t('certification_page.year.mandatory')}>{entry.clause}</Badge>}
        </Group>
        <Text size="xs" c="dimmed">{t(`year_plan.step.${entry.kind}.about`)}</Text>
      </Table.Td>
      <Table.Td><Text size="sm" c="dimmed">{entry.clause}</Text></Table.Td>
      {there === null ? (
        <>
          <Table.Td><DayInput label={undefined} required value={one.day} error={fault} onChange={(day) => onChange({ ...one, day: day ?? entry.day })} /></Table.Td>
          <Table.Td><ReferencePicker to={['person']} ariaLabel={`${t('certification_page.year.owner')}: ${name}`} value={one.ownerId} onChange={(ownerId) => onChange({ ...one, ownerId })} /></Table.Td>
        </>
      ) : (
        <Table.Td colSpan={2}>
          <Group gap={8}>
            <Badge size="sm" color="teal">{t('certification_page.year.there')}</Badge>
            <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record(there.plural, there.number)} />}>{there.number}</Anchor>
            {there.day !== null && <Text size="sm" c="dimmed">{format.day(there.day)}</Text>}
          </Group>
        </Table.Td>
      )}
    </Table.Tr>
  );
} // prettier-ignore
