import { createContext, lazy, Suspense, useContext, type ComponentType } from 'react';
import type { BesideFormProps, BesideProps, PracticeWeb } from '../practice-web.ts';

type Panels = Readonly<Record<string, readonly ComponentType<BesideProps>[]>>;
type FormPanels = Readonly<Record<string, readonly ComponentType<BesideFormProps>[]>>;
type All = {
  readonly records: Panels;
  readonly forms: FormPanels;
  readonly today: readonly ComponentType[];
};

/** What practices show beside records and forms of others, each loaded when such a page is open. */
export const BesideContext = createContext<All>({ records: {}, forms: {}, today: [] });

export function besideOf(practices: readonly PracticeWeb[]): All {
  const collect = <P,>(of: (practice: PracticeWeb) => Loaders<P> | undefined) => {
    const found: Record<string, ComponentType<P>[]> = {};
    for (const [type, load] of practices.flatMap((practice) => Object.entries(of(practice) ?? {})))
      found[type] = [...(found[type] ?? []), lazy(load)];
    return found;
  };
  return {
    records: collect((p) => p.beside),
    forms: collect((p) => p.besideForm),
    today: practices.flatMap(({ today }) => (today ? [lazy(today)] : [])),
  };
}
type Loaders<P> = Readonly<Record<string, () => Promise<{ default: ComponentType<P> }>>>;

/** A practice whose panels stand beside records of every type. */
const anyType = '*';

export function Beside(props: BesideProps) {
  const { records } = useContext(BesideContext);
  const panels = [...(records[props.meta.type] ?? []), ...(records[anyType] ?? [])];
  return (
    <Suspense fallback={null}>
      {panels.map((Panel, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list never changes
        <Panel key={i} {...props} />
      ))}
    </Suspense>
  );
}

export const useBesideForm = (type: string) => useContext(BesideContext).forms[type] ?? [];

export function BesideForm({ type, values }: { type: string } & BesideFormProps) {
  const panels = useBesideForm(type);
  return (
    <Suspense fallback={null}>
      {panels.map((Panel, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list never changes
        <Panel key={i} values={values} />
      ))}
    </Suspense>
  );
}

/** What practices ask of people on the first page of their day; nothing, most of the time. */
export function BesideToday() {
  const panels = useContext(BesideContext).today;
  return (
    <Suspense fallback={null}>
      {panels.map((Panel, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list never changes
        <Panel key={i} />
      ))}
    </Suspense>
  );
}
