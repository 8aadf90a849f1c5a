import {
  Badge,
  Checkbox,
  Group,
  MultiSelect,
  SimpleGrid,
  Stack,
  Switch,
  Table,
  Text,
  Textarea,
} from '@mantine/core';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useNamed } from '../../../kernel/web/field/useNamed.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { riskLevels } from '../change.risk.ts';
import { Days, LevelSelect, type Of, type PartProps } from './policy-inputs.tsx';
import { useT } from './useT.ts';

export function Scope({ value, onChange }: PartProps<Of<'scope'>>) {
  const t = useT();
  const kinds = [
    'services', 'service_components', 'configuration_items', 'agreements', 'catalogue', 'contracts', 'network_rules', 'cloud_consoles',
    'documents', 'parties',
  ] as const; // prettier-ignore
  if (!onChange)
    return (
      <Stack gap={6}>
        <Text size="sm" c="dimmed">{t('change_policy.scope_hint')}</Text>
        <Group gap={6}>{value.covered.map((kind) => <Badge key={kind}>{t(`change_policy.kinds.${kind}`)}</Badge>)}</Group>
        {value.excluded !== '' && <Text size="sm">{t('change_policy.excluded')}: {value.excluded}</Text>}
      </Stack>
    );
  return (
    <Stack gap="sm">
      <Checkbox.Group label={t('change_policy.covered')} value={[...value.covered]} onChange={(next) => onChange({ ...value, covered: kinds.filter((kind) => next.includes(kind)) })}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} mt={6} spacing="xs">
          {kinds.map((kind) => <Checkbox key={kind} value={kind} label={t(`change_policy.kinds.${kind}`)} />)}
        </SimpleGrid>
      </Checkbox.Group>
      <Textarea label={t('change_policy.excluded')} value={value.excluded} onChange={(e) => onChange({ ...value, excluded: e.currentTarget.value })} />
    </Stack>
  );
} // prettier-ignore

