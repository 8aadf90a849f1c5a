import { ActionIcon, Stack, useComputedColorScheme } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useConfigurationWords, type DrawnGraph } from './configuration.web.ts';
import { draw, fitted, type Line, type Look, type Scene, type View } from './graph-draw.ts';
import { nodeHeight, nodeWidth, type Places } from './graph-places.ts';

type Props = {
  readonly nodes: DrawnGraph['nodes'];
  readonly edges: readonly Line[];
  readonly places: Places;
  readonly start: string;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly classOf: (key: string) => string;
  readonly height: number;
};

/** A graph of thousands of nodes, painted: elements of the page in that number can be neither moved nor zoomed smoothly. */
export function GraphCanvas({ nodes, edges, places, start, chosen, onChoose, classOf, height }: Props) {
  const t = useConfigurationWords();
  const scheme = useComputedColorScheme('light');
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<Painter>(null);
  const marks = useMemo(() => {
    const context = document.createElement('canvas').getContext('2d');
    const font = getComputedStyle(document.body).fontFamily;
    const short = (words: string, look: string) => (context ? fitted(context, words, `${look} ${font}`) : words);
    return nodes.map((node) => ({
      id: node.id,
      title: short(node.title, '600 12px'),
      below: short(`${classOf(node.classKey)}${node.hidden > 0 ? ` · +${node.hidden}` : ''}`, '10px'),
      service: node.type === 'service',
    }));
    // oxlint-disable-next-line react/memo-dependencies, react-hooks/exhaustive-deps -- classOf is another function each time and says the same
  }, [nodes]);
  useEffect(() => {
    if (!canvas.current) return undefined;
    const made = new Painter(canvas.current);
    painter.current = made;
    return () => made.end();
  }, []);
  useEffect(() => {
    painter.current?.show({ marks, lines: edges, places, start, chosen });
  }, [marks, edges, places, start, chosen]);
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the painter reads its colours from the page
  useEffect(() => painter.current?.recolour(), [scheme]);
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other places want another view
  useEffect(() => painter.current?.fit(), [places]);
  const button = (words: string, Icon: typeof IconPlus, run: (on: Painter) => void) => (
    <ActionIcon variant="default" aria-label={words} title={words} onClick={() => painter.current && run(painter.current)}><Icon size={15} /></ActionIcon>
  );
  return (
    <div style={{ position: 'relative', height }}>
      <canvas
        ref={canvas}
        role="img"
        tabIndex={0}
        aria-label={t('configuration.graph_of', { nodes: nodes.length, relations: edges.length })}
        style={{ width: '100%', height: '100%', display: 'block', touchAction: 'none', cursor: 'grab' }}
        onClick={(event) => {
          const on = painter.current;
          if (on && !on.moved) onChoose(on.at(event.nativeEvent.offsetX, event.nativeEvent.offsetY));
        }}
      />
      <Stack gap={4} style={{ position: 'absolute', left: 8, bottom: 8 }}>
        {button(t('configuration.zoom_in'), IconPlus, (on) => on.zoom(1.4))}
        {button(t('configuration.zoom_out'), IconMinus, (on) => on.zoom(1 / 1.4))}
        {button(t('configuration.zoom_fit'), IconFocusCentered, (on) => on.fit())}
      </Stack>
    </div>
  );
} // prettier-ignore

const clamped = (k: number) => Math.min(2.5, Math.max(0.01, k));
const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }; // prettier-ignore

