import { Anchor, Button, Group, Menu, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconBook2, IconCheck, IconCornerDownLeft, IconPencilPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { value } from '../../../kernel/web/contract.ts';
import type { BesideProps } from '../../../kernel/web/practice-web.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useLinks, useMetaType } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useComplain } from '../../../platform/ui/problems.ts';
import { Loading } from '../../../platform/ui/States.tsx';
import { Markdown } from '../../../platform/markdown/Markdown.tsx';
import { plainOf } from '../../../platform/markdown/plain.ts';
import { articlePath, readerUrl, readingQuery, useBeside, useT, type Proposed } from './knowledge.web.ts';
import { Proposal } from './Proposal.tsx';

/** Knowledge beside an incident: what may solve it, into the reply in one step, and written from it in one step. */
export default function IncidentArticles({ meta, record }: BesideProps) {
  const t = useT();
  const beside = useBeside(record.number);
  const links = useLinks(meta, record.number).data?.items ?? [];
  const solving = new Set(links.filter((l) => l.kind === 'solved_by').map((l) => l.record.number));
  const [reading, setReading] = useState<string>();
  if (!beside.data) return null;
  const { items, written } = beside.data;
  const resolved = typeof value(record, 'resolution') === 'string';
  return (
    <Paper p="md" component="section" aria-label={t('knowledge.beside')}>
      <Title order={2} size="h5" mb="xs">
        {t('knowledge.beside')}
      </Title>
      <Stack gap="sm">
        {items.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('knowledge.beside_none')}
          </Text>
        )}
        {items.map((item) => (
          <Proposal key={item.number} item={item}>
            <Group gap={4} mt={4}>
              <Button
                size="compact-xs"
                variant="subtle"
                leftSection={<IconBook2 size={13} aria-hidden />}
                onClick={() => setReading(item.number)}
              >
                {t('knowledge.opened')}
              </Button>
              <IntoReply incident={record.number} item={item} />
              <SolvedBy incident={record.number} article={item.number} done={solving.has(item.number)} />
            </Group>
          </Proposal>
        ))}
        {written ? (
          <div>
            <Text size="xs" c="dimmed">
              {t('knowledge.written_from')}
            </Text>
            <Anchor
              size="sm"
              renderRoot={(p) => <Link {...p} to={paths.record('articles', written.number)} />}
            >
              {written.number} {written.title}
            </Anchor>
          </div>
        ) : (
          resolved && <WriteFrom incident={record.number} />
        )}
      </Stack>
      {reading !== undefined && <ReadHere number={reading} onClose={() => setReading(undefined)} />}
    </Paper>
  );
}

/** The composer keeps its draft in the browser, and so a reply can be filled in from here. */
function IntoReply({ incident, item }: { incident: string; item: Proposed }) {
  const t = useT();
  const client = useQueryClient();
  const complain = useComplain();
  const [body, setBody] = useLocalStorage({
    key: `servanda.draft.${incident}`,
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const [, setSeen] = useLocalStorage({
    key: `servanda.draft.${incident}.seen`,
    defaultValue: 'internal',
    getInitialValueInEffect: false,
  });
  const reading = useQuery({ ...readingQuery(item.number), enabled: false });
  const insert = useMutation({
    mutationFn: async (what: 'link' | 'text') => {
      const found = await client.fetchQuery(readingQuery(item.number));
      const link = `${t('knowledge.see_also', { title: found.title })}\n${readerUrl(item.number)}`;
      return what === 'link' ? link : `${found.title}\n\n${plainOf(found.body)}`;
    },
    onSuccess: (text) => {
      setBody(body.trim() === '' ? text : `${body.trimEnd()}\n\n${text}`);
      setSeen('public');
      celebrate(t('knowledge.inserted'));
    },
    onError: complain,
  });
  // Whoever reported opens the link in the portal, where only what is for them is.
  const inside = reading.data && !['everybody', 'organisations'].includes(reading.data.audience);
  return (
    <Menu position="bottom-end" onOpen={() => void reading.refetch()}>
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          loading={insert.isPending}
          leftSection={<IconCornerDownLeft size={13} aria-hidden />}
        >
          {t('knowledge.into_reply')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={inside === true} onClick={() => insert.mutate('link')}>
          {t('knowledge.insert_link')}
          {inside === true && <Text size="xs">{t('knowledge.link_inside')}</Text>}
        </Menu.Item>
        <Menu.Item onClick={() => insert.mutate('text')}>{t('knowledge.insert_text')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SolvedBy({ incident, article, done }: { incident: string; article: string; done: boolean }) {
  const t = useT();
  const client = useQueryClient();
  const complain = useComplain();
  const link = useMutation({
    mutationFn: () =>
      api.post(`/incidents/${encodeURIComponent(incident)}/links`, { kind: 'solved_by', to: article }),
    onSuccess: async () => {
      celebrate(t('knowledge.solved_linked'));
      await client.invalidateQueries({ queryKey: keys.record('incident', incident) });
    },
    onError: complain,
  });
  return (
    <Button
      size="compact-xs"
      variant={done ? 'light' : 'subtle'}
      {...(done ? { color: 'teal' } : {})}
      leftSection={<IconCheck size={13} aria-hidden />}
      aria-pressed={done}
      loading={link.isPending}
      onClick={() => !done && link.mutate()}
    >
      {t(done ? 'knowledge.solved_linked' : 'knowledge.solved_by')}
    </Button>
  );
}

function WriteFrom({ incident }: { incident: string }) {
  const t = useT();
  const navigate = useNavigate();
  const complain = useComplain();
  const allowed = useMetaType('article').create.allowed;
  const write = useMutation({
    mutationFn: () => api.post<{ number: string }>(`/incidents/${encodeURIComponent(incident)}/articles`, {}),
    onSuccess: ({ number }) => navigate({ to: articlePath(number, 'edit') }),
    onError: complain,
  });
  if (!allowed) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconPencilPlus size={15} aria-hidden />}
      loading={write.isPending}
      onClick={() => write.mutate()}
    >
      {t('knowledge.write_from')}
    </Button>
  );
}

function ReadHere({ number, onClose }: { number: string; onClose: () => void }) {
  const reading = useQuery(readingQuery(number));
  useEffect(() => {
    // Read beside the work: counted as the use that it is.
    void api.post(`/knowledge/${encodeURIComponent(number)}/views`, { place: 'workspace' }).catch(() => undefined);
  }, [number]);
  return (
    <Modal opened onClose={onClose} size="lg" title={reading.data?.title ?? number}>
      {reading.data ? (
        <div lang={reading.data.language}>
          <Markdown
            text={reading.data.body}
            imageUrl={(id) => `/api/v1/knowledge/${encodeURIComponent(number)}/images/${id}`}
          />
        </div>
      ) : (
        <Loading />
      )}
    </Modal>
  );
} // prettier-ignore
