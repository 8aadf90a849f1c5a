/** HTML that is safe to send: made by the tag below, which escapes every value that is not such HTML itself. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Value = string | number | Html | readonly Html[];

export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html =>
  new Html(parts.map((part, i) => `${part}${i < values.length ? textOf(values[i] as Value) : ''}`).join(''));

function textOf(value: Value): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map((each) => each.text).join('');
  return String(value).replaceAll(/[&<>"']/g, (c) => entities[c] ?? c);
}

/** What somebody wrote over several lines. */
export const lines = (text: string): readonly Html[] =>
  text.split(/\r\n|\r|\n/).map((line, i) => (i === 0 ? html`${line}` : html`<br />${line}`));
