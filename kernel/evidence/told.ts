import type { Requirement } from '../../standard/catalogue.ts';
import type { Actor } from '../access/actor.ts';

/** A requirement in its reader's language, with what the catalogue says of it. */
export const told = (r: Requirement, { language }: Pick<Actor, 'language'>) => ({
  requirement: r.id,
  clause: r.clause,
  title: r.title[language],
  text: r.text[language],
  question: r.question[language],
  phase: r.phase,
  process: r.process,
  kind: r.kind,
  level: r.level,
  documented: r.documented,
  mode: r.mode,
  stage: r.stage,
  severity: r.severity,
});
