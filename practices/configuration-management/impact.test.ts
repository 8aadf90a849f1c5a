import { expect, test } from 'vitest';
import { Graph } from './graph.ts';
import { impact } from './impact.ts';

type Given = readonly [needy: string, needed: string, group?: string, groupNeeds?: number];
function graphOf(...edges: readonly Given[]): Graph {
  const graph = new Graph();
  for (const [needy, needed, group = null, groupNeeds = 1] of edges)
    graph.set({ needy, needed, kind: 'depends_on', group, groupNeeds });
  return graph;
}
const told = (graph: Graph, id: string, direction: 'up' | 'down' = 'up', maxDepth?: number) =>
  impact(graph, [id], direction, { maxDepth }).map((r) => `${r.id} ${r.depth} ${r.status}`);

test('what rests on an item stops with it, each once at its shortest distance, and circles end', () => {
  const graph = graphOf(['app', 'db'], ['web', 'app'], ['web', 'db'], ['db', 'web'], ['shop', 'web']);
  expect(told(graph, 'db')).toEqual(['app 1 stops', 'web 1 stops', 'shop 2 stops']);
  expect(told(graph, 'shop', 'down')).toEqual(['web 1 needed', 'app 2 needed', 'db 2 needed']);
});

test('an item that has lost one of several is degraded, and so is what rests on it', () => {
  const graph = graphOf(['lb', 'a', 'nodes'], ['lb', 'b', 'nodes'], ['shop', 'lb']);
  expect(told(graph, 'a')).toEqual(['lb 1 degraded', 'shop 2 degraded']);
  expect(impact(graph, ['a', 'b'], 'up').map((r) => r.status)).toEqual(['stops', 'stops']);
  expect(told(graph, 'lb', 'down')).toEqual(['a 1 one_of', 'b 1 one_of']);
});

test('a group that needs two of three stands with one lost, and falls with two', () => {
  const graph = graphOf(['db', 'a', 'q', 2], ['db', 'b', 'q', 2], ['db', 'c', 'q', 2]);
  expect(told(graph, 'a')).toEqual(['db 1 degraded']);
  expect(impact(graph, ['a', 'b'], 'up').map((r) => r.status)).toEqual(['stops']);
});

test('members of a group that rest on the same thing fall together', () => {
  const graph = graphOf(['lb', 'a', 'n'], ['lb', 'b', 'n'], ['a', 'rack'], ['b', 'rack']);
  expect(told(graph, 'rack')).toEqual(['a 1 stops', 'b 1 stops', 'lb 2 stops']);
});

test('a group of which all are needed is no redundancy', () => {
  expect(told(graphOf(['db', 'a', 'q', 2], ['db', 'b', 'q', 2]), 'db', 'down')).toEqual(['a 1 needed', 'b 1 needed']);
}); // prettier-ignore

test('no further than asked', () => {
  const graph = graphOf(['b', 'a'], ['c', 'b'], ['d', 'c']);
  expect(told(graph, 'a', 'up', 2)).toEqual(['b 1 stops', 'c 2 stops']);
});

test('a relation that is taken away carries nothing any more', () => {
  const graph = graphOf(['b', 'a'], ['c', 'a']);
  graph.remove('b', 'a', 'depends_on');
  graph.remove('b', 'nobody', 'depends_on');
  expect(told(graph, 'a')).toEqual(['c 1 stops']);
});
