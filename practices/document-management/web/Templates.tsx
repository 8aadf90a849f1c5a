import {
  Alert,
  Anchor,
  Badge,
  Button,
  Checkbox,
  Group,
  Paper,
  Progress,
  Select,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconAlertTriangle, IconEye, IconFiles } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { keys } from '../../../kernel/web/queries.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import type { Result } from '../templates/generate.ts';
import {
  makeDrafts,
  templatesKey,
  useT,
  useTemplates,
  type Drafting,
  type TemplateLine,
} from './papers.web.ts';
import { TemplatePreview } from './TemplatePreview.tsx';

const needed = (one: TemplateLine) => one.level < 3 && one.obligation !== 'customary';
/** So many at once: each answer moves the bar, and stopping loses nothing. */
const atOnce = 5;

/** The four-level set: choose, look, make drafts of it. */
export default function Templates() {
  const t = useT();
  const found = useTemplates();
  useEffect(() => {
    document.title = `${t('paper_page.templates')} · Servanda`;
  }, [t]);
  if (found.isPending) return <Loading minHeight={320} />;
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return <Library all={found.data.items} />;
}

function useGeneration() {
  const client = useQueryClient();
  const [state, setState] = useState<{
    done: number;
    all: number;
    results: readonly Result[];
    error?: unknown;
  }>();
  const stopped = useRef(false);
  const run = async (codes: readonly string[], drafting: Drafting) => {
    stopped.current = false;
    const results: Result[] = [];
    setState({ done: 0, all: codes.length, results });
    try {
      for (let i = 0; i < codes.length && !stopped.current; i += atOnce) {
        results.push(...(await makeDrafts(codes.slice(i, i + atOnce), drafting)).items);
        setState({ done: results.length, all: codes.length, results: [...results] });
      }
      setState({ done: results.length, all: results.length, results });
    } catch (error) {
      setState({ done: results.length, all: results.length, results, error });
    }
    await client.invalidateQueries({ queryKey: templatesKey });
    await client.invalidateQueries({ queryKey: keys.lists('document') });
  };
  return { state, run, stop: () => (stopped.current = true) };
}

function Library({ all }: { all: readonly TemplateLine[] }) {
  const t = useT();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(all.filter((one) => needed(one) && one.document === null).map(({ code }) => code)));
  const [drafting, setDrafting] = useState<Drafting>({ languages: 'both', authoritative: useLanguage() === 'en' ? 'en' : 'zh', existing: 'skip' });
  const [shown, setShown] = useState<string>();
  const { state, run, stop } = useGeneration();
  const running = state !== undefined && state.done < state.all;
  const toggle = (codes: readonly string[], on: boolean) =>
    setChosen((before) => new Set(on ? [...before, ...codes] : [...before].filter((code) => !codes.includes(code))));
  const pick = (which: (one: TemplateLine) => boolean) => setChosen(new Set(all.filter(which).map(({ code }) => code)));
  return (
    <Stack p="md" gap="sm" maw={1300}>
      <div>
        <Title order={1} size="h3">
          {t('paper_page.templates')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('paper_page.templates_hint')}
        </Text>
      </div>
      <Alert color="orange" icon={<IconAlertTriangle size={18} aria-hidden />} title={t('paper_page.warning_title')}>
        {t('paper_page.warning')}
      </Alert>
      <Paper p="md">
        <Group align="flex-end" gap="md">
          <Choice label={t('paper_page.languages')} value={drafting.languages} onChange={(languages) => setDrafting({ ...drafting, languages })}
            options={{ both: t('paper_page.both'), zh: t('paper_page.chinese'), en: t('paper_page.english') }} />
          {drafting.languages === 'both' && (
            <Choice label={t('paper_page.authoritative')} value={drafting.authoritative} onChange={(authoritative) => setDrafting({ ...drafting, authoritative })}
              options={{ zh: t('paper_page.chinese'), en: t('paper_page.english') }} />
          )}
          <Choice label={t('paper_page.existing')} value={drafting.existing} onChange={(existing) => setDrafting({ ...drafting, existing })}
            options={{ skip: t('paper_page.skip'), revise: t('paper_page.revise') }} />
          <Button.Group>
            <Button variant="default" onClick={() => pick(needed)}>{t('paper_page.choose_needed')}</Button>
            <Button variant="default" onClick={() => pick(() => true)}>{t('paper_page.choose_all')}</Button>
            <Button variant="default" onClick={() => pick(() => false)}>{t('paper_page.choose_none')}</Button>
          </Button.Group>
          <Button ml="auto" leftSection={<IconFiles size={16} aria-hidden />} disabled={chosen.size === 0 || running}
            onClick={() => void run(all.filter(({ code }) => chosen.has(code)).map(({ code }) => code), drafting)}>
            {t('paper_page.make', { count: chosen.size })}
          </Button>
        </Group>
        {state && <Outcome state={state} running={running} stop={stop} />}
      </Paper>
      {([1, 2, 3] as const).map((level) => (
        <Level key={level} level={level} items={all.filter((one) => one.level === level)} chosen={chosen} toggle={toggle} show={setShown} />
      ))}
      <TemplatePreview code={shown} close={() => setShown(undefined)} />
    </Stack>
  );
} // prettier-ignore

