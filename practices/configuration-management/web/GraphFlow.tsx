import { useComputedColorScheme } from '@mantine/core';
import { Background, Controls, MarkerType, ReactFlow, type Edge, type Node } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo } from 'react';
import { useItemWords, type DrawnGraph } from './configuration.web.ts';
import { nodeHeight, nodeWidth, type Places } from './graph-places.ts';

type Item = DrawnGraph['nodes'][number];
type Props = {
  readonly nodes: DrawnGraph['nodes'];
  readonly edges: DrawnGraph['edges'];
  readonly places: Places;
  readonly start: string;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly classOf: (key: string) => string;
  readonly height: number;
};

/** A graph that can be taken in at a glance: each node an element of the page, reached by the keyboard too. */
export function GraphFlow({ nodes, edges, places, start, chosen, onChoose, classOf, height }: Props) {
  const item = useItemWords();
  const scheme = useComputedColorScheme('light');
  const boxes = useMemo(
    () => nodes.flatMap((node) => drawn(node, places, node.id === start, node.id === chosen, classOf(node.classKey))),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the words of a class do not change while the graph stands
    [nodes, places, start, chosen],
  );
  // eslint-disable-next-line react-hooks/exhaustive-deps -- nor do those of a relation
  const lines = useMemo(() => edges.map((edge) => line(edge, item(`relation_kind.${edge.kind}`))), [edges]);
  return (
    <div style={{ height }}>
      <ReactFlow nodes={boxes} edges={lines} colorMode={scheme} fitView minZoom={0.05} nodesDraggable={false} nodesConnectable={false}
        proOptions={{ hideAttribution: true }} onNodeClick={(_event, node) => onChoose(node.id)} onPaneClick={() => onChoose(undefined)} onlyRenderVisibleElements>
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
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
