import { Alert, Anchor, Badge, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconArrowLeft, IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMe } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { celebrate } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import { RequestForm } from '../portal/RequestForm.tsx';
import { useOffered, useRequest, type Offered } from '../portal/useRequest.ts';
import { ModelIcon } from './ModelIcon.tsx';
import { money } from './money.ts';
import { useT } from './useT.ts';
import styles from './request.module.css';

/** For whom, what, the questions: three steps on one page. */
export default function NewRequest() {
  const t = useT();
  const me = useMe();
  const [personId, setPersonId] = useState<string>(me.person.id);
  const [model, setModel] = useState<Offered>();
  const offered = useOffered(personId === me.person.id ? undefined : personId);
  return (
    <Stack p="md" gap="sm" maw={1060}>
      <Title order={1} size="h3">
        {t('request_page.new_title')}
      </Title>
      <Paper p="md">
        <ReferencePicker
          to={['person']}
          label={t('request_page.for_whom')}
          description={t('request_page.for_hint')}
          refs={{ [me.person.id]: { type: 'person', state: 'active', ...me.person } }}
          value={personId}
          onChange={(id) => {
            setPersonId(id ?? me.person.id);
            setModel(undefined);
          }}
        />
      </Paper>
      {offered.isError && <ErrorState error={offered.error} retry={() => void offered.refetch()} />}
      {offered.isPending && <Loading />}
      {offered.data && !model && <Catalogue offered={offered.data} onChoose={setModel} />}
      {model && <Fill key={model.id} model={model} personId={personId} onBack={() => setModel(undefined)} />}
    </Stack>
  );
}

function Catalogue({
  offered,
  onChoose,
}: {
  offered: readonly Offered[];
  onChoose: (model: Offered) => void;
}) {
  const t = useT();
  const labels = useLabels();
  const [words, setWords] = useState('');
  const [category, setCategory] = useState<string>();
  const categories = [...new Set(offered.map((model) => model.category ?? ''))].filter((c) => c !== '');
  const wanted = words.trim().toLowerCase();
  const shown = offered.filter(
    (model) =>
      (category === undefined || model.category === category) &&
      `${model.title} ${model.description} ${model.number}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <Group gap="xs">
        <TextInput
          flex="1 1 240px"
          data-autofocus
          aria-label={t('request_page.find')}
          placeholder={t('request_page.find')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
        {[undefined, ...categories].map((one) => (
          <Button
            key={one ?? ''}
            size="xs"
            variant={one === category ? 'light' : 'default'}
            aria-pressed={one === category}
            onClick={() => setCategory(one)}
          >
            {one === undefined ? t('request_page.all') : labels.option('request-model', 'category', one)}
          </Button>
        ))}
      </Group>
      <div style={{ display: 'grid', gap: 10, gridTemplateColumns: 'repeat(auto-fill, minmax(290px, 1fr))' }}>
        {shown.map((model) => (
          <Card key={model.id} model={model} onChoose={() => onChoose(model)} />
        ))}
      </div>
      {shown.length === 0 && <Text c="dimmed">{t('request_page.nothing_offered')}</Text>}
    </>
  );
}

function Card({ model, onChoose }: { model: Offered; onChoose: () => void }) {
  return (
    <Paper p="md" component="button" type="button" onClick={onChoose} className={styles['card'] ?? ''}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <ModelIcon name={model.icon} size={22} />
        <div>
          <Text fw={600} size="sm">{model.title}</Text>
          <Text size="xs" c="dimmed" mb={6}>{model.description}</Text>
          <Facts model={model} />
        </div>
      </Group>
    </Paper>
  ); // prettier-ignore
}

function Facts({ model }: { model: Offered }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Group gap={6}>
      {model.targetHours !== null && <Badge color="gray" tt="none">{t('request_page.target', { hours: model.targetHours })}</Badge>}
      {model.cost !== null && <Badge color="gray" tt="none">{money(model.cost.cents, model.cost.currency, language)}</Badge>}
      {model.needsApproval && <Badge color="yellow" tt="none">{t('request_page.approvals_needed')}</Badge>}
    </Group>
  ); // prettier-ignore
}

function Fill({ model, personId, onBack }: { model: Offered; personId: string; onBack: () => void }) {
  const t = useT();
  const me = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  // Asked for somebody else on the phone, it is their request; the desk only wrote it down.
  const [given] = useState(() => (personId === me.person.id ? {} : { requesterId: personId, beneficiaryId: personId }));
  const request = useRequest(model, given, ({ number, failed }) => {
    celebrate(t('request_page.sent', { number }));
    for (const { name, why } of failed) celebrate(t('request_form.file_failed', { name, why }));
    void client.invalidateQueries({ queryKey: keys.lists('service-request') });
    void navigate({ to: paths.record('service-requests', number) });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.submit();
  };
  return (
    <Paper p="lg">
      <Anchor component="button" type="button" size="sm" onClick={onBack}>
        <Group gap={4}>
          <IconArrowLeft size={15} aria-hidden />
          {t('request_page.other_model')}
        </Group>
      </Anchor>
      <Title order={2} size="h4" mt="xs">{model.title}</Title>
      <Text size="sm" c="dimmed" mb="xs">{model.description}</Text>
      <Facts model={model} />
      <form onSubmit={submit} noValidate aria-label={model.title}>
        <Stack gap="md" mt="md" maw={640}>
          {request.changed && <Alert color="orange" role="alert">{t('request_form.changed')}</Alert>}
          {request.problem !== undefined && <Alert color="red" role="alert">{request.problem}</Alert>}
          {request.form.questions.length === 0 && <Text size="sm" c="dimmed">{t('request_form.no_questions')}</Text>}
          <RequestForm {...request} />
          <Group>
            <Button type="submit" size="sm" loading={request.sending}>{t('request_page.send')}</Button>
            <Button variant="default" size="sm" onClick={onBack}>{t('ui.cancel')}</Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
} // prettier-ignore
