import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';

export type JobState = 'uploaded' | 'checked' | 'running' | 'stopped' | 'done' | 'failed';
export type ColumnMapping = {
  readonly field: string;
  readonly values?: Readonly<Record<string, string | number | boolean | null>>;
  readonly create?: boolean;
};
export type Mapping = {
  readonly importer?: string | null;
  readonly source?: string;
  readonly identity?: string | null;
  readonly zone?: string;
  readonly dates?: 'auto' | 'ymd' | 'dmy' | 'mdy';
  readonly columns?: Readonly<Record<string, ColumnMapping>>;
  readonly unknown?: 'reject' | 'warn';
};
export type Warning = {
  readonly code: string;
  readonly count: number;
  readonly sample?: unknown;
  readonly message?: string;
};
export type Job = {
  readonly id: string;
  readonly type: string;
  readonly fileName: string;
  readonly state: JobState;
  readonly columns?: readonly string[];
  readonly sample?: readonly (readonly string[])[];
  readonly suggestedMapping?: Mapping;
  readonly mapping?: Mapping;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly warnings: readonly Warning[];
  /** The first rows that a check would reject. */
  readonly problems?: readonly {
    readonly row: number;
    readonly message: string;
    readonly reasons?: readonly { readonly field: string }[];
  }[];
  readonly phase?: string | null;
  readonly error?: string | null;
  readonly createdAt?: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
};

export const jobsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => api.get<{ items: readonly Job[] }>('/imports', signal),
  refetchInterval: ({ state }) => (state.data?.items.some((job) => job.state === 'running') ? 2000 : false),
});

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => api.get<Job>(`/imports/${id}`, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1000 : false),
  });

export const stateColor = {
  uploaded: 'gray',
  checked: 'violet',
  running: 'blue',
  stopped: 'yellow',
  done: 'teal',
  failed: 'red',
} as const;
