import { Anchor, Menu, Text, Tooltip } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { endpoints, paths } from '../../../kernel/web/paths.ts';
import { keys, useMe } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { letters, type Letter } from '../raci.ts';
import { useRolesWords, type Placed, type RoleLine } from './roles.web.ts';
import styles from './roles.module.css';

const shown = (letter: string | undefined) => (letter === 'AR' ? 'A/R' : (letter ?? ''));
const writers = new Set(['sms-manager', 'top-management']);

/** 5.3: processes × roles. Each field is changed where it stands. */
export function Matrix({ items, roles }: { items: readonly Placed[]; roles: readonly RoleLine[] }) {
  const t = useRolesWords();
  const labels = useLabels();
  const mayChange = useMe().roles.some(({ role }) => writers.has(role));
  const used = new Set(items.flatMap(({ raci }) => Object.keys(raci)));
  const columns = [...new Set([...roles.map(({ role }) => role), ...used])].filter((role) => used.has(role) || roles.some((one) => one.role === role && one.required));
  const change = useChange();
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">{t('roles_page.matrix_hint')}</Text>
      <div className={styles['scroll']}>
        <table className={styles['matrix']}>
          <thead>
            <tr>
              <th className={styles['name']}>{t('roles_page.process')}</th>
              <th className={styles['owner']}>{t('roles_page.owner')}</th>
              {columns.map((role) => <th key={role} scope="col">{labels.key(`role.${role}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <th scope="row" className={styles['name']}>
                  <Anchor size="sm" c="var(--mantine-color-text)" renderRoot={(p) => <Link {...p} to={paths.record('sms-processes', item.number)} />}>
                    <Text span size="xs" c="dimmed">{item.clause}</Text> {item.title}
                  </Anchor>
                </th>
                <td className={styles['owner']}>{item.owner ?? <Text span size="xs" c="orange">{t('roles_page.no_owner')}</Text>}</td>
                {columns.map((role) => (
                  <td key={role}>
                    <Field item={item} role={role} locked={!mayChange} onChange={(letter) => change.mutate({ item, role, letter })} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
} // prettier-ignore

function useChange() {
  const client = useQueryClient();
  const complain = useComplain();
  return useMutation({
    mutationFn: ({ item, role, letter }: { item: Placed; role: string; letter: Letter | null }) => {
      const raci = Object.fromEntries(Object.entries({ ...item.raci, [role]: letter }).filter(([, one]) => one !== null));
      return api.patch(endpoints.record('sms-processes', item.number), { raci }, { version: item.version });
    },
    onError: complain,
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: keys.type('sms-process') }), client.invalidateQueries({ queryKey: keys.lists('role-definition') })]),
  });
} // prettier-ignore

type FieldProps = {
  readonly item: Placed;
  readonly role: string;
  readonly locked: boolean;
  readonly onChange: (letter: Letter | null) => void;
};

function Field({ item, role, locked, onChange }: FieldProps) {
  const t = useRolesWords();
  const labels = useLabels();
  const letter = (item.raci as Readonly<Record<string, Letter>>)[role];
  const label = t('roles_page.cell', { process: item.title, role: labels.key(`role.${role}`), letter: letter ?? t('roles_page.none') });
  const className = `${styles['letter']} ${letter === undefined ? '' : (styles[letter] ?? '')}`;
  if (locked) return <span className={className} title={label}>{shown(letter)}</span>;
  return (
    <Menu position="bottom" withinPortal>
      <Menu.Target>
        <Tooltip label={label} openDelay={500}>
          <button type="button" className={className} aria-label={label}>{shown(letter) || '·'}</button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {letters.map((one) => <Menu.Item key={one} onClick={() => onChange(one)}>{shown(one)}</Menu.Item>)}
        <Menu.Item onClick={() => onChange(null)}>{t('roles_page.none')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
} // prettier-ignore
