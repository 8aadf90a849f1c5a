import { no, type Rule } from '../../kernel/process/process.ts';
import { saysLittle } from './acceptance.ts';
import { after } from './release.facts.ts';
import type { Release } from './release.fields.ts';
import { currentWave, stopping, unwatched, type Figure } from './release.parts.ts';
import { typeRules } from './release.settings.ts';

type R = Rule<Release>;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
export type Hash = { readonly name: string; readonly sha256: string };

export const hasBaseline: R = (release) =>
  release.baselineId === null ? no('release.no_baseline') : undefined;

/** The service desk must have known long enough; whoever answers the telephone is not surprised. */
export const deskWasTold: R = (release, _actor, { at, settings }) => {
  if (release.publishedAt === null) return no('release.not_published');
  const { noticeHours } = settings.get(typeRules).value[release.kind ?? 'major'];
  const from = Date.parse(release.publishedAt) + noticeHours * hourMs;
  return at < from ? no('release.notice_too_short', { hours: noticeHours, from: iso(from) }) : undefined;
};
export const beginsInWindow: R = ({ plannedStartAt, plannedEndAt }, _actor, { at }) =>
  plannedStartAt !== null && plannedEndAt !== null && at >= Date.parse(plannedStartAt) && at < Date.parse(plannedEndAt)
    ? undefined
    : no('release.outside_window', { from: plannedStartAt ?? '', to: plannedEndAt ?? '' }); // prettier-ignore

/** 8.5.3, integrity: what goes out is bit by bit what was tested. */
export const hashesAreTheTested: R = (release, _actor, { input }) => {
  const given = new Map(((input['hashes'] ?? []) as Hash[]).map(({ name, sha256 }) => [name, sha256]));
  for (const [i, { name }] of (release.deliverables ?? []).entries()) {
    const hash = given.get(name);
    if (hash === undefined) return no('release.hash_missing', { name }, 'hashes');
    if (hash !== release.testedHashes?.[i]) return no('release.hash_differs', { name }, 'hashes');
    given.delete(name);
  }
  const [unknown] = given.keys();
  return unknown === undefined ? undefined : no('release.not_of_the_release', { name: unknown }, 'hashes');
};

// Waves (row 40)

const running = (release: Release) => {
  const runs = release.waveRuns ?? [];
  const at = runs.findIndex(({ state }) => state === 'running');
  return { at, wave: release.waves?.[at], run: runs[at] };
};
export const noWaveRuns: R = (release) =>
  running(release).at === -1
    ? undefined
    : no('release.wave_runs', { wave: running(release).wave?.title ?? '' });
export const aWaveIsLeft: R = (release) =>
  currentWave(release.waves ?? [], release.waveRuns ?? []) >= (release.waves ?? []).length
    ? no('release.no_wave_left')
    : undefined;
export const aWaveRuns: R = (release) =>
  running(release).at === -1 ? no('release.no_wave_runs') : undefined;
export const figuresFit: R = (release, _actor, { input }) => {
  const { wave } = running(release);
  const count = wave?.stopCriteria.length ?? 0;
  const beyond = ((input['figures'] ?? []) as Figure[]).find(({ criterion }) => criterion > count);
  return beyond ? no('release.no_such_metric', { n: beyond.criterion, count }, 'figures') : undefined;
};
/** On goes only what was watched and is inside its limits. */
export const goIsEarned: R = (release, _actor, { input }) => {
  const { wave, run } = running(release);
  if (!wave || !run || input['decision'] !== 'go') return undefined;
  const [unseen] = unwatched(wave, run);
  if (unseen) return no('release.metric_missing', { metric: unseen.metric }, 'decision');
  const [over] = stopping(wave, run);
  return over ? no('release.stop_criterion_met', { metric: over.metric }, 'decision') : undefined;
};
export const stopIsReasoned: R = (_release, _actor, { input }) =>
  input['decision'] === 'stop' && saysLittle(input['note'] as string | undefined, 6)
    ? no('release.stop_why', {}, 'note')
    : undefined;

// Afterwards

export const allWavesWent: R = (release) => {
  const next = currentWave(release.waves ?? [], release.waveRuns ?? []);
  const wave = release.waves?.[next];
  return wave ? no('release.wave_open', { wave: wave.title }) : undefined;
};
export const smokeTestPassed: R = (release) =>
  release.smokeResult === 'passed' ? undefined : no('release.smoke_test_missing');
export const wasObserved: R = (release, _actor, { at }) =>
  release.earlyLifeUntil !== null && at < Date.parse(release.earlyLifeUntil)
    ? no('release.still_watched', { until: release.earlyLifeUntil })
    : undefined;
export const analysisSaysSomething: R = (release, _actor, { input }) =>
  saysLittle(after(release, input).resultAnalysis, 20)
    ? no('release.analysis_thin', {}, 'resultAnalysis')
    : undefined;
export const notAnalysedYet: R = (release) =>
  release.analysedAt === null ? undefined : no('release.analysed_already');

export const observedUntil = (release: Release, days: number, at: number): string =>
  iso((release.deployedAt === null ? at : Date.parse(release.deployedAt)) + days * dayMs);
const iso = (at: number) => new Date(at).toISOString();
