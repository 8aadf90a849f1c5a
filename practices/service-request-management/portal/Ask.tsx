import { Alert, Button } from '@mantine/core';
import { IconArrowLeft, IconSend } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { places } from '../../../kernel/portal/places.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useWords } from '../../../platform/ui/words.ts';
import type form from '../i18n/form.en.ts';
import type words from './i18n/en.ts';
import { Takes } from './Catalogue.tsx';
import { RequestForm } from './RequestForm.tsx';
import { useOffered, useRequest, type Offered } from './useRequest.ts';
import page from '../../../kernel/portal/portal.module.css';

const useT = useWords<typeof words & typeof form>;

/** One request model's questions, for myself. */
export default function Ask() {
  const t = useT();
  const { model: id = '' }: { model?: string } = useParams({ strict: false });
  const offered = useOffered();
  if (offered.isPending) return <Loading minHeight={320} />;
  if (offered.error) return <ErrorState error={offered.error} retry={() => void offered.refetch()} />;
  const model = offered.data.find((one) => one.id === id);
  return (
    <>
      <p>
        <Link to={places.request} className={page['more']}>
          <IconArrowLeft size={16} aria-hidden style={{ verticalAlign: '-0.15em' }} /> {t('ask.back')}
        </Link>
      </p>
      {model ? <Fill key={model.id} model={model} /> : <p className={page['calm']}>{t('ask.gone')}</p>}
    </>
  );
}

const forMyself = {};

function Fill({ model }: { model: Offered }) {
  const t = useT();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [failed, setFailed] = useState<string>();
  const request = useRequest(model, forMyself, async (sent) => {
    void client.invalidateQueries({ queryKey: ['records'] });
    const words = sent.failed.map(({ name, why }) => t('ask.file_failed', { name, why })).join(' ');
    if (words !== '') setFailed(words);
    await navigate({ to: places.record(sent.number), search: { sent: '1' } });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.submit();
  };
  return (
    <form onSubmit={submit} noValidate className={page['form']}>
      <div>
        <h1 className={page['h1']} style={{ margin: 0 }}>
          {model.title}
        </h1>
        <p>{model.description}</p>
        <Takes model={model} />
      </div>
      {request.changed && (
        <Alert color="yellow" role="alert">
          {t('request_form.changed')}
        </Alert>
      )}
      {request.form.questions.length === 0 && <p>{t('request_form.no_questions')}</p>}
      <RequestForm {...request} />
      {[failed, request.problem].map(
        (words) =>
          words !== undefined && (
            <Alert key={words} color="red" role="alert">
              {words}
            </Alert>
          ),
      )}
      <Button
        type="submit"
        size="lg"
        leftSection={<IconSend size={20} aria-hidden />}
        loading={request.sending}
      >
        {t('ask.send')}
      </Button>
    </form>
  );
}
