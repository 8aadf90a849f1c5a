import pg from 'pg'; import { writeFileSync } from 'node:fs';
import { makeTexts } from '/work/main/scripts/bench/vocabulary.ts';
const c = new pg.Client({ connectionString: process.argv[2] }); await c.connect(); await c.query('set search_path=servanda,public');
const ids = async (t: string) => (await c.query(`select id from bench.${t} order by n`)).rows.map((r) => r.id);
const [people, services, categories] = [await ids('person'), await ids('service'), await ids('category')]; await c.end();
const { titles, bodies } = makeTexts(); const at = (l: any, i: number) => l[i % l.length];
writeFileSync('/tmp/create.json', JSON.stringify(Array.from({ length: 500 }, (_, i) => ({ method: 'POST', path: '/api/v1/incidents', body: {
  title: at(titles, i * 7).text, symptom: `${at(bodies, i * 11).text}\n${at(bodies, i * 13).text}`, channel: 'phone', impact: 1 + (i % 4), urgency: 1 + (i % 3),
  requesterId: at(people, i), serviceId: at(services, i), categoryId: at(categories, i), ci: `srv-${i}`, location: `Building ${i % 40}` } }))));
