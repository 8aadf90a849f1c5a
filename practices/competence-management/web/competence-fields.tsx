import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Group,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { text, value as valueOf, type ListPage } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useNamed } from '../../../kernel/web/field/useNamed.ts';
import { recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import type { Found, Gap } from '../assessment.fields.ts';
import type { Need } from '../profile.fields.ts';
import { useCompetenceWords } from './competence.web.ts';

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const needsIn = (value: unknown) => listed(value) as readonly Need[];
const foundIn = (value: unknown) => listed(value) as readonly Found[];
const gapsIn = (value: unknown) => listed(value) as readonly Gap[];
const line = { borderTop: '1px solid var(--ink-line)', paddingTop: 8 };
const Fault = ({ error }: Pick<InputProps, 'error'>) =>
  error !== undefined && error !== null ? <Text size="sm" c="red" role="alert">{error}</Text> : null; // prettier-ignore

function useLevels() {
  const t = useCompetenceWords();
  return (['none', 'guided', 'alone', 'teaches'] as const).map((key, at) => ({
    value: String(at),
    label: `${at} ${t(`competence_page.level.${key}`)}`,
  }));
}

/** Which competences, at which level, and whether the work is not done without. */
function NeedsInput({ label, description, error, value, onChange, refs }: InputProps) {
  const t = useCompetenceWords();
  const levels = useLevels().slice(1);
  const needs = listed(value) as readonly Partial<Need>[];
  const known = useNamed(['competence'], needs.flatMap(({ competenceId }) => competenceId ?? []), refs);
  const put = (at: number, next: Partial<Need>) => onChange(needs.map((one, i) => (i === at ? { ...one, ...next } : one)));
  return (
    <Stack gap={8} role="group" aria-label={label}>
      <Text size="sm" fw={500}>{label}</Text>
      {description !== undefined && <Text size="xs" c="dimmed">{description}</Text>}
      <Fault error={error} />
      {needs.map((need, at) => (
        // eslint-disable-next-line react/no-array-index-key -- a row is its place
        <Group key={at} gap={8} wrap="wrap" align="center" style={line}>
          <div style={{ flex: '1 1 200px', minWidth: 0 }}>
            <ReferencePicker to={['competence']} ariaLabel={`${t('competence_page.competence_of')} ${at + 1}`} refs={known} value={need.competenceId ?? null} onChange={(id) => put(at, { competenceId: id ?? '' })} />
          </div>
          <SegmentedControl size="xs" aria-label={`${t('competence_page.level_of')} ${at + 1}`} data={levels} value={String(need.level ?? 2)} onChange={(level) => put(at, { level: Number(level) })} />
          <Checkbox label={t('competence_page.is_mandatory')} checked={need.mandatory === true} onChange={(e) => put(at, { mandatory: e.currentTarget.checked })} />
          <ActionIcon aria-label={`${t('competence_page.remove')} ${at + 1}`} onClick={() => onChange(needs.filter((_one, i) => i !== at))}>
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} style={{ alignSelf: 'start' }} onClick={() => onChange([...needs, { competenceId: '', level: 2, mandatory: true }])}>
        {t('competence_page.add_need')}
      </Button>
    </Stack>
  );
} // prettier-ignore

function NeedsValue({ value, refs }: ValueProps) {
  const t = useCompetenceWords();
  const levels = useLevels();
  const needs = needsIn(value);
  const known = useNamed(['competence'], needs.map(({ competenceId }) => competenceId), refs);
  if (needs.length === 0) return <Text size="sm" c="dimmed">{t('competence_page.no_needs')}</Text>;
  return (
    <Stack gap={6}>
      {needs.map(({ competenceId, level, mandatory }) => (
        <Group key={competenceId} gap={8}>
          <RefLink id={competenceId} refs={known} />
          <Badge color="gray">{levels[level]?.label}</Badge>
          {mandatory && <Badge color="blue">{t('competence_page.is_mandatory')}</Badge>}
        </Group>
      ))}
    </Stack>
  );
} // prettier-ignore

/** The needs of the profile in force for the assessment on this page. */
function useNeeds(): readonly Need[] {
  const { number = '' } = useParams({ strict: false });
  const assessment = useQuery(recordQuery(useMetaType('competence-assessment'), number));
  const role = assessment.data ? text(assessment.data, 'role') : '';
  const profiles = useQuery({
    queryKey: ['competence', 'needs', role],
    enabled: role !== '',
    queryFn: ({ signal }) =>
      api.get<ListPage>(`/competence-profiles${writeQuery({ 'filter[role]': role, 'filter[state]': 'in_force', limit: 1 })}`, signal),
  });
  const profile = profiles.data?.items[0];
  return profile ? needsIn(valueOf(profile, 'needs')) : [];
} // prettier-ignore

/** Each competence of the profile, the level that was found, and what shows it. */
function LevelsInput({ label, description, error, value, onChange, refs }: InputProps) {
  const t = useCompetenceWords();
  const levels = useLevels();
  const needs = useNeeds();
  const given = new Map(foundIn(value).map((one) => [one.competenceId, one]));
  const known = useNamed(['competence'], needs.map(({ competenceId }) => competenceId), refs);
  const put = (id: string, next: Partial<Found>) => {
    const rows = needs.flatMap(({ competenceId }) => {
      const before = given.get(competenceId);
      const row = competenceId === id ? { competenceId, level: 0, ...before, ...next } : before;
      return row === undefined ? [] : [row.evidence === '' ? { competenceId, level: row.level } : row];
    });
    onChange(rows);
  };
  return (
    <Stack gap={10} role="group" aria-label={label}>
      <Text size="sm" fw={500}>{label}</Text>
      {description !== undefined && <Text size="xs" c="dimmed">{description}</Text>}
      <Fault error={error} />
      {needs.map(({ competenceId, level, mandatory }) => {
        const name = known[competenceId]?.title ?? '';
        const found = given.get(competenceId);
        return (
          <Stack key={competenceId} gap={6} style={line}>
            <Group justify="space-between" gap={8}>
              <Text size="sm" fw={500}>{name}</Text>
              <Group gap={6}>
                {mandatory && <Badge color="blue">{t('competence_page.is_mandatory')}</Badge>}
                <Text size="xs" c="dimmed">{t('competence_page.needed', { level })}</Text>
              </Group>
            </Group>
            <SegmentedControl fullWidth size="xs" aria-label={`${name}: ${t('competence_page.level_of')}`} data={levels} value={found ? String(found.level) : ''} onChange={(next) => put(competenceId, { level: Number(next) })} />
            {found !== undefined && found.level > 0 && (
              <Textarea autosize minRows={1} aria-label={`${name}: ${t('competence_page.evidence')}`} placeholder={t('competence_page.evidence')} value={found.evidence ?? ''} onChange={(e) => put(competenceId, { evidence: e.currentTarget.value })} />
            )}
          </Stack>
        );
      })}
    </Stack>
  );
} // prettier-ignore

function LevelsValue({ value, refs }: ValueProps) {
  const levels = useLevels();
  const found = foundIn(value);
  const known = useNamed(['competence'], found.map(({ competenceId }) => competenceId), refs);
  return (
    <Stack gap={8}>
      {found.map(({ competenceId, level, evidence }) => (
        <div key={competenceId}>
          <Group gap={8}>
            <RefLink id={competenceId} refs={known} />
            <Badge color="gray">{levels[level]?.label}</Badge>
          </Group>
          {evidence !== undefined && <Text size="xs" c="dimmed">{evidence}</Text>}
        </div>
      ))}
    </Stack>
  );
} // prettier-ignore

function GapsValue({ value, refs }: ValueProps) {
  const t = useCompetenceWords();
  const gaps = gapsIn(value);
  const known = useNamed(['competence'], gaps.map(({ competenceId }) => competenceId), refs);
  if (gaps.length === 0) return <Text size="sm" c="dimmed">{t('competence_page.no_gaps')}</Text>;
  return (
    <Stack gap={6}>
      {gaps.map(({ competenceId, level, needed, mandatory }) => (
        <Group key={competenceId} gap={8}>
          <RefLink id={competenceId} refs={known} />
          <Badge color={mandatory ? 'orange' : 'gray'}>{t('competence_page.found_level', { level, needed })}</Badge>
        </Group>
      ))}
    </Stack>
  );
} // prettier-ignore

export const competenceOverrides: FieldOverrides = {
  needs: { Input: NeedsInput, Value: NeedsValue },
  levels: { Input: LevelsInput, Value: LevelsValue },
  gaps: { Value: GapsValue },
};
