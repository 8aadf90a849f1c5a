import { ActionIcon, Autocomplete, Button, Group, Paper, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { uniqueKey } from '../../../platform/ui/unique.ts';
import { boneKinds, causeStates, type Fishbone } from '../rca.schema.ts';
import { useBoneName } from './Fishbone.tsx';
import { useProblemPageWords } from './problem.web.ts';

type State = (typeof causeStates)[number];
type SubDraft = {
  readonly key: string;
  readonly text: string;
  readonly state: State;
  readonly evidence: string;
};
type CauseDraft = SubDraft & { readonly causes: readonly SubDraft[] };
export type BoneDraft = {
  readonly key: string;
  readonly category: string;
  readonly causes: readonly CauseDraft[];
};

const blank = (): CauseDraft => ({ key: uniqueKey(), text: '', state: 'open', evidence: '', causes: [] });
export const boneDrafts = (bones: Fishbone | null): BoneDraft[] =>
  (bones ?? []).map(({ category, causes }) => ({
    key: uniqueKey(),
    category,
    causes: causes.map((c) => ({
      ...c,
      key: uniqueKey(),
      evidence: c.evidence ?? '',
      causes: c.causes.map((s) => ({ ...s, key: uniqueKey(), evidence: s.evidence ?? '' })),
    })),
  }));

const replace = <T,>(list: readonly T[], at: number, next: T) =>
  list.map((item, i) => (i === at ? next : item));
const without = <T,>(list: readonly T[], at: number) => list.filter((_, i) => i !== at);

export function FishboneEditor({
  value,
  onChange,
}: {
  value: readonly BoneDraft[];
  onChange: (next: BoneDraft[]) => void;
}) {
  const t = useProblemPageWords();
  const nameOf = useBoneName();
  const free = boneKinds.find((kind) => !value.some(({ category }) => category === kind));
  return (
    <Stack gap="sm">
      {value.map((bone, i) => {
        const set = (part: Partial<BoneDraft>) => onChange(replace(value, i, { ...bone, ...part }));
        return (
          <Paper key={bone.key} withBorder p="sm" component="section" aria-label={nameOf(bone.category)}>
            <Group gap={8} mb={6} align="flex-end">
              <Autocomplete
                label={t('pm.bone')}
                size="xs"
                w={220}
                data={boneKinds.map((kind) => nameOf(kind))}
                value={nameOf(bone.category)}
                onChange={(typed) =>
                  set({ category: boneKinds.find((kind) => nameOf(kind) === typed) ?? typed })
                }
              />
              <ActionIcon
                aria-label={`${t('pm.remove')}: ${nameOf(bone.category)}`}
                onClick={() => onChange(without(value, i))}
              >
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            </Group>
            <Stack gap={6}>
              {bone.causes.map((cause, n) => {
                const setCause = (next: CauseDraft) => set({ causes: replace(bone.causes, n, next) });
                return (
                  <Stack key={cause.key} gap={4}>
                    <CauseRow
                      cause={cause}
                      onChange={(part) => setCause({ ...cause, ...part })}
                      onRemove={() => set({ causes: without(bone.causes, n) })}
                      onAdd={() => setCause({ ...cause, causes: [...cause.causes, blank()] })}
                    />
                    {cause.causes.map((sub, m) => (
                      <div key={sub.key} style={{ paddingLeft: 28 }}>
                        <CauseRow
                          cause={sub}
                          onChange={(part) =>
                            setCause({ ...cause, causes: replace(cause.causes, m, { ...sub, ...part }) })
                          }
                          onRemove={() => setCause({ ...cause, causes: without(cause.causes, m) })}
                        />
                      </div>
                    ))}
                  </Stack>
                );
              })}
              <Button
                size="compact-xs"
                variant="subtle"
                leftSection={<IconPlus size={13} aria-hidden />}
                onClick={() => set({ causes: [...bone.causes, blank()] })}
                style={{ alignSelf: 'flex-start' }}
              >
                {t('pm.add_cause')}
              </Button>
            </Stack>
          </Paper>
        );
      })}
      {value.length < 12 && (
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...value, { category: free ?? '', causes: [blank()], key: uniqueKey() }])}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('pm.add_bone')}
        </Button>
      )}
    </Stack>
  );
}

function CauseRow(props: {
  readonly cause: SubDraft;
  readonly onChange: (part: Partial<SubDraft>) => void;
  readonly onRemove: () => void;
  readonly onAdd?: () => void;
}) {
  const { cause, onChange, onRemove, onAdd } = props;
  const t = useProblemPageWords();
  return (
    <Group gap={6} wrap="wrap">
      <TextInput
        size="xs"
        style={{ flex: '2 1 180px' }}
        aria-label={t('pm.cause')}
        placeholder={t('pm.cause')}
        value={cause.text}
        onChange={(e) => onChange({ text: e.currentTarget.value })}
      />
      <Select
        size="xs"
        w={130}
        aria-label={`${t('pm.state')}: ${cause.text}`}
        data={causeStates.map((state) => ({ value: state, label: t(`pm.cause_state.${state}`) }))}
        value={cause.state}
        onChange={(state) => onChange({ state: causeStates.find((s) => s === state) ?? 'open' })}
        allowDeselect={false}
      />
      <TextInput
        size="xs"
        style={{ flex: '2 1 160px' }}
        aria-label={`${t('pm.evidence')}: ${cause.text}`}
        placeholder={t('pm.evidence')}
        value={cause.evidence}
        onChange={(e) => onChange({ evidence: e.currentTarget.value })}
      />
      {onAdd && (
        <ActionIcon aria-label={`${t('pm.add_sub')}: ${cause.text}`} onClick={onAdd}>
          <IconPlus size={14} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon aria-label={`${t('pm.remove')}: ${cause.text}`} onClick={onRemove}>
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
