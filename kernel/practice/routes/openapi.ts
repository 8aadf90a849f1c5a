import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { describedRoutes, type Described } from '../../../platform/http/route.ts';

/** OpenAPI 3.1, from the very schemas that the routes parse with. */
export function openApi(app: FastifyInstance, version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const about of describedRoutes(app)) {
    if (about.undocumented) continue;
    paths[about.path] = { ...paths[about.path], [about.method.toLowerCase()]: operation(about) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Servanda', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API token, svd_…, with scopes such as incidents:write',
        },
        session: { type: 'apiKey', in: 'cookie', name: 'servanda.session_token' },
      },
      schemas: { Problem: problem },
    },
  };
}

const problem = {
  type: 'object',
  description: 'RFC 9457. `code` is the key of the message, `errors` names each field.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
          found: { type: 'string' },
        },
      },
    },
  },
};

function operation(about: Described) {
  const path = [...about.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const asked = about.query ? parameters(about.query) : [];
  return {
    operationId: about.id,
    tags: [about.tag],
    summary: about.summary,
    parameters: [...path, ...asked],
    ...(about.body
      ? { requestBody: { content: { 'application/json': { schema: json(about.body, 'input') } } } }
      : {}),
    ...(about.bodyType
      ? {
          requestBody: {
            content: {
              [about.bodyType]: {
                schema: {
                  type: 'object',
                  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
                },
              },
            },
          },
        }
      : {}),
    responses: {
      [about.status ?? 200]: {
        description: 'done',
        content: {
          [about.responseType ?? 'application/json']: {
            schema: about.response ? json(about.response, 'output') : {},
          },
        },
      },
      default: {
        description: 'a problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    ...(about.public ? { security: [] } : {}),
  };
}

const json = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

function parameters(schema: z.ZodType) {
  const { properties = {}, required = [] } = json(schema, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: of,
  }));
}

/** `/api/openapi.json`, and the same to read and try at `/api/docs`, with nothing fetched from elsewhere. */
export async function openApiRoutes(app: FastifyInstance, version: string): Promise<void> {
  let document: ReturnType<typeof openApi> | undefined;
  app.get('/api/openapi.json', async () => (document ??= openApi(app, version)));
  const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  await app.register(serveStatic, {
    root,
    prefix: '/api/docs/files/',
    decorateReply: false,
    allowedPath: (path) => ['/swagger-ui.css', '/swagger-ui-bundle.js'].includes(path),
  });
  app.get('/api/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/api/docs/start.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(start),
  );
}

const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', docExpansion: 'none', filter: true, validatorUrl: null });`;

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Servanda API</title>
    <link rel="stylesheet" href="/api/docs/files/swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/files/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;
