import { Alert, Button, Group, List, Modal, Select, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { FieldInput } from '../../../kernel/web/field/FieldInput.tsx';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { assetOverrides } from './asset-fields.tsx';
import { useT } from './asset.web.ts';

const fields = [
  'ownerId', 'userId', 'costCentre', 'location', 'orgUnitId', 'serviceId', 'supplierId', 'ownership', 'model',
  'warrantyUntil', 'endOfSupport', 'endOfLife', 'depreciationMethod', 'usefulMonths', 'holdsData',
]; // prettier-ignore

type Props = {
  readonly numbers: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** One value for one field of all chosen assets; each is asked by itself, and every refusal is told with its number. */
export function ChangeManyDialog({ numbers, onClose, onDone }: Props) {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const meta = useMetaType('asset');
  const client = useQueryClient();
  const [key, setKey] = useState('location');
  const [value, setValue] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const field = meta.fields.find((one) => one.key === key);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const failures: string[] = [];
    for (const number of numbers)
      try {
        await api.patch(endpoints.record('assets', number), { [key]: value });
      } catch (error) {
        failures.push(`${number}: ${words(error)}`);
      }
    setBusy(false);
    setRefused(failures);
    celebrate(t('asset_pages.changed', { done: numbers.length - failures.length, total: numbers.length }));
    await client.invalidateQueries({ queryKey: keys.type('asset') });
    if (failures.length > 0) return;
    onClose();
    onDone();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('asset_pages.change_title', { count: numbers.length })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          {refused.length > 0 && (
            <Alert color="orange" role="alert">
              <List size="sm">
                {refused.map((one) => (
                  <List.Item key={one}>{one}</List.Item>
                ))}
              </List>
            </Alert>
          )}
          <Select
            label={t('asset_pages.change_field')}
            allowDeselect={false}
            data={fields.map((one) => ({ value: one, label: labels.field('asset', one) }))}
            value={key}
            onChange={(one) => {
              if (one !== null) setKey(one);
              setValue(null);
            }}
          />
          {field && (
            <FieldInput
              type="asset"
              field={field}
              label={labels.field('asset', key)}
              value={value}
              onChange={setValue}
              overrides={assetOverrides}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('asset_pages.change_do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
