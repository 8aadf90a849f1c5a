import { Button, Group, Stack, Text, Textarea, type TextareaProps } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useT } from '../words.ts';
import type { Verb } from './approvals.ts';

type Deciding = {
  readonly mutate: (given: { verb: Verb; reason: string }) => void;
  readonly isPending: boolean;
  readonly error: unknown;
};

/** Approve at once, or with a reason; reject with a reason always. Everything stays in its place on the page. */
export function Decide({
  deciding,
  about,
  large = false,
}: {
  readonly deciding: Deciding;
  /** Whose buttons these are, for those who hear the page. */
  readonly about: string;
  readonly large?: boolean;
}) {
  const t = useT();
  const problem = useProblemWords();
  const [asked, ask] = useState<Verb>();
  const [reason, setReason] = useState('');
  const { byField } = fieldErrors(deciding.error, ['reason']);
  const general = deciding.error && Object.keys(byField).length === 0 ? problem(deciding.error) : undefined;
  const size = large ? 'md' : 'sm';
  const approve = (
    <Button
      size={size}
      color="teal"
      leftSection={<IconCheck size={16} aria-hidden />}
      loading={deciding.isPending}
      aria-label={t('approvals.approve_named', { name: about })}
      onClick={() => deciding.mutate({ verb: 'approve', reason: reason.trim() })}
    >
      {t('approvals.approve')}
    </Button>
  );
  const failed = general !== undefined && (
    <Text size="sm" c="red" role="alert">
      {general}
    </Text>
  );
  if (asked === undefined)
    return (
      <Stack gap={6}>
        <Row large={large} first={approve}>
          <Button size={size} variant="default" onClick={() => ask('approve')}>
            {t('approvals.with_reason')}
          </Button>
          <Button
            size={size}
            variant="light"
            color="red"
            leftSection={<IconX size={16} aria-hidden />}
            aria-label={t('approvals.reject_named', { name: about })}
            onClick={() => ask('reject')}
          >
            {t('approvals.reject')}
          </Button>
        </Row>
        {failed}
      </Stack>
    );
  return (
    <Stack gap={8}>
      <Reason
        size={size}
        label={asked === 'reject' ? t('approvals.reason_rejected') : t('approvals.reason')}
        description={asked === 'reject' ? t('approvals.reason_hint') : undefined}
        value={reason}
        error={byField['reason']}
        onChange={setReason}
      />
      <Group gap={6}>
        {asked === 'approve' ? (
          approve
        ) : (
          <Button
            size={size}
            color="red"
            loading={deciding.isPending}
            disabled={reason.trim() === ''}
            onClick={() => deciding.mutate({ verb: 'reject', reason: reason.trim() })}
          >
            {t('approvals.reject')}
          </Button>
        )}
        <Button size={size} variant="default" onClick={() => ask(undefined)}>
          {t('ui.cancel')}
        </Button>
      </Group>
      {failed}
    </Stack>
  );
}

/** On a phone the first one has the whole width, within reach of a thumb. */
function Row({ large, first, children }: { large: boolean; first: ReactNode; children: ReactNode }) {
  return large ? (
    <Stack gap={8}>
      {first}
      <Group gap={8} grow>
        {children}
      </Group>
    </Stack>
  ) : (
    <Group gap={6}>
      {first}
      {children}
    </Group>
  );
}

/** Has the cursor as soon as it is there: whoever asked for it writes next. */
function Reason({
  onChange,
  ...shown
}: Pick<TextareaProps, 'size' | 'label' | 'description' | 'error'> & {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}) {
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <Textarea
      {...shown}
      ref={words}
      autosize
      minRows={2}
      maxLength={4000}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  );
}
