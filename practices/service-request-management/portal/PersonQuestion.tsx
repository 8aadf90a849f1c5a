import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/form.en.ts';
import type { QuestionProps } from './question.ts';
import styles from './form.module.css';

type Person = { readonly id: string; readonly title: string };

/** People of the own organisation, found by the beginning of a name. */
const useColleagues = (query: Readonly<Record<string, string>>, enabled: boolean) =>
  useQuery({
    queryKey: ['colleagues', query],
    enabled,
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: readonly Person[] }>(`/me/colleagues${writeQuery(query)}`, signal)).items,
  });

export function PersonQuestion({ question, label, help, value, error, onChange }: QuestionProps) {
  const t = useWords<typeof words>();
  const id = useId();
  const chosen = typeof value === 'string' && value !== '' ? value : undefined;
  const [typed, setTyped] = useState<string>();
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setAsked((typed ?? '').trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const named = useColleagues({ id: chosen ?? '' }, chosen !== undefined);
  const found = useColleagues({ q: asked }, asked !== '' && typed !== undefined);
  const people = found.data ?? [];
  const open = typed !== undefined && asked !== '';
  const pick = (person: Person | undefined) => {
    if (!person) return;
    onChange(person.id);
    setTyped(undefined);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setAt(Math.min(at + 1, people.length - 1)),
    ArrowUp: () => setAt(Math.max(at - 1, 0)),
    Enter: () => pick(people[at]),
    Escape: () => setTyped(undefined),
  };
  const press = (event: KeyboardEvent) => {
    const run = open ? keys[event.key] : undefined;
    if (!run) return;
    event.preventDefault();
    run();
  };
  const optional = question.required === true ? '' : ` (${t('request_form.optional')})`;
  return (
    <div className={styles['person']}>
      <TextInput
        label={`${label}${optional}`}
        description={help}
        error={error}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && people[at] ? `${id}-${at}` : undefined}
        aria-required={question.required === true}
        autoComplete="off"
        placeholder={t('request_form.person')}
        value={typed ?? named.data?.find((p) => p.id === chosen)?.title ?? ''}
        onChange={(e) => {
          setTyped(e.currentTarget.value);
          setAt(0);
          if (chosen !== undefined) onChange(undefined);
        }}
        onKeyDown={press}
        // Later than the press on a name, which takes the focus away first.
        onBlur={() => setTimeout(() => setTyped(undefined), 200)}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className={styles['people']} hidden={!open || people.length === 0}>
        {people.map((person, i) => (
          <div key={person.id} id={`${id}-${i}`} role="option" tabIndex={-1} aria-selected={i === at} onPointerDown={() => pick(person)}>
            {person.title}
          </div>
        ))}
      </div>
      {open && found.isSuccess && people.length === 0 && (
        <div className={styles['help']} role="status">{t('request_form.nobody')}</div>
      )}
    </div>
  ); // prettier-ignore
}
