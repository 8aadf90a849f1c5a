import type { SpanKind } from '../../../kernel/practice/status.ts';

type Text = { readonly en: string; readonly 'zh-CN': string };
export type Span = {
  readonly serviceIds: readonly string[];
  readonly kind: SpanKind;
  readonly from: string;
  readonly to: string | null;
  readonly title: Text | null;
  readonly text: Text | null;
};
export type ServiceState = SpanKind | 'operational';
export type ServiceStatus = {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly state: ServiceState;
  readonly history: readonly Pick<Span, 'kind' | 'from' | 'to'>[];
};
export type Status = {
  readonly public: boolean;
  readonly services: readonly ServiceStatus[];
  readonly now: readonly Span[];
  readonly planned: readonly Span[];
  readonly past: readonly Span[];
};

export const days = 90;
const dayMs = 86_400_000;
const order = ['outage', 'disturbed', 'planned'] as const;
export const worst = (states: readonly ServiceState[]): ServiceState =>
  order.find((kind) => states.includes(kind)) ?? 'operational';

/** The worst of each of the last ninety days, as the reader's own days are. */
export function byDay(history: ServiceStatus['history'], now = new Date()): ServiceState[] {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  return Array.from({ length: days }, (_, i) => {
    const begin = midnight - (days - 1 - i) * dayMs;
    const kinds = history
      .filter(
        ({ from, to }) =>
          Date.parse(from) < begin + dayMs && (to === null ? now.getTime() : Date.parse(to)) > begin,
      )
      .map(({ kind }) => kind);
    return worst(kinds);
  });
}
