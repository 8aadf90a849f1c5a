import { Button, Group, Menu, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useId, useState, type ComponentType } from 'react';
import { onClock } from '../../../platform/ui/on-clock.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import type { MetaAction, MetaType, Permission, Whole } from '../contract.ts';
import type { FieldOverrides } from '../field/override.ts';
import { useLabels, useT } from '../words.ts';
import { ActionModal } from './ActionModal.tsx';
import { asksInItsOwnWay, asksNothing, useAction } from './useAction.ts';

const no: Permission = { ok: false };
const reasonOf = ({ words, why }: Permission, language: string) =>
  words === undefined ? why : onClock(words, language);
/** Editing is in the details, commenting in the history. */
const elsewhere = new Set(['edit', 'comment']);
const shownAtOnce = 5;
/** Actions that end something without finishing it; kept away from a hasty click. */
const ending = new Set([
  'cancel',
  'mark_duplicate',
  'deactivate',
  'withdraw',
  'terminate',
  'retire',
  'reject',
]);

/** Dialogs of a practice for actions that no generic form could ask for, by the action's name. */
export type Dialogs = Readonly<Record<string, ComponentType<{ record: Whole; onClose: () => void }>>>;

type Props = {
  readonly meta: MetaType;
  readonly record: Whole;
  readonly overrides?: FieldOverrides | undefined;
  /** The actions of this type that are buttons, in this order; without, all that do not end something. */
  readonly primary?: readonly string[] | undefined;
  readonly dialogs?: Dialogs | undefined;
};

/**
 * What may be done in this state, as the server says in `can`. An action that is refused stays, disabled, and says why.
 * The first few are buttons, the rest is in the menu.
 */
export function Actions({ meta, record, overrides, primary, dialogs }: Props) {
  const t = useT();
  const labels = useLabels();
  const language = useLanguage();
  const [open, setOpen] = useState<MetaAction>();
  const known = meta.actions.filter(
    (a) =>
      !elsewhere.has(a.name) &&
      (!asksInItsOwnWay(a) || dialogs?.[a.name] !== undefined) &&
      a.from.includes(record.state) &&
      record.can[a.name] !== undefined,
  );
  const may = (a: MetaAction) => record.can[a.name]?.ok === true;
  const wanted =
    primary?.flatMap((name) => known.find((a) => a.name === name) ?? []) ??
    known.filter((a) => !ending.has(a.name));
  // Where there are too many, those that may be pressed stay.
  const names = new Set(
    [...wanted]
      .sort((a, b) => Number(may(b)) - Number(may(a)))
      .slice(0, shownAtOnce)
      .map((a) => a.name),
  );
  const buttons = wanted.filter((a) => names.has(a.name));
  const rest = known.filter((a) => !names.has(a.name));
  const firstAllowed = buttons.find(may);
  const Own = open && dialogs?.[open.name];
  return (
    <Group gap={6} role="toolbar" aria-label={t('record.actions')}>
      {buttons.map((action) => (
        <ActionButton
          key={action.name}
          meta={meta}
          record={record}
          action={action}
          primary={action === firstAllowed}
          onOpen={() => setOpen(action)}
        />
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end" width={300}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={15} aria-hidden />}>
              {t('record.more_actions')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
            {rest
              .sort((a, b) => Number(may(b)) - Number(may(a)))
              .map((action) => {
                const permission = record.can[action.name] ?? no;
                return (
                  <Menu.Item
                    key={action.name}
                    disabled={!permission.ok}
                    {...(ending.has(action.name) ? { color: 'red' } : {})}
                    onClick={() => setOpen(action)}
                  >
                    <Text size="sm">{labels.action(meta.type, action.name)}</Text>
                    {!permission.ok && (
                      <Text size="xs" style={{ whiteSpace: 'normal' }}>
                        {reasonOf(permission, language)}
                      </Text>
                    )}
                  </Menu.Item>
                );
              })}
          </Menu.Dropdown>
        </Menu>
      )}
      {Own && <Own record={record} onClose={() => setOpen(undefined)} />}
      {open && !Own && (
        <ActionModal
          meta={meta}
          action={open}
          row={record}
          can={record.can[open.name] ?? { ok: true }}
          refs={record.refs}
          overrides={overrides}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Group>
  );
}

function ActionButton(props: {
  readonly meta: MetaType;
  readonly record: Whole;
  readonly action: MetaAction;
  readonly primary: boolean;
  readonly onOpen: () => void;
}) {
  const { meta, record, action, primary, onOpen } = props;
  const labels = useLabels();
  const complain = useComplain();
  const act = useAction(meta, record.number, action);
  const why = useId();
  const permission = record.can[action.name] ?? no;
  const name = labels.action(meta.type, action.name);
  const press = () => {
    if (!permission.ok) return;
    if (asksNothing(action)) act.mutate({}, { onError: complain });
    else onOpen();
  };
  const reason = reasonOf(permission, useLanguage());
  // aria-disabled keeps it focusable, so that the reason can be read with the keyboard too.
  const button = (
    <Button
      variant={primary ? 'filled' : 'default'}
      loading={act.isPending}
      onClick={press}
      {...(permission.ok ? {} : { 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': why })}
    >
      {name}
    </Button>
  );
  if (permission.ok) return button;
  return (
    <>
      <Tooltip label={reason} events={{ hover: true, focus: true, touch: true }}>
        {button}
      </Tooltip>
      <VisuallyHidden id={why}>{reason}</VisuallyHidden>
    </>
  );
}
