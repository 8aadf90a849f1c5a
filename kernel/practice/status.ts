import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/db/tx.ts';
import { onConnection } from '../../platform/db/tx.ts';
import type { Tail } from '../trail/tail.ts';
import type { House } from './house.ts';
import { defineSetting } from './settings.ts';

/** Both languages, because the page is rendered once for everybody. A text that nobody translated stands in for both. */
export type Bilingual = { readonly en: string; readonly 'zh-CN': string };

export type SpanKind = 'outage' | 'disturbed' | 'planned';

/** A time in which services were, are or will be less than what was promised. */
export type Span = {
  /** Empty: every service. */
  readonly serviceIds: readonly string[];
  readonly kind: SpanKind;
  readonly from: string;
  /** Null: it has not ended. */
  readonly to: string | null;
  /** What outsiders are told; without words the page says only that there is something. */
  readonly title: Bilingual | null;
  readonly text: Bilingual | null;
};

export type ServiceLine = {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
};

/** A practice's part of the status page. */
export type StatusSource = {
  /** Record types whose events change it. */
  readonly on: readonly string[];
  readonly services?: (tx: Tx) => Promise<readonly ServiceLine[]>;
  readonly spans?: (tx: Tx, since: string) => Promise<readonly Span[]>;
};

/** May everybody look at the status page, or only who is signed in? */
export const publicStatus = defineSetting('status.public', false);

export type Rendered = { readonly body: Buffer; readonly etag: string };
export type StatusBoard = {
  /** The page's data as bytes; rendered now only when nobody has before, or when nobody tells it of changes. */
  readonly current: () => Promise<Rendered>;
  /** From now on the trail says when to render again, and requests are answered from memory. */
  readonly follow: (tail: Tail) => () => void;
};

const historyDays = 90;
const dayMs = 86_400_000;
/** Planned work begins and ends by the clock alone. */
const freshForMs = 60_000;

/**
 * What the services are doing, rendered once for all who ask: five thousand readers a second come exactly when the
 * database has other worries.
 */
export function statusBoard(house: House, sources: readonly StatusSource[]): StatusBoard {
  const concerned = new Set(sources.flatMap((source) => source.on));
  let rendered: (Rendered & { readonly at: number }) | undefined;
  let rendering: Promise<Rendered> | undefined;
  let followed = false;
  let stale = false;

  const render = (): Promise<Rendered> => {
    stale = false;
    rendering ??= statusNow(house, sources)
      .then((found) => {
        const body = Buffer.from(JSON.stringify(found));
        const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
        rendered = { body, etag, at: Date.now() };
        return rendered;
      })
      .finally(() => {
        rendering = undefined;
      });
    return rendering;
  };

  return {
    current: async () => {
      if (!rendered || !followed) return render();
      // The old answer now, the new one for the next: nobody waits for the database.
      if (stale || Date.now() - rendered.at > freshForMs) void render().catch(() => (stale = true));
      return rendered;
    },
    follow: (tail) => {
      followed = true;
      const silence = tail.listen((events) => {
        if (events.some((event) => concerned.has(event.recordType))) stale = true;
      });
      return () => {
        followed = false;
        silence();
      };
    },
  };
}

type Found = {
  readonly public: boolean;
  readonly since: string;
  readonly services: readonly (ServiceLine & {
    readonly state: SpanKind | 'operational';
    readonly history: readonly Pick<Span, 'kind' | 'from' | 'to'>[];
  })[];
  readonly now: readonly Span[];
  readonly planned: readonly Span[];
  readonly past: readonly Span[];
};

async function statusNow(house: House, sources: readonly StatusSource[]): Promise<Found> {
  const at = house.now();
  const now = new Date(at).toISOString();
  const since = new Date(at - historyDays * dayMs).toISOString();
  const { services, spans } = await onConnection(house.pool, async (tx) => {
    const lines: ServiceLine[] = [];
    const all: Span[] = [];
    for (const source of sources) {
      lines.push(...((await source.services?.(tx)) ?? []));
      all.push(...((await source.spans?.(tx, since)) ?? []));
    }
    return { services: lines, spans: all };
  });
  const running = spans.filter((s) => s.from <= now && (s.to === null || s.to > now));
  const told = (list: readonly Span[]) => list.filter((s) => s.title !== null || s.text !== null);
  return {
    public: house.reference.settings.get(publicStatus).value,
    since,
    services: services.map((service) => ({
      ...service,
      state: worst(running.filter((span) => concerns(span, service.id)).map((span) => span.kind)),
      history: spans
        .filter((span) => concerns(span, service.id) && span.from <= now)
        .map(({ kind, from, to }) => ({ kind, from, to })),
    })),
    now: running,
    planned: spans.filter((s) => s.from > now).sort((a, b) => a.from.localeCompare(b.from)),
    past: told(spans.filter((s) => s.to !== null && s.to <= now))
      .sort((a, b) => b.from.localeCompare(a.from))
      .slice(0, 50),
  };
}

const concerns = (span: Span, serviceId: string) =>
  span.serviceIds.length === 0 || span.serviceIds.includes(serviceId);

/** The most that users notice comes first; work that was announced is no surprise. */
const order = ['outage', 'disturbed', 'planned'] as const;
const worst = (kinds: readonly SpanKind[]) => order.find((kind) => kinds.includes(kind)) ?? 'operational';
