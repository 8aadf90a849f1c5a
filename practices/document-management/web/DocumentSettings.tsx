import { Anchor, MultiSelect, NumberInput, Select, SimpleGrid, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { roles } from '../../../kernel/access/roles.ts';
import { zones } from '../../../kernel/web/field/ZoneInput.tsx';
import {
  SettingsPage,
  SettingsPanel,
  type SettingsPart,
} from '../../../kernel/web/settings/SettingsPage.tsx';
import { treePath } from './document.web.ts';
import { levels, useRoleNames, useSettingsWords, type Values } from './settings.web.ts';

const fields = [
  'reviewMonths',
  'reviewNotice.ahead',
  'reviewNotice.again',
  'zone',
  ...levels.flatMap((level) => [`approval.${level}.review`, `approval.${level}.approve`]),
];
const number = (given: string | number) => (typeof given === 'number' ? given : 0);

function Parts({ values, set, disabled, errors }: SettingsPart<Values>) {
  const t = useSettingsWords();
  return (
    <>
      <Levels values={values} disabled={disabled} errors={errors} onChange={(next) => set({ approval: next })} />
      <SettingsPanel title={t('document_settings.dates')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <NumberInput label={t('document_settings.months')} description={t('document_settings.months_hint')} min={1} max={60} allowDecimal={false} disabled={disabled}
            value={values.reviewMonths} error={errors['reviewMonths']} onChange={(given) => set({ reviewMonths: number(given) })} />
          <Select label={t('document_settings.zone')} searchable limit={60} data={zones()} disabled={disabled} allowDeselect={false} mt={20}
            value={values.zone} error={errors['zone']} onChange={(given) => set({ zone: given ?? values.zone })} />
          <NumberInput label={t('document_settings.ahead')} min={1} max={365} allowDecimal={false} disabled={disabled}
            value={values.reviewNotice.ahead} error={errors['reviewNotice.ahead']} onChange={(given) => set({ reviewNotice: { ...values.reviewNotice, ahead: number(given) } })} />
          <NumberInput label={t('document_settings.again')} min={1} max={365} allowDecimal={false} disabled={disabled}
            value={values.reviewNotice.again} error={errors['reviewNotice.again']} onChange={(given) => set({ reviewNotice: { ...values.reviewNotice, again: number(given) } })} />
        </SimpleGrid>
      </SettingsPanel>
    </>
  );
} // prettier-ignore

/** 7.5.2: who reviews and approves at each level, and when documents fall due for review. */
export default function DocumentSettings() {
  const t = useSettingsWords();
  const said = useInWords();
  return (
    <SettingsPage<Values>
      plural="documents"
      words={() => ({
        title: t('document_settings.title'),
        hint: t('document_settings.hint'),
        readOnly: t('document_settings.read_only'),
        part: (key) => t(`document_settings.part.${key}`),
        said,
      })}
      crumb={
        <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={treePath} />}>
          {t('document.plural')}
        </Anchor>
      }
      fields={fields}
      Parts={Parts}
    />
  );
}

type LevelsProps = {
  readonly values: Values;
  readonly disabled: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (next: Values['approval']) => void;
};

function Levels({ values, disabled, errors, onChange }: LevelsProps) {
  const t = useSettingsWords();
  const named = useRoleNames();
  const data = roles.filter((role) => role !== 'user').map((role) => ({ value: role, label: named(role) }));
  return (
    <SettingsPanel title={t('document_settings.approval')} hint={t('document_settings.approval_hint')}>
      <Stack gap="md">
        {levels.map((level) => (
          <SimpleGrid key={level} cols={{ base: 1, sm: 2 }} spacing="sm" role="group" aria-label={t('document_settings.level', { level })}>
            {(['review', 'approve'] as const).map((part) => (
              <MultiSelect
                key={part}
                label={`${t('document_settings.level', { level })} · ${t(`document_settings.${part}`)}`}
                data={data}
                searchable
                disabled={disabled}
                value={[...values.approval[level][part]]}
                error={errors[`approval.${level}.${part}`]}
                placeholder={values.approval[level][part].length === 0 ? t('document_settings.nobody') : undefined}
                onChange={(next) => onChange({ ...values.approval, [level]: { ...values.approval[level], [part]: next } })}
              />
            ))}
          </SimpleGrid>
        ))}
      </Stack>
    </SettingsPanel>
  );
} // prettier-ignore

/** A value as people say it; of the levels, each with its roles. */
function useInWords() {
  const t = useSettingsWords();
  const named = useRoleNames();
  return (key: keyof Values, value: unknown): string => {
    if (key === 'approval') {
      const all = value as Values['approval'];
      const list = (roles: readonly string[]) => roles.map(named).join(', ') || t('document_settings.nobody');
      return levels
        .map((level) => `${t('document_settings.level', { level })}: ${list(all[level].review)} / ${list(all[level].approve)}`)
        .join('; ');
    }
    if (key === 'reviewNotice') {
      const { ahead, again } = value as Values['reviewNotice'];
      return t('document_settings.notice', { ahead, again });
    }
    return String(value);
  };
} // prettier-ignore
