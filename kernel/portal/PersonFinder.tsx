import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './finder.module.css';

export type Found = { readonly id: string; readonly title: string };
type Props = {
  readonly label: string;
  readonly name: string;
  readonly help?: string | undefined;
  readonly placeholder: string;
  readonly nobody: string;
  readonly required: boolean;
  readonly error?: ReactNode;
  /** What the field says of who is chosen. */
  readonly chosen: string | undefined;
  readonly find: (words: string, signal: AbortSignal) => Promise<readonly Found[]>;
  readonly onChoose: (person: Found | undefined) => void;
};

/** A person found by a part of the name, by finger or by keys; light enough for a phone's first load. */
export function PersonFinder(props: Props) {
  const { label, name, chosen, onChoose } = props;
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setAsked((typed ?? '').trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const open = typed !== undefined && asked !== '';
  const found = useQuery({
    queryKey: [name, asked],
    enabled: open,
    staleTime: 60_000,
    queryFn: ({ signal }) => props.find(asked, signal),
  });
  const people = found.data ?? [];
  const pick = (person: Found | undefined) => {
    if (!person) return;
    onChoose(person);
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
  return (
    <div className={styles['finder']}>
      <TextInput
        label={label}
        description={props.help}
        error={props.error}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && people[at] ? `${id}-${at}` : undefined}
        aria-required={props.required}
        autoComplete="off"
        placeholder={props.placeholder}
        value={typed ?? chosen ?? ''}
        onChange={(e) => {
          setTyped(e.currentTarget.value);
          setAt(0);
          if (chosen !== undefined) onChoose(undefined);
        }}
        onKeyDown={press}
        // Later than the press on a name, which takes the focus away first.
        onBlur={() => setTimeout(() => setTyped(undefined), 200)}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className={styles['found']} hidden={!open || people.length === 0}>
        {people.map((person, i) => (
          <div key={person.id} id={`${id}-${i}`} role="option" tabIndex={-1} aria-selected={i === at} onPointerDown={() => pick(person)}>
            {person.title}
          </div>
        ))}
      </div>
      {open && found.isSuccess && people.length === 0 && (
        <div className={styles['none']} role="status">{props.nobody}</div>
      )}
    </div>
  ); // prettier-ignore
}
