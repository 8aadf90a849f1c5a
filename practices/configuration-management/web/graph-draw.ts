import { nodeHeight, nodeWidth, type Places } from './graph-places.ts';

export type Mark = {
  readonly id: string;
  readonly title: string;
  readonly below: string;
  readonly service: boolean;
};
export type Line = { readonly from: string; readonly to: string };
export type View = { x: number; y: number; k: number };
export type Look = {
  readonly body: string;
  readonly text: string;
  readonly dimmed: string;
  readonly border: string;
  readonly line: string;
  readonly chosen: string;
  readonly service: string;
  readonly font: string;
};
export type Scene = {
  readonly marks: readonly Mark[];
  readonly lines: readonly Line[];
  readonly places: Places;
  readonly start: string;
  readonly chosen: string | undefined;
};

/** Below these a name, or the frame of a node, is smaller than anybody can see. */
const readsFrom = 0.45;
const framesFrom = 0.14;

/** One frame. What is outside is not drawn, and what is too small to be read is drawn as a block. */
export function draw(
  context: CanvasRenderingContext2D,
  { width, height }: { width: number; height: number },
  view: View,
  scene: Scene,
  look: Look,
): void {
  const ratio = window.devicePixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
  const left = -view.x / view.k - nodeWidth;
  const top = -view.y / view.k - nodeHeight;
  const right = (width - view.x) / view.k;
  const bottom = (height - view.y) / view.k;
  const outside = (x: number, y: number) => x < left || x > right || y < top || y > bottom;
  drawLines(context, view, scene, look, { left, top, right, bottom });
  if (view.k < framesFrom) drawBlocks(context, scene, look, outside);
  else drawNodes(context, view, scene, look, outside);
}

type Box = { left: number; top: number; right: number; bottom: number };

function drawLines(context: CanvasRenderingContext2D, view: View, { lines, places, chosen }: Scene, look: Look, box: Box): void {
  const stroke = (of: readonly Line[], colour: string, width: number) => {
    context.strokeStyle = colour;
    context.lineWidth = width / view.k;
    context.beginPath();
    for (const { from, to } of of) {
      const [a, b] = [places.get(from), places.get(to)];
      if (!a || !b) continue;
      if (Math.max(a.x, b.x) < box.left || Math.min(a.x, b.x) > box.right || Math.max(a.y, b.y) < box.top || Math.min(a.y, b.y) > box.bottom) continue;
      const down = a.y <= b.y;
      context.moveTo(a.x + nodeWidth / 2, down ? a.y + nodeHeight : a.y);
      context.lineTo(b.x + nodeWidth / 2, down ? b.y : b.y + nodeHeight);
    }
    context.stroke();
  };
  stroke(lines, look.line, 1);
  if (chosen !== undefined) stroke(lines.filter(({ from, to }) => from === chosen || to === chosen), look.chosen, 2);
} // prettier-ignore

type Outside = (x: number, y: number) => boolean;

function drawBlocks(context: CanvasRenderingContext2D, scene: Scene, look: Look, outside: Outside): void {
  for (const [colour, wanted] of [
    [look.dimmed, false],
    [look.chosen, true],
  ] as const) {
    context.fillStyle = colour;
    context.globalAlpha = wanted ? 1 : 0.5;
    for (const { id } of scene.marks) {
      const at = scene.places.get(id);
      if (at && !outside(at.x, at.y) && (id === scene.start || id === scene.chosen) === wanted)
        context.fillRect(at.x, at.y, nodeWidth, nodeHeight);
    }
  }
  context.globalAlpha = 1;
}

function drawNodes(context: CanvasRenderingContext2D, view: View, scene: Scene, look: Look, outside: Outside): void {
  const named = view.k >= readsFrom;
  context.textBaseline = 'middle';
  for (const { id, title, below, service } of scene.marks) {
    const at = scene.places.get(id);
    if (!at || outside(at.x, at.y)) continue;
    const loud = id === scene.start || id === scene.chosen;
    context.fillStyle = service ? look.service : look.body;
    context.strokeStyle = loud ? look.chosen : look.border;
    context.lineWidth = loud ? 2.5 : 1;
    if (named) {
      context.beginPath();
      context.roundRect(at.x, at.y, nodeWidth, nodeHeight, 8);
      context.fill();
      context.stroke();
    } else {
      context.fillRect(at.x, at.y, nodeWidth, nodeHeight);
      context.strokeRect(at.x, at.y, nodeWidth, nodeHeight);
      continue;
    }
    context.fillStyle = look.text;
    context.font = `600 12px ${look.font}`;
    context.fillText(title, at.x + 10, at.y + 16);
    context.fillStyle = look.dimmed;
    context.font = `10px ${look.font}`;
    context.fillText(below, at.x + 10, at.y + 32);
  }
} // prettier-ignore

/** A name so short that it fits. */
export function fitted(context: CanvasRenderingContext2D, text: string, font: string): string {
  context.font = font;
  const room = nodeWidth - 20;
  if (context.measureText(text).width <= room) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (context.measureText(`${text.slice(0, middle)}…`).width <= room) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low)}…`;
}
