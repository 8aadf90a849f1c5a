import ElkApi from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import { nodeHeight, nodeWidth, type Places } from './graph-places.ts';

// A CommonJS module: what its default export is depends on who bundles it.
type Make = new (options: { workerUrl: string }) => ELK;
const given = ElkApi as unknown as { readonly default?: Make };
const Elk = given.default ?? (ElkApi as unknown as Make);
let elk: ELK | undefined;
const layered = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.spacing.nodeNode': '24',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
};

/** Layers from what needs to what is needed, with few crossings; thought out beside the page, which stays alive. */
export async function laidOut(
  nodes: readonly { readonly id: string }[],
  edges: readonly { readonly id: string; readonly from: string; readonly to: string }[],
): Promise<Places> {
  elk ??= new Elk({ workerUrl });
  const graph: ElkNode = await elk.layout({
    id: 'graph',
    layoutOptions: layered,
    children: nodes.map(({ id }) => ({ id, width: nodeWidth, height: nodeHeight })),
    edges: edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  return new Map((graph.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
