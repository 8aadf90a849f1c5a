import type { Actor } from '../../kernel/access/actor.ts';
import type { Context } from '../../kernel/process/process.ts';
import { judged, unmet, untested, type Verdict } from './acceptance.ts';
import type { ChangeFacts, DeciderFacts, ResultFacts } from './release.facts.ts';
import type { Release } from './release.fields.ts';
import { currentWave, type Figure, type WaveRun } from './release.parts.ts';
import { observedUntil } from './release.running.ts';
import { typeRules } from './release.settings.ts';

/** What an action itself writes, beside what its input says. Pure: the record with its input → further fields. */
type Set = (release: Release, actor: Actor, context: Context) => Partial<Release>;
const iso = (at: number) => new Date(at).toISOString();

/** Its services are those of its changes, its main service the first one. */
const fromChanges = (release: Release, { facts }: Context): Partial<Release> => {
  const { serviceIds } = facts as ChangeFacts;
  const all = [...new Set([...(release.serviceIds ?? []), ...serviceIds])];
  return { serviceIds: all, serviceId: release.serviceId ?? all[0] ?? null };
};

export const created: Set = (release, actor, context) => ({
  ...fromChanges(release, context),
  ownerId: release.ownerId ?? actor.id,
});
export const edited: Set = (release, _actor, context) => fromChanges(release, context);

export const built: Set = (release, actor, { at }) => ({
  builderId: release.builderId ?? actor.id,
  // Whoever puts it together in the name of another has made it all the same (S3).
  developerIds:
    actor.id === null || release.builderId === null || release.builderId === actor.id
      ? release.developerIds
      : [...new Set([...(release.developerIds ?? []), actor.id])],
  builtAt: iso(at),
  results: [],
  testedHashes: [],
});
/** What is tested is this; what goes out is compared with it. */
export const testBegan: Set = (release) => ({
  testedHashes: (release.deliverables ?? []).map(({ sha256 }) => sha256),
  results: (release.criteria ?? []).map(() => null),
  failedDecision: null,
  decisionPartyIds: [],
  decidedAt: null,
  decidedById: null,
});
export const verdictsKept: Set = (release, actor, { at, input }) => {
  const criteria = release.criteria ?? [];
  const verdicts = (input['verdicts'] ?? []) as Verdict[];
  const results = judged(criteria, release.results ?? [], verdicts, { byId: actor.id, at: iso(at) });
  const whole = untested(criteria, results).length === 0;
  return {
    results,
    testedAt: iso(at),
    // The first complete test of the first build decides; what is mended later counts as mended.
    passedAtFirst: release.passedAtFirst ?? (whole ? unmet(criteria, results).length === 0 : null),
    // What was decided about was another result.
    decidedAt: null,
    decidedById: null,
  };
};
export const decided: Set = (_release, actor, { at }) => ({ decidedAt: iso(at), decidedById: actor.id });
export const accepted: Set = (_release, actor, { at }) => ({ acceptedAt: iso(at), acceptedById: actor.id });
export const sentBack: Set = () => ({
  testedHashes: [],
  results: [],
  acceptedAt: null,
  acceptedById: null,
  approvalAskedAt: null,
});
export const approvalAsked: Set = (_release, _actor, { at }) => ({ approvalAskedAt: iso(at) });
export const approved: Set = (_release, _actor, { at, facts }) => ({
  approvedAt: iso(at),
  approvedByIds: [...(facts as DeciderFacts).deciderIds],
});
export const published: Set = (_release, _actor, { at }) => ({ publishedAt: iso(at) });
/** Whoever was told another time has to be told again. */
export const moved: Set = () => ({ publishedAt: null });

export const started: Set = (release, actor, { at }) => ({
  startedAt: iso(at),
  startedById: actor.id,
  deployerId: release.deployerId ?? actor.id,
  deployedHashes: [...(release.testedHashes ?? [])],
  waveRuns: [],
});

const put = (runs: readonly WaveRun[], at: number, run: WaveRun): WaveRun[] => {
  const next = [...runs];
  next[at] = run;
  return next;
};
export const waveStarted: Set = (release, _actor, { at }) => {
  const waves = release.waves ?? [];
  const runs = release.waveRuns ?? [];
  const next = currentWave(waves, runs);
  const run: WaveRun = {
    state: 'running',
    startedAt: iso(at),
    endedAt: null,
    figures: (waves[next]?.stopCriteria ?? []).map(() => null),
    measuredAt: null,
    decidedById: null,
    note: null,
    attempts: (runs[next]?.attempts ?? 0) + 1,
  };
  return { waveRuns: put(runs, next, run) };
};
const change = (release: Release, how: (run: WaveRun) => WaveRun): Partial<Release> => ({
  waveRuns: (release.waveRuns ?? []).map((run) => (run.state === 'running' ? how(run) : run)),
});
export const measured: Set = (release, _actor, { at, input }) => {
  const given = new Map(((input['figures'] ?? []) as Figure[]).map(({ criterion, value }) => [criterion - 1, value]));
  return change(release, (run) => ({
    ...run,
    measuredAt: iso(at),
    figures: run.figures.map((before, i) => given.get(i) ?? before),
  }));
}; // prettier-ignore
export const waveDecided: Set = (release, actor, { at, input }) =>
  change(release, (run) => ({
    ...run,
    state: input['decision'] === 'go' ? 'go' : 'stopped',
    endedAt: iso(at),
    decidedById: actor.id,
    note: typeof input['note'] === 'string' ? input['note'] : null,
  }));

export const smokeTested: Set = (_release, actor, { at }) => ({
  smokeTestedAt: iso(at),
  smokeTestedById: actor.id,
});
export const deployed: Set = (_release, _actor, { at }) => ({ deployedAt: iso(at) });
export const watched: Set = (release, _actor, { at, settings }) => ({
  earlyLifeUntil: observedUntil(
    release,
    settings.get(typeRules).value[release.kind ?? 'major'].observeDays,
    at,
  ),
});
export const rolledBack: Set = (_release, _actor, { at, input }) => ({
  rolledBackAt: iso(at),
  rollbackReason: String(input['reason']),
  successful: false,
});
/** 0.6: not taken back, and no more incidents of its making than its type allows. */
export const analysed: Set = (release, _actor, { at, facts, settings }) => {
  const { within7, within30, caused } = facts as ResultFacts;
  const { maxCaused } = settings.get(typeRules).value[release.kind ?? 'major'];
  return {
    analysedAt: iso(at),
    incidents7: within7,
    incidents30: within30,
    successful: release.rolledBackAt === null && caused <= maxCaused,
  };
};
export const cancelled: Set = (_release, _actor, { at }) => ({ cancelledAt: iso(at) });
