import { Buffer } from 'node:buffer';
import { attach } from '../../kernel/attachment/attachment.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { makeYear, proposal } from '../../practices/certification/server.ts';
import { words } from '../words.ts';
import { office } from './change.told.ts';
import { dateOf, dayMs, hourMs, type Demo, type Row } from './context.ts';
import { isWholeYear, on } from './proof.time.ts';
import { renewalLives } from './renewals.ts';
import type { Life } from './timeline.ts';

const [keeper, top, seller] = ['p.su', 'p.lin', 'p.lim'] as const;
const later = (at: number, days: number) => Math.round(office(at + days * dayMs));

/** The certificate of the organisation from its audits to the plan of the next year, a tender, and customers who stay or leave. */
export const certificationLives = (demo: Demo): Life[] =>
  isWholeYear(demo) ? [certified(demo), tendered(demo), planned(demo), ...renewalLives(demo)] : [];

type Scope = {
  readonly holder: string | null;
  readonly en: string | null;
  readonly zh: string | null;
  readonly sites: string[];
};

async function scopeOf(demo: Demo): Promise<Scope> {
  const { rows } = await demo.house.pool.query<Scope>(
    `select s.organisation_name as holder, s.statement_en as en, s.statement_zh as zh, s.site_ids as sites
     from scope_statement s join record r on r.id = s.id where r.state = 'in_force' order by s.edition desc limit 1`,
  );
  const [{ holder, en, zh, sites } = { holder: null, en: null, zh: null, sites: [] }] = rows;
  return { holder: holder ?? '灯港 Lantern Harbour', en: en ?? 'All services of Lantern Harbour', zh, sites };
}

/** Stage 1 and 2 in the first months, two minor nonconformities, the certificate, and the first surveillance agreed. */
async function* certified(demo: Demo): Life {
  let at = on(demo, 322, 10);
  yield at;
  const scope = await scopeOf(demo);
  const by = await demo.as(keeper, at);
  const certificate = await demo.create('certificate', by, at, {
    title: 'ISO/IEC 20000-1 · Northcape Certification', standard: 'ISO/IEC 20000-1', edition: '2018', body: '北岬认证 Northcape Certification',
    bodyApproval: 'CNCA-R-2011-139', accreditation: 'CNAS C139-M', holder: scope.holder, address: '上海市灯港路 15 号 · 15 Denggang Road, Shanghai',
    scopeText: scope.en, scopeTextZh: scope.zh, siteIds: scope.sites, ownerId: demo.id(keeper),
  }); // prettier-ignore
  const [stage1, stage2] = [on(demo, 306, 9), on(demo, 292, 9)];
  await demo.act(certificate, 'plan_audits', by, at + hourMs, {
    stage1On: dateOf(stage1),
    stage2On: dateOf(stage2 + dayMs),
  });
  yield* audited(demo, certificate, 'stage_1', stage1, { majors: 0, minors: 0, observations: 3, days: 2 });
  yield* audited(demo, certificate, 'stage_2', stage2, { majors: 0, minors: 2, observations: 4, days: 5.5 });
  yield (at = later(stage2, 26));
  const keeps = await demo.as(keeper, at);
  await demo.together(at, (work) =>
    attach(work, certificate, keeps, {
      name: 'ISO-IEC-20000-1_certificate.pdf',
      mediaType: 'application/pdf',
      content: paper(),
      public: true,
    }),
  );
  const issuedOn = dateOf(at - 2 * dayMs);
  await demo.act(certificate, 'issue', keeps, at + hourMs, {
    certificateNumber: '13926ITSM0042R0M', decidedOn: dateOf(at - 4 * dayMs), issuedOn,
    expiresOn: Temporal.PlainDate.from(issuedOn).add({ years: 3 }).subtract({ days: 1 }).toString(),
  }); // prettier-ignore
  yield (at = later(at, 1));
  await demo.act(certificate, 'verify', await demo.as(top, at), at, {
    verification: '证书原件与认监委查询结果逐项核对一致。 Paper and CNCA entry compared line by line.',
  });
  await demo.act(certificate, 'publish', await demo.as(keeper, at), at + hourMs);
  yield (at = on(demo, 24, 15));
  const first = await auditOf(demo, certificate, 'surveillance_1');
  const begins = dateOf(demo.until + 34 * dayMs);
  await demo.act(first, 'agree', await demo.as(keeper, at), at, {
    plannedOn: begins, plannedUntil: Temporal.PlainDate.from(begins).add({ days: 1 }).toString(), auditorDays: 2, leadAuditor: '方敏 Fang Min',
  }); // prettier-ignore
}

