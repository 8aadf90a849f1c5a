import { Alert, Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useContext, useState, type FormEvent } from 'react';
import { useFormat, ZoneContext } from '../../platform/ui/format.ts';
import { fieldErrors, useProblemWords } from '../../platform/ui/problems.ts';
import { ErrorState } from '../../platform/ui/States.tsx';
import { today } from '../../platform/ui/zoned.ts';
import {
  delegationsQuery,
  deputies,
  useDelegate,
  useEndDelegation,
  type Delegation,
} from '../web/approval/delegations.ts';
import { PersonFinder, type Found } from './PersonFinder.tsx';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** Who decides for me while I am away: named from the phone of somebody who is about to leave, workspace or not. */
export function Away() {
  const t = usePortalWords();
  const words = useProblemWords();
  const format = useFormat();
  const found = useQuery(delegationsQuery);
  const end = useEndDelegation();
  const { items = [], standsInFor = [] } = found.data ?? {};
  const days = ({ from, to }: Delegation) =>
    from === to ? format.day(from) : `${format.day(from)} – ${format.day(to)}`;
  return (
    <section className={styles['section']} aria-labelledby="away">
      <details open={items.length > 0}>
        <summary className={styles['summary']}>
          <h2 id="away" className={styles['h2']}>
            {t('delegations.title')}
          </h2>
        </summary>
        <p className={styles['quiet']}>{t('delegations.hint')}</p>
        {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
        {end.error !== null && (
          <Alert color="red" role="alert" mt="sm">
            {words(end.error)}
          </Alert>
        )}
        {items.length + standsInFor.length > 0 && (
          <div className={styles['list']} style={{ marginTop: '1rem' }}>
            {items.map((item) => (
              <div key={item.id} className={styles['row']}>
                <span className={styles['rowMain']}>
                  <span className={styles['rowTitle']}>
                    {t('delegations.mine', { name: item.deputy.name })}
                  </span>
                  <span className={styles['quiet']}>{days(item)}</span>
                </span>
                <Button
                  size="sm"
                  variant="default"
                  loading={end.isPending && end.variables === item.id}
                  aria-label={t('delegations.end_named', { name: item.deputy.name })}
                  onClick={() => end.mutate(item.id)}
                >
                  {t('delegations.end')}
                </Button>
              </div>
            ))}
            {standsInFor.map((item) => (
              <div key={item.id} className={styles['row']}>
                <span className={styles['rowMain']}>
                  <span className={styles['rowTitle']}>
                    {t('delegations.theirs', { name: item.person.name })}
                  </span>
                  <span className={styles['quiet']}>{days(item)}</span>
                </span>
              </div>
            ))}
          </div>
        )}
        <NewDeputy />
      </details>
    </section>
  );
}

function NewDeputy() {
  const t = usePortalWords();
  const words = useProblemWords();
  const format = useFormat();
  const first = today(useContext(ZoneContext));
  const [deputy, setDeputy] = useState<Found>();
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState('');
  const make = useDelegate();
  const { byField } = fieldErrors(make.error, ['deputyId', 'from', 'to']);
  const general = make.error !== null && Object.keys(byField).length === 0 ? words(make.error) : undefined;
  const standsIn = make.data?.standsInFor ?? [];
  const [done, setDone] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!deputy) return;
    setDone(undefined);
    make.mutate(
      { deputyId: deputy.id, from, to },
      {
        onSuccess: () => {
          setDone(t('delegations.done', { name: deputy.title, from: format.day(from), to: format.day(to) }));
          setDeputy(undefined);
          setTo('');
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate className={styles['choices']}>
      <PersonFinder
        name="deputies"
        label={t('delegations.deputy')}
        placeholder={t('delegations.name_hint')}
        nobody={t('delegations.nobody')}
        required
        error={byField['deputyId']}
        chosen={deputy?.title}
        find={async (q, signal) => (await deputies(q, signal)).map(({ id, name }) => ({ id, title: name }))}
        onChoose={setDeputy}
      />
      <TextInput
        type="date"
        label={t('delegations.from')}
        min={first}
        value={from}
        error={byField['from']}
        onChange={(e) => setFrom(e.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('delegations.to')}
        min={from}
        value={to}
        error={byField['to']}
        onChange={(e) => setTo(e.currentTarget.value)}
      />
      {general !== undefined && (
        <Alert color="red" role="alert">
          {general}
        </Alert>
      )}
      <div role="status">
        {done !== undefined && <p className={styles['sent']}>{done}</p>}
        {standsIn.length > 0 && (
          <p>{t('delegations.stands_in', { names: standsIn.map((p) => p.name).join(', ') })}</p>
        )}
      </div>
      <Button type="submit" disabled={!deputy || from === '' || to === ''} loading={make.isPending}>
        {t('delegations.add')}
      </Button>
    </form>
  );
}
