import { Alert, Button, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useDeskT } from '../desk-words.ts';
import type { MetaType } from '../contract.ts';
import { ReferencePicker } from '../field/ReferencePicker.tsx';
import { useMe } from '../queries.ts';
import { useT } from '../words.ts';
import { viewsKey, type SavedView, type Sharing } from './views.ts';

const sharings = ['nobody', 'team', 'all'] as const;

/** Name and sharing of a view: a new one from what is shown now, or one of one's own. */
export function ViewModal(props: {
  readonly meta: MetaType;
  readonly view: SavedView | undefined;
  readonly query: SavedView['query'];
  readonly onClose: () => void;
  readonly onSaved: (view: SavedView) => void;
}) {
  const { meta, view, query, onClose, onSaved } = props;
  const t = useT();
  const desk = useDeskT();
  const words = useProblemWords();
  const me = useMe();
  const client = useQueryClient();
  const [name, setName] = useState(view?.name ?? '');
  const [sharedWith, setSharing] = useState<Sharing>(view?.sharedWith ?? 'nobody');
  const [teamId, setTeam] = useState<string | null>(view?.team?.id ?? me.teams[0]?.id ?? null);
  const save = useMutation({
    mutationFn: () => {
      const given = { name: name.trim(), sharedWith, teamId: sharedWith === 'team' ? teamId : null };
      return view
        ? api.patch<SavedView>(`/views/${view.id}`, given)
        : api.post<SavedView>('/views', { ...given, recordType: meta.type, query });
    },
    onSuccess: async (saved) => {
      celebrate(desk('view.saved', { name: saved.name }));
      await client.invalidateQueries({ queryKey: viewsKey });
      onSaved(saved);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const { byField, rest } = fieldErrors(save.error, ['name', 'teamId']);
  const general = Object.keys(byField).length > 0 ? rest : save.error ? [...rest, words(save.error)] : [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={desk(view ? 'view.rename' : 'view.save')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {general.length > 0 && (
            <Alert color="red" role="alert">
              {general.join(' ')}
            </Alert>
          )}
          <TextInput
            label={desk('view.view_name')}
            required
            maxLength={80}
            value={name}
            error={byField['name']}
            onChange={(e) => setName(e.currentTarget.value)}
            data-autofocus
          />
          <Radio.Group
            label={desk('view.share')}
            value={sharedWith}
            onChange={(next) => setSharing(sharings.find((s) => s === next) ?? 'nobody')}
          >
            <Stack gap={6} mt={6}>
              {sharings.map((sharing) => (
                <Radio key={sharing} size="xs" value={sharing} label={desk(`view.share_${sharing}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {sharedWith === 'team' && (
            <TeamInput value={teamId} onChange={setTeam} error={byField['teamId']} own={me.teams} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              {t('ui.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** One's own teams at once; who leads others without belonging to them looks among all. */
function TeamInput(props: {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error: string | undefined;
  readonly own: readonly { readonly id: string; readonly title: string }[];
}) {
  const { value, onChange, error, own } = props;
  const desk = useDeskT();
  const shared = { label: desk('view.team'), error, required: true } as const;
  if (own.length === 0)
    return (
      <ReferencePicker
        {...shared}
        to={['team']}
        value={value}
        onChange={(id) => onChange(typeof id === 'string' ? id : null)}
      />
    );
  return (
    <Select
      {...shared}
      allowDeselect={false}
      data={own.map((team) => ({ value: team.id, label: team.title }))}
      value={value}
      onChange={onChange}
    />
  );
}
