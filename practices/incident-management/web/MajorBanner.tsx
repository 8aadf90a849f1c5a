import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Row, Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels, useT } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { useMajorOf, useMajorWords } from './major.web.ts';

/** On an incident's page: that it is, or may be, a major one. */
export function MajorBanner({ record }: { record: Whole }) {
  const t = useMajorWords();
  const labels = useLabels();
  const major = useMajorOf(record.id).data;
  if (!major || major.state === 'declined') return null;
  const candidate = major.state === 'candidate';
  return (
    <Alert color={candidate ? 'orange' : major.state === 'closed' ? 'gray' : 'red'} p="sm">
      <Group justify="space-between" gap="sm">
        <Text size="sm" fw={600}>
          {candidate
            ? t('major.candidate_banner')
            : t('major.banner', { number: major.number, state: labels.state('major-incident', major.state) })}
        </Text>
        <Button
          color={candidate ? 'orange' : 'red'}
          variant={candidate ? 'filled' : 'light'}
          renderRoot={(p) => <Link {...p} to={paths.record('major-incidents', major.number)} />}
        >
          {candidate ? t('major.decide') : t('major.open_page')}
        </Button>
      </Group>
    </Alert>
  );
}

/** Where no criterion says so, somebody may still judge that it is. */
export function ProposeMajor({ record }: { record: Whole }) {
  const t = useMajorWords();
  const ui = useT();
  const meta = useMetaType('major-incident');
  const client = useQueryClient();
  const navigate = useNavigate();
  const problem = useProblemWords();
  const major = useMajorOf(record.id);
  const [reason, setReason] = useState<string>();
  const propose = useMutation({
    mutationFn: () => api.post<Row>('/major-incidents', { leadingIncidentId: record.id, reason }),
    onSuccess: async ({ number }) => {
      await client.invalidateQueries({ queryKey: keys.lists('major-incident') });
      await navigate({ to: paths.record('major-incidents', number) });
    },
  });
  const over = record.closedAt !== null && record.closedAt !== undefined;
  if (!meta.create.allowed || !major.isSuccess || major.data || over) return null;
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setReason('')} style={{ alignSelf: 'flex-start' }}>
        {t('major.propose')}
      </Button>
      {reason !== undefined && (
        <Modal
          opened
          onClose={() => setReason(undefined)}
          title={t('major.propose')}
          closeButtonProps={{ 'aria-label': ui('ui.close') }}
        >
          <Stack gap="md">
            {propose.isError && (
              <Alert color="red" role="alert">
                {problem(propose.error)}
              </Alert>
            )}
            <Textarea
              data-autofocus
              required
              label={t('major.propose_why')}
              autosize
              minRows={3}
              value={reason}
              onChange={(e) => setReason(e.currentTarget.value)}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => setReason(undefined)}>
                {ui('ui.cancel')}
              </Button>
              <Button
                color="red"
                disabled={reason.trim() === ''}
                loading={propose.isPending}
                onClick={() => propose.mutate()}
              >
                {t('major.propose')}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  );
}
