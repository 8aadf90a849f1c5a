import { Anchor, NumberInput, SimpleGrid } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Refs } from '../../../kernel/web/contract.ts';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import {
  SettingsPage,
  SettingsPanel,
  type SettingsPart,
} from '../../../kernel/web/settings/SettingsPage.tsx';
import type { Criterion } from '../major.settings.ts';
import { MajorCriteria } from './MajorCriteria.tsx';
import { useCriterion, useMajorWords } from './major.web.ts';

type Values = {
  readonly criteria: readonly Criterion[];
  readonly informManagement: { readonly first: number; readonly again: number };
  readonly updateEveryMinutes: number;
  readonly reviewWithin: { readonly workingDays: number; readonly calendarId: string | null };
};

type More = { readonly refs: Refs };

const number = (given: string | number) => (typeof given === 'number' ? given : 0);

function Parts({ values, set, disabled, errors, settings: { refs } }: SettingsPart<Values, More>) {
  const t = useMajorWords();
  return (
    <>
      <MajorCriteria
        criteria={values.criteria}
        disabled={disabled}
        onChange={(next) => set({ criteria: next })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <SettingsPanel title={t('major.settings.telling')}>
          <NumberInput
            label={t('major.settings.update_every')}
            description={t('major.settings.update_every_hint')}
            suffix={` ${t('major.settings.minutes')}`}
            min={5}
            max={1440}
            allowDecimal={false}
            disabled={disabled}
            value={values.updateEveryMinutes}
            error={errors['updateEveryMinutes']}
            onChange={(given) => set({ updateEveryMinutes: number(given) })}
          />
        </SettingsPanel>
        <SettingsPanel title={t('major.settings.management')}>
          <NumberInput
            label={t('major.settings.inform_first')}
            suffix={` ${t('major.settings.minutes')}`}
            min={5}
            max={1440}
            allowDecimal={false}
            disabled={disabled}
            value={values.informManagement.first}
            error={errors['informManagement.first']}
            onChange={(given) =>
              set({ informManagement: { ...values.informManagement, first: number(given) } })
            }
          />
          <NumberInput
            label={t('major.settings.inform_again')}
            suffix={` ${t('major.settings.minutes')}`}
            min={15}
            max={10_080}
            allowDecimal={false}
            disabled={disabled}
            value={values.informManagement.again}
            error={errors['informManagement.again']}
            onChange={(given) =>
              set({ informManagement: { ...values.informManagement, again: number(given) } })
            }
          />
        </SettingsPanel>
      </SimpleGrid>
      <SettingsPanel title={t('major.settings.review')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <NumberInput
            label={t('major.settings.review_days')}
            min={1}
            max={60}
            allowDecimal={false}
            disabled={disabled}
            value={values.reviewWithin.workingDays}
            error={errors['reviewWithin.workingDays']}
            onChange={(given) =>
              set({ reviewWithin: { ...values.reviewWithin, workingDays: number(given) } })
            }
          />
          <ReferencePicker
            to={['calendar']}
            label={t('major.settings.review_calendar')}
            refs={refs}
            disabled={disabled}
            value={values.reviewWithin.calendarId}
            error={errors['reviewWithin.calendarId']}
            onChange={(calendarId) => set({ reviewWithin: { ...values.reviewWithin, calendarId } })}
          />
        </SimpleGrid>
      </SettingsPanel>
    </>
  );
}

/** When an incident is major, how often it is told, who hears of it in what time, and when the review is due. */
export default function MajorSettings() {
  const t = useMajorWords();
  const said = useInWords();
  return (
    <SettingsPage<Values, More>
      plural="major-incidents"
      words={() => ({
        title: t('major.settings.title'),
        hint: t('major.settings.hint'),
        readOnly: t('major.settings.read_only'),
        part: (key) => t(`major.settings.part.${key}`),
        said,
      })}
      crumb={
        <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={paths.queue('major-incidents')} />}>
          {t('major_incident.plural')}
        </Anchor>
      }
      fields={[
        'informManagement.first',
        'informManagement.again',
        'updateEveryMinutes',
        'reviewWithin.workingDays',
        'reviewWithin.calendarId',
      ]}
      shownIn={['major-runbook']}
      Parts={Parts}
    />
  );
}

/** A value as people say it; what was written by another version of the software is shown as it is. */
function useInWords() {
  const t = useMajorWords();
  const criterion = useCriterion();
  return (key: keyof Values, value: unknown): string => {
    if (key === 'criteria' && Array.isArray(value))
      return value.map((one) => criterion(one as Criterion)).join(' / ');
    if (key === 'updateEveryMinutes') return t('major.settings.said.every', { minutes: Number(value) });
    if (key === 'informManagement') {
      const { first, again } = value as Values['informManagement'];
      return t('major.settings.said.inform', { first, again });
    }
    if (key === 'reviewWithin')
      return t('major.settings.said.review', { days: (value as Values['reviewWithin']).workingDays });
    return JSON.stringify(value);
  };
}
