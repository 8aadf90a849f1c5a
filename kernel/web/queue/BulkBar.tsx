import { Alert, Button, CopyButton, Group, List, Menu, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { nested } from '../../custom-field/nested.ts';
import type { MetaAction, MetaType, Refs, Row } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { keys } from '../queries.ts';
import { ActionForm } from '../record/ActionModal.tsx';
import type { FormValues } from '../record/FieldsForm.tsx';
import { asksInItsOwnWay } from '../record/useAction.ts';
import { useLabels, useT } from '../words.ts';
import styles from './queue.module.css';

/** What a practice does with all the chosen rows at once: their numbers, and what to do when it is begun. */
export type Bulk = (numbers: readonly string[], onDone: () => void) => ReactNode;

type Refused = { readonly number: string; readonly words: string };

/** What can be done with the chosen rows: one action on each of them, every refusal told with its record. */
export function BulkBar({
  meta,
  rows,
  refs,
  bulk,
  onClear,
}: {
  meta: MetaType;
  rows: readonly Row[];
  refs: Refs;
  bulk: Bulk | undefined;
  onClear: () => void;
}) {
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const client = useQueryClient();
  const [action, setAction] = useState<MetaAction>();
  const [done, setDone] = useState<number>();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const actions = meta.actions.filter(
    (a) => a.name !== 'edit' && !asksInItsOwnWay(a) && rows.every((row) => a.from.includes(row.state)),
  );
  const run = async (chosen: MetaAction, input: FormValues) => {
    setAction(undefined);
    const failures: Refused[] = [];
    for (const [at, row] of rows.entries()) {
      setDone(at);
      try {
        await api.post(endpoints.transition(meta.plural, row.number, chosen.name), nested(input));
      } catch (error) {
        failures.push({ number: row.number, words: words(error) });
      }
    }
    setDone(undefined);
    setRefused(failures);
    celebrate(t('queue.bulk_done', { done: rows.length - failures.length, total: rows.length }));
    await client.invalidateQueries({ queryKey: keys.type(meta.type) });
    if (failures.length === 0) onClear();
  };
  return (
    <div className={styles['foot']} role="region" aria-label={t('queue.chosen_rows')}>
      <Group gap="sm" py={6}>
        <Text size="sm" fw={600} role="status">
          {done === undefined
            ? t('queue.chosen', { count: rows.length })
            : t('queue.bulk_running', { done, total: rows.length })}
        </Text>
        <Menu position="top-start">
          <Menu.Target>
            <Button variant="light" disabled={actions.length === 0} loading={done !== undefined}>
              {t('queue.act_on_chosen')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={400} style={{ overflowY: 'auto' }}>
            {actions.map((a) => (
              <Menu.Item key={a.name} onClick={() => setAction(a)}>
                {labels.action(meta.type, a.name)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {bulk?.(
          rows.map((row) => row.number),
          onClear,
        )}
        <CopyButton value={rows.map((r) => r.number).join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('ui.copied') : t('queue.copy_numbers')}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" color="gray" onClick={onClear}>
          {t('queue.choose_none')}
        </Button>
      </Group>
      {refused.length > 0 && (
        <Alert
          color="orange"
          withCloseButton
          onClose={() => setRefused([])}
          title={t('queue.bulk_refused')}
          role="alert"
          my={6}
        >
          <List size="sm">
            {refused.map((r) => (
              <List.Item key={r.number}>
                {r.number}: {r.words}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {action && (
        <ActionForm
          secondPerson={false}
          meta={meta}
          action={action}
          row={undefined}
          refs={refs}
          title={labels.action(meta.type, action.name)}
          busy={false}
          error={undefined}
          onSubmit={(input) => void run(action, input)}
          onClose={() => setAction(undefined)}
        />
      )}
    </div>
  );
}