/** Keeps what is looked at, and paints at most once a frame: React is not asked while it moves. */
class Painter {
  moved = false;
  private view: View = { x: 0, y: 0, k: 1 };
  private scene: Scene | undefined;
  private look: Look | undefined;
  private asked = 0;
  private readonly over = new AbortController();
  private readonly sizes: ResizeObserver;
  private readonly context: CanvasRenderingContext2D | null;
  private readonly canvas: HTMLCanvasElement;

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d');
    this.sizes = new ResizeObserver(() => this.resize());
    this.sizes.observe(canvas);
    this.listen();
    this.recolour();
  }
  end(): void {
    this.over.abort();
    this.sizes.disconnect();
    cancelAnimationFrame(this.asked);
  }
  show(scene: Scene): void {
    this.scene = scene;
    this.paint();
  }
  recolour(): void {
    const style = getComputedStyle(this.canvas);
    const of = (name: string) => style.getPropertyValue(`--mantine-${name}`).trim();
    this.look = {
      body: of('color-body'), text: of('color-text'), dimmed: of('color-dimmed'), border: of('color-default-border'), line: of('color-default-border'),
      chosen: of('primary-color-filled'), service: of('primary-color-light'), font: style.fontFamily,
    }; // prettier-ignore
    this.paint();
  }
  /** All of it in sight. */
  fit(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const all = [...(this.scene?.places.values() ?? [])];
    if (all.length === 0 || width === 0) return;
    const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
    const least = (list: number[]) => list.reduce((a, b) => Math.min(a, b));
    const most = (list: number[]) => list.reduce((a, b) => Math.max(a, b));
    const [left, top] = [least(xs), least(ys)];
    const [wide, high] = [most(xs) + nodeWidth - left, most(ys) + nodeHeight - top];
    const k = clamped(Math.min(1, (width - 40) / wide, (height - 40) / high));
    this.view = { k, x: (width - wide * k) / 2 - left * k, y: (height - high * k) / 2 - top * k };
    this.paint();
  }
  zoom(by: number, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2): void {
    const k = clamped(this.view.k * by);
    const real = k / this.view.k;
    this.view = { k, x: x - (x - this.view.x) * real, y: y - (y - this.view.y) * real };
    this.paint();
  }
  pan(x: number, y: number): void {
    this.view = { ...this.view, x: this.view.x + x, y: this.view.y + y };
    this.paint();
  }
  /** Which node is there. */
  at(x: number, y: number): string | undefined {
    const [px, py] = [(x - this.view.x) / this.view.k, (y - this.view.y) / this.view.k];
    return this.scene?.marks.find(({ id }) => {
      const place = this.scene?.places.get(id);
      return (
        place && px >= place.x && px <= place.x + nodeWidth && py >= place.y && py <= place.y + nodeHeight
      );
    })?.id;
  }
  private resize(): void {
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(this.canvas.clientWidth * ratio);
    this.canvas.height = Math.round(this.canvas.clientHeight * ratio);
    this.paint();
  }
  private paint(): void {
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => {
      const { clientWidth: width, clientHeight: height } = this.canvas;
      if (this.context && this.scene && this.look) draw(this.context, { width, height }, this.view, this.scene, this.look);
    });
  } // prettier-ignore
  private listen(): void {
    const on = { signal: this.over.signal };
    let held: { x: number; y: number } | undefined;
    this.canvas.addEventListener('pointerdown', (event) => {
      held = { x: event.clientX, y: event.clientY };
      this.moved = false;
      this.canvas.setPointerCapture(event.pointerId);
    }, on); // prettier-ignore
    this.canvas.addEventListener('pointermove', (event) => {
      if (!held) return;
      const [x, y] = [event.clientX - held.x, event.clientY - held.y];
      if (!this.moved && Math.abs(x) + Math.abs(y) < 4) return;
      this.moved = true;
      held = { x: event.clientX, y: event.clientY };
      this.pan(x, y);
    }, on); // prettier-ignore
    for (const name of ['pointerup', 'pointercancel'] as const)
      this.canvas.addEventListener(name, () => (held = undefined), on);
    this.canvas.addEventListener('wheel', (event) => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * 0.0015), event.offsetX, event.offsetY);
    }, { ...on, passive: false }); // prettier-ignore
    this.canvas.addEventListener('keydown', (event) => {
      const arrow = arrows[event.key];
      if (arrow) this.pan(...arrow);
      else if (event.key === '+' || event.key === '=') this.zoom(1.4);
      else if (event.key === '-') this.zoom(1 / 1.4);
      else return;
      event.preventDefault();
    }, on); // prettier-ignore
  }
}
