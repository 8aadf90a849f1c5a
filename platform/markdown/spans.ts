/** What stands in a line of an article. */
export type Span =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 'del'; readonly spans: readonly Span[] }
  | { readonly kind: 'link'; readonly href: string; readonly spans: readonly Span[] }
  | { readonly kind: 'image'; readonly id: string; readonly alt: string }
  | { readonly kind: 'break' };

const deepest = 5;
const marks = [['**', 'strong'], ['__', 'strong'], ['~~', 'del'], ['*', 'em'], ['_', 'em']] as const; // prettier-ignore

/** Only where a browser goes, never what it runs; a picture is an attachment of the article and nothing from elsewhere. */
const goesTo = (href: string) =>
  /^(?:https?:\/\/|mailto:|tel:)[^\s]+$/i.test(href) || /^\/(?!\/)[^\s\\]*$/.test(href);
const attached = /^attachment:([0-9a-f-]{36})$/i;
const bare = /^https?:\/\/[^\s<>()[\]{}"'，。；：！？、）】》]+/i;

export function spansOf(text: string, depth = 0): Span[] {
  const found: Span[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') found.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (let i = 0; i < text.length;) {
    const taken = depth > deepest ? undefined : at(text, i, depth);
    if (taken) {
      flush();
      found.push(taken[0]);
      i += taken[1];
    } else {
      const escaped = text[i] === '\\' && /[!-/:-@[-`{-~]/.test(text[i + 1] ?? '');
      plain += text[escaped ? i + 1 : i] ?? '';
      i += escaped ? 2 : 1;
    }
  }
  flush();
  return found;
} // prettier-ignore

type Taken = readonly [Span, number] | undefined;

function at(text: string, i: number, depth: number): Taken {
  switch (text[i]) {
    case '\n':
      return [{ kind: 'break' }, 1];
    case '`':
      return code(text, i);
    case '!':
      return text[i + 1] === '[' ? image(text, i) : undefined;
    case '[':
      return link(text, i, depth);
    case 'h':
    case 'H':
      return address(text, i);
    case '*':
    case '_':
    case '~':
      return marked(text, i, depth);
    default:
      return undefined;
  }
}

function code(text: string, i: number): Taken {
  const end = text.indexOf('`', i + 1);
  return end <= i + 1 ? undefined : [{ kind: 'code', text: text.slice(i + 1, end) }, end + 1 - i];
}

/** `[label](target)`: where the label ends and what the target is. */
function bracketed(text: string, i: number): { label: string; target: string; length: number } | undefined {
  const middle = text.indexOf('](', i);
  if (middle === -1 || middle - i > 2000) return undefined;
  const end = text.indexOf(')', middle);
  if (end === -1 || end - middle > 2000) return undefined;
  return {
    label: text.slice(i + 1, middle),
    target: text.slice(middle + 2, end).trim(),
    length: end + 1 - i,
  };
}

function image(text: string, i: number): Taken {
  const found = bracketed(text, i + 1);
  const id = found && attached.exec(found.target)?.[1];
  return found && id
    ? [{ kind: 'image', id: id.toLowerCase(), alt: found.label }, found.length + 1]
    : undefined;
}

function link(text: string, i: number, depth: number): Taken {
  const found = bracketed(text, i);
  if (!found || found.label.includes('\n\n') || !goesTo(found.target)) return undefined;
  return [{ kind: 'link', href: found.target, spans: spansOf(found.label, depth + 1) }, found.length];
}

function address(text: string, i: number): Taken {
  if (/[\p{L}\p{N}]/u.test(text[i - 1] ?? '')) return undefined;
  const href = bare.exec(text.slice(i, i + 2000))?.[0].replace(/[.,;:!?]+$/, '');
  return href === undefined
    ? undefined
    : [{ kind: 'link', href, spans: [{ kind: 'text', text: href }] }, href.length];
}

function marked(text: string, i: number, depth: number): Taken {
  for (const [mark, kind] of marks) {
    if (!text.startsWith(mark, i)) continue;
    // snake_case is a name, not emphasis.
    if (mark[0] === '_' && /[\p{L}\p{N}]/u.test(text[i - 1] ?? '')) continue;
    const end = text.indexOf(mark, i + mark.length + 1);
    const inner = text.slice(i + mark.length, end);
    if (end === -1 || end - i > 5000 || /^\s|\s$/.test(inner) || inner.includes('\n\n')) continue;
    return [{ kind, spans: spansOf(inner, depth + 1) }, end + mark.length - i];
  }
  return undefined;
}
