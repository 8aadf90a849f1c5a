import { TextInput } from '@mantine/core';
import { IconArrowRight, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { likeness } from '../../../kernel/portal/likeness.ts';
import { places } from '../../../kernel/portal/places.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLanguage, useWords } from '../../../platform/ui/words.ts';
import type words from './i18n/en.ts';
import { ModelIcon } from '../web/ModelIcon.tsx';
import { money } from '../web/money.ts';
import { useOffered, type Offered } from './useRequest.ts';
import page from '../../../kernel/portal/portal.module.css';

/** What is offered to me, with what it takes: time, money, an approval. */
export default function Catalogue() {
  const t = useWords<typeof words>();
  const offered = useOffered();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const shown = (offered.data ?? []).filter(
    (model) => wanted === '' || likeness(wanted, `${model.title} ${model.description}`) > 0,
  );
  return (
    <>
      <h1 className={page['h1']}>{t('ask.title')}</h1>
      <TextInput
        mb="md"
        aria-label={t('ask.find')}
        placeholder={t('ask.find')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(e) => setTyped(e.currentTarget.value)}
      />
      {offered.isPending && <Loading />}
      {offered.error && <ErrorState error={offered.error} retry={() => void offered.refetch()} />}
      {shown.length > 0 && (
        <div className={page['list']}>
          {shown.map((model) => (
            <One key={model.id} model={model} />
          ))}
        </div>
      )}
      {offered.isSuccess && shown.length === 0 && (
        <div className={page['calm']}>
          <p>{t('ask.nothing')}</p>
          <Link to={places.report} search={wanted === '' ? {} : { what: wanted }} className={page['more']}>
            {t('ask.report')}
          </Link>
        </div>
      )}
    </>
  );
}

function One({ model }: { model: Offered }) {
  return (
    <Link to={places.requestModel(model.id)} className={page['row']}>
      <ModelIcon name={model.icon} size={26} />
      <span className={page['rowMain']}>
        <span className={page['rowTitle']}>{model.title}</span>
        <span className={page['quiet']}>{model.description}</span>
        <Takes model={model} />
      </span>
      <IconArrowRight size={20} aria-hidden />
    </Link>
  );
}

/** What it takes until one has it. */
export function Takes({ model }: { model: Offered }) {
  const t = useWords<typeof words>();
  const language = useLanguage();
  const facts = [
    ...(model.targetHours === null
      ? []
      : [
          t(model.targetFrom === 'approved' && model.needsApproval ? 'ask.hours_approved' : 'ask.hours', {
            hours: model.targetHours,
          }),
        ]),
    ...(model.cost === null ? [] : [money(model.cost.cents, model.cost.currency, language)]),
    ...(model.needsApproval ? [t('ask.needs_approval')] : []),
  ];
  return facts.length === 0 ? null : <span className={page['quiet']}>{facts.join(' · ')}</span>;
}
