import { Alert, Button, CloseButton, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { AddFiles } from '../../../kernel/portal/AddFiles.tsx';
import { Suggests } from '../../../kernel/portal/Suggests.tsx';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type portal from '../../../kernel/portal/i18n/en.ts';
import type ui from '../../../platform/ui/i18n/en.ts';
import type words from './i18n/en.ts';
import { KnownAlready } from './KnownAlready.tsx';
import { PromisePreview } from './Promise.tsx';
import { severityNames, type Severity } from './severity.ts';
import { useReport } from './useReport.ts';
import styles from './report.module.css';
import page from '../../../kernel/portal/portal.module.css';

type Service = { readonly id: string; readonly title: string; readonly used: number };
const kept = 'servanda.report';
type Draft = { title: string; symptom: string; serviceId: string; severity?: Severity };
const blank: Draft = { title: '', symptom: '', serviceId: '' };

/** A draft outlives a call that comes in between, and a tab that a phone throws away. */
function draftOf(what: string | undefined): Draft {
  try {
    const draft = JSON.parse(sessionStorage.getItem(kept) ?? '{}') as Partial<Draft>;
    return { ...blank, ...draft, ...(what === undefined ? {} : { title: what }) };
  } catch {
    return { ...blank, title: what ?? '' };
  }
}

/** Something broken, in four fields: what, what happened, about what, how bad. */
export default function Report() {
  const t = useWords<typeof words & typeof portal & typeof ui>();
  const problem = useProblemWords();
  const search: Readonly<Record<string, string>> = useSearch({ strict: false });
  const [draft, setDraft] = useState(() => draftOf(search['what']));
  const [files, setFiles] = useState<readonly File[]>([]);
  const [asked, setAsked] = useState(false);
  const report = useReport(() => sessionStorage.removeItem(kept));
  const { title, symptom, serviceId, severity } = draft;
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  // What one came for is to write: the page begins in its first field.
  useEffect(() => document.getElementById('what')?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (!report.isSuccess) sessionStorage.setItem(kept, JSON.stringify(draft));
  }, [draft, report.isSuccess]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (title.trim() === '') document.getElementById('what')?.focus();
    else if (severity === undefined) document.getElementById('bad-nuisance')?.focus();
    else report.mutate({ title: title.trim(), symptom: symptom.trim(), serviceId, severity, files });
  };
  return (
    <form onSubmit={submit} noValidate className={styles['form']}>
      <h1 className={page['h1']} style={{ margin: 0 }}>
        {t('report.title')}
      </h1>
      <TextInput
        id="what"
        label={t('report.what')}
        placeholder={t('report.what_hint')}
        maxLength={200}
        value={title}
        error={asked && title.trim() === '' ? t('report.title_missing') : undefined}
        onChange={(e) => set({ title: e.currentTarget.value })}
      />
      <KnownAlready typed={title} serviceId={serviceId} />
      <Suggests typed={`${title} ${symptom}`} serviceId={serviceId} onSolved={() => setDraft(blank)} />
      <HowBad
        chosen={severity}
        missing={asked && severity === undefined}
        onChoose={(next) => set({ severity: next })}
      />
      <ServiceChoice chosen={serviceId} onChoose={(next) => set({ serviceId: next })} />
      <Textarea
        label={`${t('report.details')} (${t('ui.optional')})`}
        description={t('report.details_hint')}
        maxLength={20_000}
        value={symptom}
        onChange={(e) => set({ symptom: e.currentTarget.value })}
      />
      <div className={styles['files']}>
        {files.map((file, i) => (
          // Two photos of one name are two files.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={`${file.name}-${i}`} className={styles['file']}>
            {file.name}
            <CloseButton
              size="md"
              aria-label={t('portal.remove', { name: file.name })}
              onClick={() => setFiles(files.filter((other) => other !== file))}
            />
          </span>
        ))}
        <AddFiles onAdd={(more) => setFiles([...files, ...more])} />
      </div>
      <PromisePreview severity={severity} serviceId={serviceId} />
      {report.error !== null && (
        <Alert color="red" role="alert">
          {problem(report.error)}
        </Alert>
      )}
      <Button
        type="submit"
        size="lg"
        leftSection={<IconSend size={20} aria-hidden />}
        loading={report.isPending}
      >
        {t('report.send')}
      </Button>
    </form>
  );
}

function HowBad(props: {
  readonly chosen: Severity | undefined;
  readonly missing: boolean;
  readonly onChoose: (severity: Severity) => void;
}) {
  const t = useWords<typeof words>();
  return (
    <fieldset className={styles['choices']} aria-describedby={props.missing ? 'bad-missing' : undefined}>
      <legend>{t('report.how_bad')}</legend>
      {severityNames.map((name) => (
        <label key={name} className={styles['choice']}>
          <input
            id={`bad-${name}`}
            type="radio"
            name="severity"
            checked={props.chosen === name}
            onChange={() => props.onChoose(name)}
          />
          {t(`report.bad.${name}`)}
        </label>
      ))}
      {props.missing && (
        <span id="bad-missing" role="alert" className={styles['fault']}>
          {t('report.bad_missing')}
        </span>
      )}
    </fieldset>
  );
}

function ServiceChoice({ chosen, onChoose }: { chosen: string; onChoose: (id: string) => void }) {
  const t = useWords<typeof words>();
  const offered = useQuery({
    queryKey: ['services'],
    queryFn: ({ signal }) => api.get<{ items: readonly Service[] }>('/me/services', signal),
    staleTime: 300_000,
  });
  const items = offered.data?.items ?? [];
  if (items.length === 0) return null;
  const choice = ({ id, title }: Service) => ({ value: id, label: title });
  const often = items.filter((service) => service.used > 0).slice(0, 5);
  const rest = items.filter((service) => !often.includes(service));
  const unknown = { value: '', label: t('report.service_unknown') };
  const data =
    often.length === 0
      ? [unknown, ...rest.map(choice)]
      : [
          unknown,
          { group: t('report.service_often'), items: often.map(choice) },
          { group: t('report.service_rest'), items: rest.map(choice) },
        ];
  return (
    <NativeSelect
      label={t('report.service')}
      data={data}
      value={chosen}
      onChange={(e) => onChoose(e.currentTarget.value)}
    />
  );
}
