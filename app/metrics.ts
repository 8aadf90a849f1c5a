import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { House } from '../kernel/practice/house.ts';

/**
 * `/metrics` for Prometheus: this process's requests, memory and connections. Figures of the service management itself
 * are measures, not metrics, and need a signed-in reader.
 */
export function metricsRoute(app: FastifyInstance, house: House): void {
  const registers = [new Registry()] as [Registry];
  collectDefaultMetrics({ register: registers[0] });
  const requests = new Histogram({
    name: 'servanda_http_request_seconds',
    help: 'time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  registers[0].registerMetric(
    new Gauge({
      name: 'servanda_db_connections',
      help: 'database connections of this process',
      labelNames: ['state'],
      registers: [],
      collect() {
        const { totalCount, idleCount, waitingCount } = house.pool;
        this.set({ state: 'open' }, totalCount);
        this.set({ state: 'idle' }, idleCount);
        this.set({ state: 'waited_for' }, waitingCount);
      },
    }),
  );
  app.addHook('onResponse', async (request, reply) => {
    requests.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(registers[0].contentType).send(await registers[0].metrics()),
  );
}
