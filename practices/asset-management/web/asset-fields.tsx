import { Anchor, NumberInput, Select, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { minorDigits } from '../../../kernel/record/money.ts';
import { value as valueOf } from '../../../kernel/web/contract.ts';
import type {
  FieldOverride,
  FieldOverrides,
  InputProps,
  ValueProps,
} from '../../../kernel/web/field/override.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { useFiles, useMetaType } from '../../../kernel/web/queries.ts';
import { useMoney, useT } from './asset.web.ts';

const currencyIn = (values: Readonly<Record<string, unknown>> | undefined): string =>
  typeof values?.['currency'] === 'string' ? values['currency'] : 'CNY';

/** Kept in minor units, written in the currency's own. */
function MoneyInput({ label, description, error, value, onChange, required, values }: InputProps) {
  const currency = currencyIn(values);
  const unit = 10 ** minorDigits(currency);
  return (
    <NumberInput
      label={label}
      description={description}
      error={error}
      required={required === true}
      min={0}
      decimalScale={minorDigits(currency)}
      thousandSeparator=" "
      suffix={` ${currency}`}
      hideControls
      value={typeof value === 'number' ? value / unit : ''}
      onChange={(next) => onChange(typeof next === 'number' ? Math.round(next * unit) : null)}
    />
  );
}

function Money({ value, record }: ValueProps) {
  const money = useMoney();
  const currency = record ? valueOf(record, 'currency') : undefined;
  return (
    <Text size="sm">
      {typeof value === 'number' ? money(value, typeof currency === 'string' ? currency : 'CNY') : '—'}
    </Text>
  );
}

/** One of the asset's own files. */
function CertificateInput({ label, description, error, value, onChange }: InputProps) {
  const t = useT();
  const { number = '' } = useParams({ strict: false });
  const files = useFiles(useMetaType('asset'), number).data?.items ?? [];
  return (
    <Select
      label={label}
      description={description}
      error={error ?? (files.length === 0 ? t('asset_pages.no_files') : undefined)}
      required
      data={files.map(({ id, name }) => ({ value: id, label: name }))}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  );
}

function Certificate({ value, record }: ValueProps) {
  const t = useT();
  if (typeof value !== 'string' || !record) return null;
  return (
    <Anchor
      size="sm"
      href={`/api/v1${endpoints.record('assets', record.number)}/attachments/${value}`}
      target="_blank"
    >
      {t('asset_pages.download')}
    </Anchor>
  );
}

const money: FieldOverride = { Input: MoneyInput, Value: Money };

export const licenceOverrides: FieldOverrides = { costCents: money };
export const assetOverrides: FieldOverrides = {
  costCents: money,
  residualCents: money,
  writtenOffCents: money,
  certificate: { Input: CertificateInput },
  erasureFile: { Value: Certificate },
};
