import type { FastifyInstance } from 'fastify';
import type { House } from './house.ts';
import type { WordsFor } from './routes/records.ts';

/** What the generated routes cannot say. */
export type RouteSet = (app: FastifyInstance, house: House) => void;

/** The routes of a whole practice. `words` are for what an answer itself says, in its reader's language. */
export type PracticeRoutes = (app: FastifyInstance, house: House, words: WordsFor) => void;
