import {
  Alert,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { text } from '../../../kernel/web/contract.ts';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMe, useMeta } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { fieldErrors, useComplain } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import {
  filtersIn,
  lastYear,
  useAuditWords,
  useEngagement,
  usePopulation,
  useStart,
  type PopulationAsked,
  type Start,
} from './audit.web.ts';
import { useStratum, useWay } from './sample-overrides.tsx';

type Search = { type?: string; from?: string; to?: string; n?: string | number; by?: string };

/** A population, how many of it, and the seed: what comes out is frozen. */
export default function SampleForm() {
  const t = useAuditWords();
  const start = useStart();
  const engagement = useEngagement(start.data?.engagement);
  useEffect(() => {
    document.title = `${t('audit.sample.draw')} · Servanda`;
  }, [t]);
  if (start.isError) return <ErrorState error={start.error} />;
  if (!start.data || engagement.data === undefined) return <Loading minHeight={320} />;
  const audit = start.data.engagement === null ? null : engagement.data;
  return <Form start={start.data} usual={audit ? [text(audit, 'periodFrom'), text(audit, 'periodTo')] : lastYear()} />;
} // prettier-ignore

function Form({ start, usual }: { start: Start; usual: readonly [string, string] | string[] }) {
  const t = useAuditWords();
  const labels = useLabels();
  const format = useFormat();
  const complain = useComplain();
  const navigate = useNavigate();
  const search: Search = useSearch({ strict: false });
  const way = useWay();
  const types = useMeta().types;
  const zone = useMe().person.zone ?? 'UTC';
  const [type, setType] = useState(search.type ?? 'change');
  const [states, setStates] = useState<string[]>([]);
  const [address, setAddress] = useState('');
  const [from, setFrom] = useState(search.from ?? usual[0] ?? '');
  const [to, setTo] = useState(search.to ?? usual[1] ?? '');
  const [by, setBy] = useState(search.by ?? 'none');
  const [n, setN] = useState(Number(search.n ?? 25));
  const [seed, setSeed] = useState('');
  const [title, setTitle] = useState<string>();
  const meta = types.find((one) => one.type === type);
  const strata = start.types.find((one) => one.type === type)?.strata ?? ['none'];
  const filters = { ...filtersIn(address), ...(states.length > 0 ? { state: states.join(',') } : {}) };
  const asked: PopulationAsked | undefined =
    from !== '' && to !== '' && from <= to ? { recordType: type, filters, periodFrom: from, periodTo: to, stratify: by, zone, n } : undefined;
  const population = usePopulation(asked);
  const draw = useMutation({
    mutationFn: (body: object) => api.post<{ number: string }>('/audit-samples', body),
    onSuccess: ({ number }) => navigate({ to: paths.record('audit-samples', number) }),
    onError: complain,
  });
  const named = title ?? t('audit.sample.title_of', { records: labels.plural(type), from: from === '' ? '' : format.day(from), to: to === '' ? '' : format.day(to) });
  const faults = fieldErrors(draw.error ?? population.error, ['recordType', 'filters', 'periodFrom', 'periodTo', 'stratify', 'n', 'seed', 'title']);
  const count = population.data?.count;
  const impossible = count === undefined || count === 0 || n > count || n < 1;
  return (
    <form
      style={{ maxWidth: 860 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (asked) draw.mutate({ ...asked, title: named, ...(seed.trim() === '' ? {} : { seed: seed.trim() }) });
      }}
    >
      <Stack gap="sm" p="md">
        <Title order={1} size="h3">{t('audit.sample.draw')}</Title>
        <Paper p="md" component="section" aria-label={t('audit.sample.population')}>
          <Title order={2} size="h5" mb="sm">{t('audit.sample.population')}</Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <Select label={t('audit.sample.records')} searchable allowDeselect={false} value={type} error={faults.byField['recordType']}
              onChange={(next) => { setType(next ?? type); setStates([]); setBy('none'); }}
              data={start.types.map((one) => ({ value: one.type, label: labels.plural(one.type) }))} />
            <MultiSelect label={t('audit.sample.states')} placeholder={states.length === 0 ? t('audit.sample.any') : ''} value={states} onChange={setStates} clearable
              data={meta?.states.map(({ key }) => ({ value: key, label: labels.state(type, key) })) ?? []} />
            <DayInput label={t('audit.sample.from')} value={from} onChange={(day) => setFrom(day ?? '')} required error={faults.byField['periodFrom']} />
            <DayInput label={t('audit.sample.to')} value={to} onChange={(day) => setTo(day ?? '')} required error={faults.byField['periodTo']} />
          </SimpleGrid>
          <TextInput mt="sm" label={t('audit.sample.filters')} description={t('audit.sample.filters_hint')} placeholder="/changes?filter[state]=closed"
            value={address} onChange={(e) => setAddress(e.currentTarget.value)} error={faults.byField['filters'] ?? faults.rest.join(' ')} />
          <Text size="sm" mt="sm" role="status" fw={600}>
            {count === undefined ? '…' : count === 0 ? t('audit.sample.empty') : t('audit.sample.holds', { count })}
          </Text>
        </Paper>
        <Paper p="md" component="section" aria-label={t('audit.sample.how')}>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" style={{ alignItems: 'start' }}>
            <NumberInput label={t('audit.sample.n')} min={1} max={300} value={n} onChange={(next) => setN(Number(next) || 0)} required
              error={count !== undefined && count > 0 && n > count ? t('audit.sample.too_many', { count }) : faults.byField['n']} />
            <Select label={t('audit.divided')} allowDeselect={false} value={by} onChange={(next) => setBy(next ?? 'none')} error={faults.byField['stratify']}
              data={strata.map((one) => ({ value: one, label: way(type, one) }))} />
            <TextInput label={t('audit.sample.seed')} value={seed} onChange={(e) => setSeed(e.currentTarget.value)} maxLength={100} error={faults.byField['seed']} />
          </SimpleGrid>
          <Text size="xs" c="dimmed" mt={4}>{t('audit.sample.seed_hint')}</Text>
          {by !== 'none' && population.data && <Strata type={type} way={by} strata={population.data.strata} />}
        </Paper>
        <TextInput label={t('audit.sample.title')} value={named} onChange={(e) => setTitle(e.currentTarget.value)} required error={faults.byField['title']} />
        <Group>
          <Button type="submit" loading={draw.isPending} disabled={impossible} leftSection={<IconDice5 size={16} aria-hidden />}>{t('audit.sample.drawing', { n })}</Button>
          <Button variant="default" onClick={() => void navigate({ to: '/audit' })}>{t('audit.cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
} // prettier-ignore

function Strata(props: { type: string; way: string; strata: readonly { key: string; count: number; n: number | null }[] }) {
  const format = useFormat();
  const words = useStratum(props.type, props.way);
  return (
    <Alert color="gray" mt="sm">
      <Text size="sm">
        {props.strata.map(({ key, count, n }) => `${words(key)}: ${n === null ? '–' : format.number(n)} / ${format.number(count)}`).join(' · ')}
      </Text>
    </Alert>
  );
} // prettier-ignore