function Choice<T extends string>({ label, value, options, onChange }: { label: string; value: T; options: Readonly<Partial<Record<T, string>>>; onChange: (value: T) => void }) {
  return (
    <Select label={label} w={180} allowDeselect={false} value={value} data={Object.entries(options).map(([key, name]) => ({ value: key, label: String(name) }))}
      onChange={(next) => next !== null && onChange(next as T)} />
  );
} // prettier-ignore

type Going = {
  readonly done: number;
  readonly all: number;
  readonly results: readonly Result[];
  readonly error?: unknown;
};
function Outcome({ state, running, stop }: { state: Going; running: boolean; stop: () => void }) {
  const t = useT();
  const words = useProblemWords();
  const count = (outcome: Result['outcome']) => state.results.filter((one) => one.outcome === outcome).length;
  const open = state.results.filter((one) => one.gaps.length > 0);
  return (
    <Stack gap={6} mt="md" aria-live="polite">
      {running && (
        <Group gap="sm">
          <Progress flex={1} value={(state.done / state.all) * 100} aria-label={t('paper_page.made', { done: state.done, all: state.all })} animated />
          <Text size="sm">{t('paper_page.made', { done: state.done, all: state.all })}</Text>
          <Button variant="subtle" onClick={stop}>{t('paper_page.stop')}</Button>
        </Group>
      )}
      {!running && <Text size="sm" fw={600}>{t('paper_page.finished', { created: count('created'), revised: count('revised'), skipped: count('skipped') })}</Text>}
      {state.error !== undefined && <Alert color="red">{words(state.error)}</Alert>}
      {!running && open.length > 0 && (
        <>
          <Text size="sm">{t('paper_page.gaps_left', { count: open.reduce((sum, one) => sum + one.gaps.length, 0) })}</Text>
          <details>
            <summary>{t('paper_page.gaps_title')}</summary>
            {open.map((one) => (
              <Text key={one.code} size="xs" mt={4}>
                <Anchor size="xs" renderRoot={(p) => <Link {...p} to={paths.record('documents', one.number)} />}>{one.code}</Anchor>
                {' · '}
                {one.gaps.join(' · ')}
              </Text>
            ))}
          </details>
        </>
      )}
    </Stack>
  );
} // prettier-ignore

const levelNames = { 1: 'first', 2: 'second', 3: 'third' } as const;
const colors = { mandatory: 'red', expected: 'blue', customary: 'gray' } as const;
type LevelProps = {
  level: 1 | 2 | 3;
  items: readonly TemplateLine[];
  chosen: ReadonlySet<string>;
  toggle: (codes: readonly string[], on: boolean) => void;
  show: (code: string) => void;
};
function Level({ level, items, chosen, toggle, show }: LevelProps) {
  const t = useT();
  const chinese = useLanguage() === 'zh-CN';
  const all = items.every(({ code }) => chosen.has(code));
  const name = t(`paper_page.levels.${levelNames[level]}`);
  return (
    <Paper component="section" p="sm" aria-label={name}>
      <Checkbox mb={6} checked={all} indeterminate={!all && items.some(({ code }) => chosen.has(code))} label={<Text fw={600}>{name}</Text>}
        onChange={(e) => toggle(items.map(({ code }) => code), e.currentTarget.checked)} />
      {items.map((one) => (
        <Group key={one.code} gap="sm" wrap="nowrap" py={4} style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}>
          <Checkbox aria-label={`${one.code} ${chinese ? one.titleZh : one.titleEn}`} checked={chosen.has(one.code)} onChange={(e) => toggle([one.code], e.currentTarget.checked)} />
          <Text size="xs" ff="monospace" w={170} style={{ flex: 'none' }}>{one.code}</Text>
          <div style={{ flex: 1, minWidth: 0 }}>
            <Text size="sm">{chinese ? one.titleZh : one.titleEn}</Text>
            <Text size="xs" c="dimmed" truncate>{[chinese ? one.titleEn : one.titleZh, one.clauses.slice(0, 4).join(', ')].join(' · ')}</Text>
          </div>
          {one.gaps > 0 && <Text size="xs" c="dimmed" visibleFrom="sm">{t('paper_page.gaps', { count: one.gaps })}</Text>}
          <Badge variant="light" color={colors[one.obligation]} w={112} style={{ flex: 'none' }}>{t(`paper_page.obligation.${one.obligation}`)}</Badge>
          <div style={{ width: 110, flex: 'none' }}>
            {one.document && <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('documents', one.document?.number ?? '')} />}>{one.document.number}</Anchor>}
          </div>
          <Button size="compact-sm" variant="subtle" leftSection={<IconEye size={14} aria-hidden />} onClick={() => show(one.code)}>{t('paper_page.preview')}</Button>
        </Group>
      ))}
    </Paper>
  );
} // prettier-ignore
