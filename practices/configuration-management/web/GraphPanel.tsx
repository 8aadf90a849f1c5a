import {
  Button,
  Chip,
  Group,
  NumberInput,
  Paper,
  Text,
  TextInput,
  Title,
  useComputedColorScheme,
} from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Background, Controls, MarkerType, ReactFlow, type Edge, type Node } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo, useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { RelationKind } from '../relation.kinds.ts';
import {
  fetchGraph,
  placeOf,
  useClasses,
  useConfigurationWords,
  useItemWords,
  type DrawnGraph,
} from './configuration.web.ts';
import { laidOut, nodeHeight, nodeWidth, type Places } from './graph-layout.ts';

type Item = DrawnGraph['nodes'][number];

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
        : <Canvas graph={graph.data} start={record.id} onExpand={(number) => setExpanded((before) => [...before.filter((n) => n !== number), number])} />}
    </Paper>
  );
} // prettier-ignore

function Canvas({ graph, start, onExpand }: { readonly graph: DrawnGraph; readonly start: string; readonly onExpand: (number: string) => void }) {
  const t = useConfigurationWords();
  const item = useItemWords();
  const scheme = useComputedColorScheme('light');
  const { keyName } = useClasses();
  const [hiddenKinds, setHiddenKinds] = useState<readonly RelationKind[]>([]);
  const [chosen, setChosen] = useState<string>();
  const [places, setPlaces] = useState<Places>();
  const kinds = [...new Set(graph.edges.map((edge) => edge.kind))];
  const edges = useMemo(() => graph.edges.filter((edge) => !hiddenKinds.includes(edge.kind)), [graph, hiddenKinds]);
  useEffect(() => {
    let current = true;
    const place = async () => { const found = await laidOut(graph.nodes, edges); if (current) setPlaces(found); };
    void place();
    return () => { current = false; };
  }, [graph, edges]);
  const shown = graph.nodes.find((node) => node.id === chosen);
  if (!places) return <Loading minHeight={200} />;
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
      <div style={{ height: 420 }}>
        <ReactFlow nodes={graph.nodes.flatMap((node) => drawn(node, places, node.id === start, node.id === chosen, keyName(node.classKey)))}
          edges={edges.map((edge) => line(edge, item(`relation_kind.${edge.kind}`)))}
          colorMode={scheme} fitView minZoom={0.05} nodesDraggable={false} nodesConnectable={false} proOptions={{ hideAttribution: true }}
          onNodeClick={(_event, node) => setChosen(node.id)} onPaneClick={() => setChosen(undefined)} onlyRenderVisibleElements>
          <Background />
          <Controls showInteractive={false} />
        </ReactFlow>
      </div>
      <Group gap="sm" mt="xs" mih={30}>
        {shown ? (
          <>
            <Text size="sm">{shown.title} <Text span size="xs" c="dimmed">{shown.number}{shown.hidden > 0 ? ` · ${t('configuration.not_drawn', { n: shown.hidden })}` : ''}</Text></Text>
            <Button size="compact-xs" variant="default" disabled={shown.hidden === 0} onClick={() => onExpand(shown.number)}>{t('configuration.expand')}</Button>
            <Button size="compact-xs" variant="light" renderRoot={(props) => <Link {...props} to={placeOf(shown)} />}>{t('configuration.open')}</Button>
          </>
        ) : <Text size="xs" c="dimmed">{t('configuration.graph_cut')}</Text>}
      </Group>
    </>
  );
} // prettier-ignore

function drawn(node: Item, places: Places, isStart: boolean, isChosen: boolean, className: string): Node[] {
  const position = places.get(node.id);
  if (!position) return [];
  const label = (
    <div style={{ textAlign: 'left', lineHeight: 1.25 }}>
      <div style={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {node.title}
      </div>
      <div style={{ opacity: 0.65, fontSize: 10 }}>
        {className}
        {node.hidden > 0 ? ` · +${node.hidden}` : ''}
      </div>
    </div>
  );
  const border = isChosen ? 'var(--mantine-primary-color-filled)' : isStart ? 'var(--mantine-primary-color-4)' : 'var(--mantine-color-default-border)'; // prettier-ignore
  return [
    {
      id: node.id,
      position,
      data: { label },
      width: nodeWidth,
      height: nodeHeight,
      style: {
        width: nodeWidth,
        height: nodeHeight,
        padding: '6px 10px',
        borderRadius: 8,
        fontSize: 12,
        border: `${isStart || isChosen ? 2 : 1}px solid ${border}`,
        background:
          node.type === 'service' ? 'var(--mantine-primary-color-light)' : 'var(--mantine-color-body)',
        color: 'var(--mantine-color-text)',
      },
    },
  ];
}

const line = ({ id, from, to }: DrawnGraph['edges'][number], label: string): Edge => ({
  id,
  source: from,
  target: to,
  label,
  labelStyle: { fontSize: 10, fill: 'var(--mantine-color-dimmed)' },
  labelBgStyle: { fill: 'var(--mantine-color-body)' },
  markerEnd: { type: MarkerType.ArrowClosed },
});
