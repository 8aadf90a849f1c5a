import type { Language } from '../access/actor.ts';
import { html, lines, type Html } from './html.ts';

/** One mail before it is drawn. All of it is text; the drawing escapes it. */
export type Letter = {
  readonly language: Language;
  readonly organisation: string;
  readonly heading: string;
  /** What a mail program shows beside the subject. */
  readonly preview: string;
  readonly parts: readonly Part[];
  /** Why it came, and where that can be changed. */
  readonly footer: readonly string[];
  readonly preferences?: { readonly label: string; readonly url: string };
};

export type Part =
  | { readonly kind: 'record'; readonly number: string; readonly title: string | null; readonly type: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly by: string | null }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, string])[] }
  | { readonly kind: 'button'; readonly label: string; readonly url: string }
  | {
      readonly kind: 'item';
      readonly title: string;
      readonly text: string;
      readonly at: string;
      readonly url: string;
    };

// Mail programs know no style sheets that can be relied on, so every colour stands where it is used.
const ink = '#33629f';
const text = '#1d2126';
const dim = '#5d6670';
const line = '#e1e5ea';
const canvas = '#f3f5f8';
const fonts =
  "-apple-system,BlinkMacSystemFont,'Segoe UI','Noto Sans SC','PingFang SC','Microsoft YaHei',Roboto,Arial,sans-serif";

export const asHtml = (letter: Letter): string =>
  html`<!doctype html>
    <html lang="${letter.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
        <title>${letter.heading}</title>
      </head>
      <body style="margin:0;padding:0;background:${canvas};">
        <div style="display:none;max-height:0;overflow:hidden;opacity:0;">${letter.preview}</div>
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border="0"
          style="background:${canvas};"
        >
          <tr>
            <td align="center" style="padding:28px 12px;">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                style="max-width:600px;font-family:${fonts};color:${text};font-size:15px;line-height:1.6;"
              >
                <tr>
                  <td style="padding:0 4px 12px;font-size:14px;font-weight:600;color:${dim};">
                    ${letter.organisation}
                  </td>
                </tr>
                <tr>
                  <td
                    style="background:#ffffff;border:1px solid ${line};border-top:4px solid ${ink};border-radius:8px;padding:24px 24px 26px;"
                  >
                    <h1
                      style="margin:0 0 14px;font-size:20px;line-height:1.35;font-weight:600;color:${text};overflow-wrap:anywhere;"
                    >
                      ${letter.heading}
                    </h1>
                    ${letter.parts.map(drawn)}
                  </td>
                </tr>
                <tr>
                  <td style="padding:18px 4px 0;font-size:12px;line-height:1.6;color:${dim};">
                    ${letter.footer.map((each) => html`${each}<br />`)}
                    ${letter.preferences ? html`<a href="${letter.preferences.url}" style="color:${ink};">${letter.preferences.label}</a>` : ''}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`.text;

function drawn(part: Part): Html {
  switch (part.kind) {
    case 'record':
      return html`<p style="margin:0 0 14px;font-size:13px;color:${dim};overflow-wrap:anywhere;">
        ${part.type}
        <strong style="color:${ink};font-weight:600;">${part.number}</strong
        >${part.title === null ? '' : html` · ${part.title}`}
      </p>`;
    case 'text':
      return html`<p style="margin:0 0 16px;overflow-wrap:anywhere;">${lines(part.text)}</p>`;
    case 'quote':
      return html`<table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        border="0"
        style="margin:0 0 18px;"
      >
        <tr>
          <td
            style="border-left:3px solid ${ink};background:${canvas};padding:12px 16px;overflow-wrap:anywhere;"
          >
            ${part.by === null ? '' : html`<div style="font-size:12px;color:${dim};margin-bottom:4px;">${part.by}</div>`}${lines(part.text)}
          </td>
        </tr>
      </table>`;
    case 'facts':
      return html`<table
        role="presentation"
        cellpadding="0"
        cellspacing="0"
        border="0"
        style="margin:0 0 18px;"
      >
        ${part.facts.map(
          ([label, value]) =>
            html`<tr>
              <td style="padding:3px 18px 3px 0;font-size:13px;color:${dim};vertical-align:baseline;">
                ${label}
              </td>
              <td style="padding:3px 0;font-weight:600;vertical-align:baseline;overflow-wrap:anywhere;">
                ${value}
              </td>
            </tr>`,
        )}
      </table>`;
    case 'button':
      return html`<table
        role="presentation"
        cellpadding="0"
        cellspacing="0"
        border="0"
        style="margin:6px 0 0;"
      >
        <tr>
          <td style="border-radius:6px;background:${ink};">
            <a
              href="${part.url}"
              style="display:inline-block;padding:11px 22px;font-size:15px;font-weight:600;color:#ffffff;text-decoration:none;border-radius:6px;"
              >${part.label}</a
            >
          </td>
        </tr>
      </table>`;
    case 'item':
      return html`<table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        border="0"
        style="border-top:1px solid ${line};"
      >
        <tr>
          <td style="padding:12px 0;overflow-wrap:anywhere;">
            <a href="${part.url}" style="color:${ink};font-weight:600;text-decoration:none;">${part.title}</a>
            <div style="font-size:14px;">${lines(part.text)}</div>
            <div style="font-size:12px;color:${dim};">${part.at}</div>
          </td>
        </tr>
      </table>`;
  }
}

/** The same for those who read no HTML. */
export function asText(letter: Letter): string {
  const body = letter.parts.map((part) => {
    switch (part.kind) {
      case 'record':
        return `${part.type} ${part.number}${part.title === null ? '' : ` · ${part.title}`}`;
      case 'text':
        return part.text;
      case 'quote':
        return [
          ...(part.by === null ? [] : [`${part.by}:`]),
          ...part.text.split(/\r\n|\r|\n/).map((each) => `> ${each}`),
        ].join('\n');
      case 'facts':
        return part.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
      case 'button':
        return `${part.label}: ${part.url}`;
      case 'item':
        return `* ${part.title} (${part.at})\n  ${part.text.replaceAll('\n', '\n  ')}\n  ${part.url}`;
    }
  });
  const { preferences } = letter;
  const footer = [
    ...letter.footer,
    letter.organisation,
    ...(preferences ? [`${preferences.label}: ${preferences.url}`] : []),
  ];
  return [letter.heading, ...body, `-- \n${footer.join('\n')}`].join('\n\n');
}
