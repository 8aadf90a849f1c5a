import { Alert, Anchor, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { api, isProblem } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { Front } from '../auth/Front.tsx';
import { paths } from '../paths.ts';
import { useLabels, useT } from '../words.ts';
import { Decide } from './Decide.tsx';
import { FactList } from './FactList.tsx';
import { usePurpose, type Verb } from './approvals.ts';

type Asked = {
  readonly record: { readonly type: string; readonly number: string; readonly title: string };
  readonly purpose: string;
  readonly summary: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly step: number;
  readonly of: number;
  readonly askedAt: string;
  readonly dueAt: string | null;
  readonly requestedBy: string | null;
  readonly approver: string | null;
  readonly onBehalfOf: string | null;
  readonly canDecide: { readonly ok: boolean; readonly why?: string };
};

/** Where a mail leads: what is asked, on a phone as well, and a click to decide. Nobody needs to sign in. */
export default function ByLink() {
  const t = useT();
  const { token = '' } = useParams({ strict: false });
  const problem = useProblemWords();
  const path = `/approval-links/${encodeURIComponent(token)}`;
  const asked = useQuery({
    queryKey: ['approval-link', token],
    queryFn: ({ signal }) => api.get<Asked>(path, signal),
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  const decide = useMutation({
    mutationFn: ({ verb, reason }: { verb: Verb; reason: string }) =>
      api.post(`${path}/${verb}`, reason === '' ? {} : { reason }),
  });
  useEffect(() => {
    document.title = `${t('approvals.one')} · Servanda`;
  }, [t]);
  if (asked.isPending)
    return (
      <Front width={520}>
        <Loading />
      </Front>
    );
  if (asked.isError)
    return (
      <Front width={520}>
        {isProblem(asked.error, 404, 410, 429) ? (
          <Told title={t('approvals.link_over')}>{problem(asked.error)}</Told>
        ) : (
          <ErrorState error={asked.error} retry={() => void asked.refetch()} />
        )}
      </Front>
    );
  return (
    <Front width={520}>
      <Stack gap="md">
        <What asked={asked.data} />
        {decide.isSuccess ? (
          <Alert color="teal" icon={<IconCircleCheck />} role="status">
            {t(
              decide.variables.verb === 'approve' ? 'approvals.thanks_approved' : 'approvals.thanks_rejected',
            )}
          </Alert>
        ) : (
          <Answer asked={asked.data} deciding={decide} />
        )}
      </Stack>
    </Front>
  );
}

function Answer({ asked, deciding }: { asked: Asked; deciding: Parameters<typeof Decide>[0]['deciding'] }) {
  const t = useT();
  const labels = useLabels();
  const { ok, why } = asked.canDecide;
  if (!ok) return <Told title={t('approvals.no_longer')}>{why === undefined ? '' : labels.key(why)}</Told>;
  return (
    <>
      <Decide deciding={deciding} about={asked.record.title} large />
      <Text size="xs" c="dimmed">
        {asked.onBehalfOf === null
          ? t('approvals.as', { name: asked.approver ?? '' })
          : t('approvals.as_for', { name: asked.approver ?? '', other: asked.onBehalfOf })}
      </Text>
    </>
  );
}

function What({ asked }: { asked: Asked }) {
  const t = useT();
  const labels = useLabels();
  const purpose = usePurpose();
  const format = useFormat();
  const { type, number, title } = asked.record;
  return (
    <Stack gap={6}>
      <Text size="sm" c="dimmed">
        {labels.name(type)} · {number} · {purpose(type, asked.purpose)}
      </Text>
      <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {[
          asked.requestedBy === null
            ? t('approvals.asked', { ago: format.ago(asked.askedAt) })
            : t('approvals.asked_by', { name: asked.requestedBy, ago: format.ago(asked.askedAt) }),
          ...(asked.dueAt === null ? [] : [t('approvals.due', { at: format.dateTime(asked.dueAt) })]),
          ...(asked.of === 1 ? [] : [t('approvals.step_of', { step: asked.step, of: asked.of })]),
        ].join(' · ')}
      </Text>
      {asked.summary !== null && asked.summary !== title && (
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{asked.summary}</Text>
      )}
      <FactList facts={asked.facts} />
    </Stack>
  );
}

function Told({ title, children }: { title: string; children: ReactNode }) {
  const t = useT();
  return (
    <Alert color="gray" icon={<IconInfoCircle />} title={title} role="status">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{children}</Text>
        <Anchor size="sm" href={paths.approvals}>
          {t('approvals.sign_in')}
        </Anchor>
      </Stack>
    </Alert>
  );
}
