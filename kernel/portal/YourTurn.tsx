import { Alert, Button, Group, Textarea } from '@mantine/core';
import { IconCheck, IconRefresh } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useFormat } from '../../platform/ui/format.ts';
import { useProblemWords } from '../../platform/ui/problems.ts';
import type { OwnRecord } from './queries.ts';
import { useSend } from './useSend.ts';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** What I may do with it now: confirm, take it up again, withdraw. What is not possible is not shown. */
export function YourTurn({ record }: { record: OwnRecord }) {
  const t = usePortalWords();
  const format = useFormat();
  const words = useProblemWords();
  const [asking, setAsking] = useState<'reopen' | 'withdraw' | 'dispute'>();
  const send = useSend(record, () => setAsking(undefined));
  const { confirm, reopen, withdraw, dispute } = record.actions;
  const act = (action: { name: string; input: object }, input: object = {}) =>
    send.mutate({ path: `transitions/${action.name}`, body: { ...action.input, ...input } });
  if (!confirm && !reopen && !withdraw && !dispute) return null;
  return (
    <div className={styles['yourTurn']}>
      {send.error !== null && (
        <Alert color="red" role="alert">
          {words(send.error)}
        </Alert>
      )}
      {asking === undefined && (
        <Group gap="sm">
          {confirm && (
            <Button
              leftSection={<IconCheck size={18} aria-hidden />}
              loading={send.isPending}
              onClick={() => act(confirm)}
            >
              {t('portal.confirm')}
            </Button>
          )}
          {reopen && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={18} aria-hidden />}
              onClick={() => setAsking('reopen')}
            >
              {t('portal.reopen')}
            </Button>
          )}
          {withdraw && (
            <Button variant="subtle" color="gray" onClick={() => setAsking('withdraw')}>
              {t('portal.withdraw')}
            </Button>
          )}
          {dispute && (
            <Button variant="subtle" color="gray" onClick={() => setAsking('dispute')}>
              {t('portal.dispute')}
            </Button>
          )}
        </Group>
      )}
      {reopen && record.reopenUntil !== null && asking === undefined && (
        <p className={styles['quiet']}>
          {t('portal.reopen_until', { when: format.dateTime(record.reopenUntil) })}
        </p>
      )}
      {asking === 'reopen' && reopen && (
        <Why
          label={t('portal.still_wrong')}
          submit={t('portal.reopen_send')}
          busy={send.isPending}
          onSay={(comment) => act(reopen, { comment })}
          onStop={() => setAsking(undefined)}
        />
      )}
      {asking === 'dispute' && dispute && (
        <Why
          label={t('portal.dispute_why')}
          submit={t('portal.dispute_send')}
          busy={send.isPending}
          onSay={(reason) => act(dispute, { reason })}
          onStop={() => setAsking(undefined)}
        />
      )}
      {asking === 'withdraw' && withdraw && (
        <Why
          label={t('portal.withdraw_why')}
          initial={t('portal.withdraw_default')}
          submit={t('portal.withdraw_send')}
          busy={send.isPending}
          onSay={(reason) => act(withdraw, { reason })}
          onStop={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}

function Why(props: {
  readonly label: string;
  readonly initial?: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly onSay: (words: string) => void;
  readonly onStop: () => void;
}) {
  const t = usePortalWords();
  const [said, setSaid] = useState(props.initial ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (said.trim() !== '') props.onSay(said.trim());
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        label={props.label}
        data-autofocus
        value={said}
        onChange={(e) => setSaid(e.currentTarget.value)}
        mb="sm"
      />
      <Group gap="sm">
        <Button type="submit" loading={props.busy} disabled={said.trim() === ''}>
          {props.submit}
        </Button>
        <Button variant="subtle" color="gray" onClick={props.onStop}>
          {t('ui.cancel')}
        </Button>
      </Group>
    </form>
  );
}
