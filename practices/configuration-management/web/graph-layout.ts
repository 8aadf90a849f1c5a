import bundled from 'elkjs/lib/elk.bundled.js';
import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';

export const nodeWidth = 170;
export const nodeHeight = 44;
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

// A CommonJS module: what its default export is depends on who bundles it.
const given = bundled as unknown as { readonly default?: new () => ELK };
const Elk = given.default ?? (bundled as unknown as new () => ELK);
const elk = new Elk();
const layered = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.spacing.nodeNode': '24',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
};

/** Layers from what needs to what is needed, with as few crossings as can be had quickly. */
export async function laidOut(
  nodes: readonly { readonly id: string }[],
  edges: readonly { readonly id: string; readonly from: string; readonly to: string }[],
): Promise<Places> {
  const graph: ElkNode = await elk.layout({
    id: 'graph',
    layoutOptions: layered,
    children: nodes.map(({ id }) => ({ id, width: nodeWidth, height: nodeHeight })),
    edges: edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  return new Map((graph.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
