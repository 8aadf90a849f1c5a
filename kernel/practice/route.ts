import type { FastifyInstance } from 'fastify';
import type { House } from './house.ts';

/** What the generated routes cannot say. */
export type RouteSet = (app: FastifyInstance, house: House) => void;
