import type { Actor, Language } from '../access/actor.ts';
import type { PackPart, Work } from './house.ts';
import type { Sector } from './kind.ts';
import type { Practice } from './practice.ts';
import type { Snapshot, TargetFinder } from './reference.ts';
import type { ChainPart } from '../chain/part.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Judgements } from '../evidence/judgement.ts';
import type { Measure } from '../measure/measure.ts';
import type { Notice } from '../notification/notice.ts';
import type { Subscriber } from '../trail/subscriber.ts';
import type { ProposalSource } from '../proposal/proposal.ts';
import type { PracticeRoutes } from './route.ts';
import type { Importer, RowPreparation } from '../import/importer.ts';
import type { Job } from './job.ts';
import type { PlannedPart } from '../planned/part.ts';
import type { LiveBlock } from '../live-block/block.ts';
import type { PortalType } from './portal.ts';
import type { StatusSource } from './status.ts';

/** Door 2 of a practice: what it does on the server. Imported by app/ only. */
export type PracticeServer = {
  readonly practice: Practice;
  readonly snapshots?: readonly Snapshot<unknown>[];
  readonly targets?: TargetFinder;
  readonly measures?: readonly Measure[];
  /** Which requirements of the standard it answers, and by what. */
  readonly evidence?: readonly Evidence[];
  /** Keeps what people judge and confirm about requirements; one practice does. */
  readonly judgements?: Judgements;
  /** What it adds to evidence packs besides its records. */
  readonly packed?: PackPart;
  readonly subscribers?: readonly Subscriber[];
  readonly jobs?: readonly Job[];
  /** Kinds of notices its people get; those with `on` follow from acts by themselves. */
  readonly notices?: readonly Notice[];
  readonly importers?: readonly Importer[];
  /** What it knows of files of its records that their fields do not say. */
  readonly preparations?: readonly RowPreparation[];
  /** What is learnt from its records, to be proposed to who writes new ones. */
  readonly proposals?: readonly ProposalSource[];
  /** What documents can say from its data. */
  readonly blocks?: readonly LiveBlock[];
  readonly routes?: PracticeRoutes;
  /** Its record types that people follow in the portal. */
  readonly portal?: readonly PortalType[];
  /** How its records follow from one another, for the story that goes through them all. */
  readonly chain?: ChainPart;
  /** The days of its records by which something is owed. */
  readonly planned?: readonly PlannedPart[];
  /** Its part of the status page. */
  readonly status?: StatusSource;
  /** What a new organisation finds there on its first day. */
  readonly setUp?: (
    work: Work,
    actor: Actor,
    given: { readonly zone: string; readonly language: Language; readonly sector?: Sector | null },
  ) => Promise<unknown>;
};

export const definePracticeServer = (server: PracticeServer): PracticeServer => server;
