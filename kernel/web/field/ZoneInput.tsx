import { Select } from '@mantine/core';
import { useT } from '../words.ts';
import type { InputProps } from './override.ts';

/** The zones that this browser knows; UTC is missing from the standard's list. */
export const zones = (): string[] => [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
];

export function ZoneInput({ value, onChange, label, description, error, required = false }: InputProps) {
  const t = useT();
  return (
    <Select
      label={label}
      description={description}
      error={error}
      required={required}
      searchable
      limit={60}
      clearable={!required}
      data={zones()}
      value={typeof value === 'string' ? value : null}
      nothingFoundMessage={t('ui.nothing_found')}
      onChange={onChange}
    />
  );
}
