import { Button, Chip, Group, NumberInput, Paper, Text, TextInput, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { RelationKind } from '../relation.kinds.ts';
import { fetchGraph, placeOf, useClasses, useConfigurationWords, useItemWords, type DrawnGraph } from './configuration.web.ts'; // prettier-ignore
import { laidOut } from './graph-layout.ts';
import type { Places } from './graph-places.ts';
import { inRows } from './graph-rows.ts';
import { GraphCanvas } from './GraphCanvas.tsx';
import { GraphFlow } from './GraphFlow.tsx';

/** Up to so many nodes and relations a layered drawing is worth its time, and elements of the page move smoothly. */
const fewNodes = 150;
const fewLines = 400;

/** The graph around the item: more of it with each click, fewer kinds when asked, and as it was on a date. */
export default function GraphPanel({ record }: { readonly record: Whole }) {
  const t = useConfigurationWords();
  const [depth, setDepth] = useState(1);
  const [at, setAt] = useState('');
  const [expanded, setExpanded] = useState<readonly string[]>([]);
  const of = [record.number, ...expanded].join(',');
  const graph = useQuery({
    queryKey: [...keys.record('ci', record.number), 'graph', of, depth, at],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => fetchGraph(of, depth, at, signal),
  });
  return (
    <Paper p="md" component="section" aria-label={t('configuration.graph')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">{t('configuration.graph')}</Title>
        <Group gap="xs">
          <TextInput size="xs" type="date" aria-label={t('configuration.as_of')} title={t('configuration.as_of')} value={at} onChange={(e) => setAt(e.currentTarget.value)} />
          <NumberInput size="xs" w={70} min={1} max={6} aria-label={t('configuration.graph_depth')} title={t('configuration.graph_depth')} value={depth} onChange={(n) => setDepth(Math.min(6, Math.max(1, Number(n) || 1)))} />
        </Group>
      </Group>
      {graph.isPending ? <Loading minHeight={200} /> : graph.isError ? <ErrorState error={graph.error} retry={() => void graph.refetch()} />
        : <Drawing graph={graph.data} start={record.id} onExpand={(number) => setExpanded((before) => [...before.filter((n) => n !== number), number])} />}
    </Paper>
  );
} // prettier-ignore

function Drawing({ graph, start, onExpand }: { readonly graph: DrawnGraph; readonly start: string; readonly onExpand: (number: string) => void }) {
  const t = useConfigurationWords();
  const item = useItemWords();
  const { keyName } = useClasses();
  const [hiddenKinds, setHiddenKinds] = useState<readonly RelationKind[]>([]);
  const [chosen, setChosen] = useState<string>();
  const kinds = [...new Set(graph.edges.map((edge) => edge.kind))];
  const edges = useMemo(() => graph.edges.filter((edge) => !hiddenKinds.includes(edge.kind)), [graph, hiddenKinds]);
  const isLarge = graph.nodes.length > fewNodes || edges.length > fewLines;
  const places = usePlaces(graph.nodes, edges, start, isLarge);
  const shown = graph.nodes.find((node) => node.id === chosen);
  if (!places) return <Loading minHeight={200} />;
  const drawn = { nodes: graph.nodes, edges, places, start, chosen, onChoose: setChosen, classOf: keyName };
  return (
    <>
      <Group gap={6} mb="xs">
        {kinds.map((kind) => (
          <Chip key={kind} size="xs" checked={!hiddenKinds.includes(kind)}
            onChange={(on) => setHiddenKinds((before) => (on ? before.filter((k) => k !== kind) : [...before, kind]))}>
            {item(`relation_kind.${kind}`)}
          </Chip>
        ))}
      </Group>
      {isLarge ? <GraphCanvas {...drawn} height={560} /> : <GraphFlow {...drawn} height={420} />}
      <Group gap="sm" mt="xs" mih={30}>
        {shown ? (
          <>
            <Text size="sm">{shown.title} <Text span size="xs" c="dimmed">{shown.number}{shown.hidden > 0 ? ` · ${t('configuration.not_drawn', { n: shown.hidden })}` : ''}</Text></Text>
            <Button size="compact-xs" variant="default" disabled={shown.hidden === 0} onClick={() => onExpand(shown.number)}>{t('configuration.expand')}</Button>
            <Button size="compact-xs" variant="light" renderRoot={(props) => <Link {...props} to={placeOf(shown)} />}>{t('configuration.open')}</Button>
          </>
        ) : <Text size="xs" c="dimmed">{isLarge ? `${t('configuration.graph_of', { nodes: graph.nodes.length, relations: edges.length })} ` : ''}{t('configuration.graph_cut')}</Text>}
      </Group>
    </>
  );
} // prettier-ignore

/** Where each node stands: at once where there are many, thought out by a worker where there are few. */
function usePlaces(nodes: DrawnGraph['nodes'], edges: DrawnGraph['edges'], start: string, isLarge: boolean): Places | undefined {
  const rows = useMemo(() => (isLarge ? inRows(nodes, edges, start) : undefined), [nodes, edges, start, isLarge]);
  const [layered, setLayered] = useState<Places>();
  useEffect(() => {
    if (isLarge) return undefined;
    let current = true;
    const place = async () => {
      // Without workers, or before theirs is there, rows do as well.
      const found = await laidOut(nodes, edges).catch(() => inRows(nodes, edges, start));
      if (current) setLayered(found);
    };
    void place();
    return () => { current = false; };
  }, [nodes, edges, start, isLarge]);
  return rows ?? layered;
} // prettier-ignore
