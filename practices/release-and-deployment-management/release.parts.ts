export const kinds = ['major', 'minor', 'patch', 'emergency'] as const;
export type Kind = (typeof kinds)[number];

export type Deliverable = {
  readonly name: string;
  readonly version?: string | undefined;
  /** As it was built: 64 hexadecimal digits. */
  readonly sha256: string;
  /** Where it lies. */
  readonly reference?: string | undefined;
};

/** Stop when the metric goes above or falls below. */
export type StopCriterion = {
  readonly metric: string;
  readonly above?: number | null | undefined;
  readonly below?: number | null | undefined;
  readonly unit?: string | null | undefined;
};
export const waveWays = ['canary', 'percent', 'site', 'all'] as const;
export type Wave = {
  readonly title: string;
  readonly way: (typeof waveWays)[number];
  /** Percent of users or instances that it reaches. */
  readonly share?: number | null | undefined;
  readonly stopCriteria: readonly StopCriterion[];
};

export type WaveRun = {
  readonly state: 'running' | 'go' | 'stopped';
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** The latest figure of each stop criterion, in their order. */
  readonly figures: readonly (number | null)[];
  readonly measuredAt: string | null;
  readonly decidedById: string | null;
  readonly note: string | null;
  /** How often it was begun. */
  readonly attempts: number;
};

export type Figure = { readonly criterion: number; readonly value: number };

const isLimit = (value: number | null | undefined): value is number => typeof value === 'number';
export const hasLimit = ({ above, below }: StopCriterion): boolean => isLimit(above) || isLimit(below);
export const stops = ({ above, below }: StopCriterion, figure: number | null | undefined): boolean =>
  isLimit(figure) && ((isLimit(above) && figure > above) || (isLimit(below) && figure < below));

/** Of a wave: what says stop, and what nobody has looked at yet. */
export const stopping = (wave: Wave, run: WaveRun): StopCriterion[] =>
  wave.stopCriteria.filter((criterion, i) => stops(criterion, run.figures[i]));
export const unwatched = (wave: Wave, run: WaveRun): StopCriterion[] =>
  wave.stopCriteria.filter((_, i) => !isLimit(run.figures[i]));

/** Which wave comes next or is running, counted from 0; as many as there are when all went. */
export const currentWave = (waves: readonly Wave[], runs: readonly WaveRun[]): number => {
  const at = waves.findIndex((_, i) => runs[i]?.state !== 'go');
  return at === -1 ? waves.length : at;
};