async function auditOf(demo: Demo, { id }: Row, kind: string) {
  const { rows } = await demo.house.pool.query<{ id: string }>('select id from certification_audit where certificate_id = $1 and kind = $2', [id, kind]);
  return { type: 'certification-audit', id: rows[0]?.id ?? '' };
} // prettier-ignore

type Found = {
  readonly majors: number;
  readonly minors: number;
  readonly observations: number;
  readonly days: number;
};

async function* audited(
  demo: Demo,
  certificate: Row,
  kind: string,
  begins: number,
  { days, ...found }: Found,
): Life {
  yield begins - 6 * dayMs;
  const audit = await auditOf(demo, certificate, kind);
  const until = dateOf(begins + dayMs);
  await demo.act(audit, 'agree', await demo.as(keeper, begins - 6 * dayMs), begins - 6 * dayMs, {
    plannedOn: dateOf(begins), plannedUntil: until, auditorDays: days, leadAuditor: '方敏 Fang Min',
    ...(kind === 'stage_1' ? { lateReason: '第一阶段安排两天，认证机构已同意。 Two days, as the body proposed.' } : {}),
  }); // prettier-ignore
  const held = begins + dayMs + 9 * hourMs;
  yield held;
  await demo.act(audit, 'hold', await demo.as(keeper, held), held, {
    heldOn: dateOf(begins), heldUntil: until, ...found, result: found.minors > 0 ? 'after_actions' : 'recommended',
    summary: '抽查各过程记录并访谈一线人员。 Records of every process were sampled, people on duty were asked.',
  }); // prettier-ignore
  const closed = later(held, 8);
  yield closed;
  await demo.act(audit, 'close', await demo.as(keeper, closed), closed, { decidedOn: dateOf(closed) });
}

/** A tender half a year later: what was certified, and the figures of the six months before. */
async function* tendered(demo: Demo): Life {
  const at = on(demo, 38, 16);
  yield at;
  const to = Temporal.PlainDate.from(dateOf(at)).with({ day: 1 }).subtract({ days: 1 });
  const by = await demo.as(seller, at);
  await demo.at(at, () =>
    demo.create('tender-pack', by, at, {
      title: '云帆百货商城运维投标 · Tender of Yunfan Stores', buyer: '云帆百货 Yunfan Stores',
      periodFrom: to.with({ day: 1 }).subtract({ months: 5 }).toString(), periodTo: to.toString(),
    }),
  ); // prettier-ignore
}

/** The year of the second surveillance, made in one step from its day. */
async function* planned(demo: Demo): Life {
  const at = on(demo, 12, 14);
  yield at;
  const year = Number(dateOf(demo.until + 461 * dayMs).slice(0, 4));
  const by = await demo.as(keeper, at);
  await demo.at(at, async () => {
    const { entries } = await onConnection(demo.house.pool, (tx) => proposal(tx, demo.house, year, String(year)));
    await demo.together(at, (work) =>
      makeYear(work, by, year, entries.filter(({ there }) => there === null).map(({ anchor, kind, day, ownerId }) => ({ anchor, kind, day, ownerId: ownerId ?? demo.id(keeper) })), words),
    );
  });
} // prettier-ignore

/** One page that every reader opens; nobody takes it for a real certificate. */
function paper(): Buffer {
  const lines = ['CERTIFICATE (DEMO)', 'ISO/IEC 20000-1:2018', 'Lantern Harbour', 'No. 13926ITSM0042R0M', 'Northcape Certification'];
  const text = `BT /F1 20 Tf 80 700 Td 34 TL ${lines.map((line) => `(${line.replaceAll(/([()\\])/g, '\\$1')}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const starts = objects.map((body, i) => {
    const start = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${file}xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`, 'latin1');
} // prettier-ignore
