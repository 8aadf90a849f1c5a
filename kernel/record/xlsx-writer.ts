import type { Buffer } from 'node:buffer';
import { Zip } from '../../platform/zip/zip.ts';

export type Cell = string | number | boolean | Date | null;

/** A sheet of Excel holds no more. */
const rowsPerSheet = 1_048_575;

/**
 * An XLSX workbook as a stream of bytes, made row by row: its size does not matter, and whoever reads slowly makes it
 * wait. The first row is repeated on every sheet, in bold.
 */
export async function* xlsxBytes(
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  sheetName: string,
): AsyncIterable<Buffer> {
  const zip = new Zip();
  const source = rows[Symbol.asyncIterator]();
  let sheets = 0;
  let next = await source.next();
  do {
    sheets += 1;
    yield* zip.entry(`xl/worksheets/sheet${sheets}.xml`, sheet());
  } while (!next.done);

  async function* sheet(): AsyncIterable<string> {
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>';
    yield rowXml(header, 1, 2);
    for (let n = 0; !next.done && n < rowsPerSheet; n += 1) {
      yield rowXml(next.value, n + 2, 0);
      next = await source.next();
    }
    yield '</sheetData></worksheet>';
  }

  const numbers = Array.from({ length: sheets }, (_, i) => i + 1);
  const name = (n: number) =>
    escape(`${sheetName.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 25) || 'Sheet'}${n === 1 ? '' : ` ${n}`}`);
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  yield* zip.entry(
    'xl/workbook.xml',
    once(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets>${numbers.map((n) => `<sheet name="${name(n)}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    ),
  );
  yield* zip.entry(
    'xl/_rels/workbook.xml.rels',
    once(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbers.map((n) => `<Relationship Id="rId${n}" Type="${relation}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rIdStyles" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    ),
  );
  yield* zip.entry('xl/styles.xml', once(styles));
  yield* zip.entry(
    '_rels/.rels',
    once(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
  );
  yield* zip.entry(
    '[Content_Types].xml',
    once(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/>${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${main}.worksheet+xml"/>`).join('')}</Types>`,
    ),
  );
  yield zip.end();
}

/** Styles 0: as it is, 1: date and time, 2: bold. */
const styles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>';

const rowXml = (cells: readonly Cell[], row: number, style: number) =>
  `<row r="${row}">${cells.map((cell, i) => cellXml(cell, `${letters(i)}${row}`, style)).join('')}</row>`;

/** 0 → A, 25 → Z, 26 → AA */
const letters = (i: number): string =>
  (i < 26 ? '' : letters(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));

function cellXml(cell: Cell, at: string, style: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  // Days since 1899-12-30, as Excel counts.
  if (cell instanceof Date) return `<c r="${at}" s="1"><v>${cell.getTime() / 86_400_000 + 25_569}</v></c>`;
  return `<c r="${at}" t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escape(cell.slice(0, 32_767))}</t></is></c>`;
}

// XML 1.0 has no way to write these characters at all.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(unwritable, '')
    .replaceAll(/[&<>"]/g, (c) => entities[c] ?? c);

async function* once(text: string): AsyncIterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`;
}