export function Categories({ value, onChange }: PartProps<Of<'categories'>>) {
  const t = useT();
  const labels = useLabels();
  const names = Object.keys(value) as (keyof typeof value)[];
  return (
    <Table aria-label={t('change_policy.categories')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('change_policy.categories')}</Table.Th>
          <Table.Th>{t('change_policy.category_used')}</Table.Th>
          <Table.Th>{t('change_policy.max_risk')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {names.map((name) => {
          const label = labels.option('change', 'category', name);
          return (
            <Table.Tr key={name}>
              <Table.Td>{label}</Table.Td>
              <Table.Td>
                {onChange ? (
                  <Switch aria-label={`${label}: ${t('change_policy.category_used')}`} checked={value[name].used} onChange={(e) => onChange({ ...value, [name]: { ...value[name], used: e.currentTarget.checked } })} />
                ) : value[name].used ? t('ui.yes') : t('ui.no')}
              </Table.Td>
              <Table.Td>
                {onChange ? (
                  <LevelSelect name={`${label}: ${t('change_policy.max_risk')}`} value={value[name].maxRisk} onChange={(maxRisk) => onChange({ ...value, [name]: { ...value[name], maxRisk } })} />
                ) : labels.option('change', 'riskLevel', value[name].maxRisk)}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
} // prettier-ignore

export function Emergency({ value, onChange }: PartProps<Of<'emergency'>>) {
  const t = useT();
  const labels = useLabels();
  const roles = useMeta().roles;
  const grounds = ['restore_service', 'imminent_failure', 'security', 'legal', 'safety'] as const;
  const ground = (one: string) => labels.option('change', 'emergencyGround', one);
  if (!onChange)
    return (
      <Stack gap={6}>
        <Group gap={6}><Text size="sm" c="dimmed">{t('change_policy.grounds')}:</Text>{value.grounds.map((one) => <Badge key={one} color="gray">{ground(one)}</Badge>)}</Group>
        <Group gap={6}><Text size="sm" c="dimmed">{t('change_policy.authorisers')}:</Text>{value.authorisers.map((role) => <Badge key={role} color="gray">{labels.role(role)}</Badge>)}</Group>
        <Days label={t('change_policy.documented_within')} value={value.documentedWithin} onChange={undefined} />
      </Stack>
    );
  return (
    <Stack gap="sm">
      <MultiSelect label={t('change_policy.grounds')} data={grounds.map((one) => ({ value: one, label: ground(one) }))} value={[...value.grounds]} onChange={(next) => onChange({ ...value, grounds: grounds.filter((one) => next.includes(one)) })} />
      <MultiSelect searchable label={t('change_policy.authorisers')} data={roles.map((role) => ({ value: role, label: labels.role(role) }))} value={[...value.authorisers]} onChange={(next) => onChange({ ...value, authorisers: next as typeof value.authorisers })} />
      <Days label={t('change_policy.documented_within')} value={value.documentedWithin} onChange={(documentedWithin) => onChange({ ...value, documentedWithin })} />
    </Stack>
  );
} // prettier-ignore

export function Planning({ value, onChange }: PartProps<Of<'planning'>>) {
  const t = useT();
  const labels = useLabels();
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">{t('change_policy.back_out_steps')}</Text>
      <Group gap="md">
        {riskLevels.map((level) => (
          <Days key={level} label={labels.option('change', 'riskLevel', level)} value={value.backOutSteps[level]} onChange={onChange && ((next) => onChange({ ...value, backOutSteps: { ...value.backOutSteps, [level]: next } }))} />
        ))}
      </Group>
      {onChange ? (
        <LevelSelect label={t('change_policy.plans_before')} name={t('change_policy.plans_before')} value={value.plansBeforeApproval} onChange={(plansBeforeApproval) => onChange({ ...value, plansBeforeApproval })} />
      ) : (
        <Text size="sm"><Text span size="sm" c="dimmed">{t('change_policy.plans_before')}: </Text>{labels.option('change', 'riskLevel', value.plansBeforeApproval)}</Text>
      )}
      <Days label={t('change_policy.tolerance')} value={value.windowTolerance} onChange={onChange && ((windowTolerance) => onChange({ ...value, windowTolerance }))} />
    </Stack>
  );
} // prettier-ignore

export function Review({ value, onChange }: PartProps<Of<'review'>>) {
  const t = useT();
  const named = useNamed(['calendar'], value.calendarId === null ? [] : [value.calendarId], {});
  const days = [
    ['within', 'review_within'], ['standardSample', 'sample'], ['investigationWithin', 'investigation_within'], ['incidentDays', 'incident_days'],
  ] as const; // prettier-ignore
  return (
    <Stack gap="xs">
      {days.map(([key, word]) => (
        <Days key={key} label={t(`change_policy.${word}`)} value={value[key]} onChange={onChange && ((next) => onChange({ ...value, [key]: next }))} />
      ))}
      {onChange ? (
        <ReferencePicker to={['calendar']} label={t('change_policy.calendar')} refs={named} value={value.calendarId} onChange={(calendarId) => onChange({ ...value, calendarId })} />
      ) : value.calendarId === null ? null : (
        <Group gap={6}><Text size="sm" c="dimmed">{t('change_policy.calendar')}:</Text><RefLink id={value.calendarId} refs={named} /></Group>
      )}
    </Stack>
  );
} // prettier-ignore

export function Models({ value, onChange }: PartProps<Of<'models'>>) {
  const t = useT();
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('change_page.model_rule', { proofs: value.proofs, months: value.reauthoriseMonths })}
      </Text>
      {onChange && (
        <>
          <Days
            label={t('change_policy.proofs')}
            value={value.proofs}
            onChange={(proofs) => onChange({ ...value, proofs })}
          />
          <Days
            label={t('change_policy.reauthorise')}
            value={value.reauthoriseMonths}
            onChange={(reauthoriseMonths) => onChange({ ...value, reauthoriseMonths })}
          />
        </>
      )}
    </Stack>
  );
}
