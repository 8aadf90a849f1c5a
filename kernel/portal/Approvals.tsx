import { Alert, Button, Group, Textarea } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../platform/ui/api.ts';
import { useFormat } from '../../platform/ui/format.ts';
import { useProblemWords } from '../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../platform/ui/States.tsx';
import { useFirstWords } from '../../platform/ui/words.ts';
import { wordRoot } from '../../platform/i18n/words.ts';
import { Away } from './Away.tsx';
import { Facts } from './Facts.tsx';
import { places } from './places.ts';
import { approvalsQuery, type Approval } from './queries.ts';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** What waits for my decision, each decided where it stands. */
export default function Approvals() {
  const t = usePortalWords();
  const waiting = useQuery(approvalsQuery);
  const [done, setDone] = useState<string>();
  return (
    <>
      <h1 className={styles['h1']}>{t('portal.approvals')}</h1>
      <div role="status">{done !== undefined && <p className={styles['sent']}>{done}</p>}</div>
      {waiting.isPending && <Loading />}
      {waiting.error && <ErrorState error={waiting.error} retry={() => void waiting.refetch()} />}
      {waiting.data?.items.length === 0 && <p className={styles['calm']}>{t('portal.no_approvals')}</p>}
      {waiting.data?.items.map((approval) => (
        <Decision key={approval.id} approval={approval} onDone={setDone} />
      ))}
      <Away />
    </>
  );
}

const name = (who: Approval['requestedBy']) => who?.name ?? who?.title;

function Decision({ approval, onDone }: { approval: Approval; onDone: (words: string) => void }) {
  const t = usePortalWords();
  const first = useFirstWords();
  const format = useFormat();
  const words = useProblemWords();
  const client = useQueryClient();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (verb: 'approve' | 'reject') =>
      api.post(
        `/approvals/${encodeURIComponent(approval.id)}/${verb}`,
        reason.trim() === '' ? {} : { reason: reason.trim() },
      ),
    onSuccess: (_answer, verb) => {
      onDone(t(verb === 'approve' ? 'portal.approved' : 'portal.rejected', { title: approval.record.title }));
      return client.invalidateQueries({ queryKey: approvalsQuery.queryKey });
    },
  });
  const { record } = approval;
  const asker = name(approval.requestedBy);
  const absent = name(approval.onBehalfOf);
  return (
    <article className={styles['card']} style={{ marginBottom: '1rem' }} aria-label={record.title}>
      <p className={styles['quiet']}>
        {[
          record.number,
          first([`${wordRoot(record.type)}_portal.approval.${approval.purpose}`], ''),
          approval.of > 1 ? t('portal.step_of', { step: approval.step, of: approval.of }) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <h2 className={styles['h2']}>
        {approval.canOpen ? <Link to={places.record(record.number)}>{record.title}</Link> : record.title}
      </h2>
      <p>
        {asker !== undefined && t('portal.asked_by', { name: asker })}
        {approval.dueAt !== null && ` · ${t('portal.decide_by', { when: format.dateTime(approval.dueAt) })}`}
      </p>
      {absent !== undefined && <p className={styles['quiet']}>{t('portal.on_behalf', { name: absent })}</p>}
      {approval.summary !== null && approval.summary !== record.title && <p>{approval.summary}</p>}
      <Facts facts={approval.facts} />
      {decide.error !== null && (
        <Alert color="red" role="alert" my="sm">
          {words(decide.error)}
        </Alert>
      )}
      {refusing && (
        <Textarea
          my="sm"
          label={t('portal.reject_why')}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
      )}
      <Group gap="sm" mt="md">
        {!refusing && (
          <Button
            leftSection={<IconCheck size={18} aria-hidden />}
            loading={decide.isPending}
            onClick={() => decide.mutate('approve')}
          >
            {t('portal.approve')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconX size={18} aria-hidden />}
          disabled={refusing && reason.trim() === ''}
          loading={refusing && decide.isPending}
          onClick={() => (refusing ? decide.mutate('reject') : setRefusing(true))}
        >
          {t('portal.reject')}
        </Button>
        {refusing && (
          <Button variant="subtle" color="gray" onClick={() => setRefusing(false)}>
            {t('ui.cancel')}
          </Button>
        )}
      </Group>
    </article>
  );
}
