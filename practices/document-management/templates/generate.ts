import { gapsOf } from '../document.gaps.ts';
import type { Actor, Language } from '../../../kernel/access/actor.ts';
import type { House } from '../../../kernel/practice/house.ts';
import { act, begin, create } from '../../../kernel/record/act.ts';
import { Problem } from '../../../platform/http/problem.ts';
import type { Tx } from '../../../platform/db/tx.ts';
import { saying } from './paper-of.ts';
import { templateNamed, templates, type Template } from './library.ts';

export type Wanted = {
  readonly languages: 'en' | 'zh' | 'both';
  readonly authoritative: 'en' | 'zh';
  /** What becomes of a code that there is already: left alone, or revised with the text of the template. */
  readonly existing: 'skip' | 'revise';
};
export type Result = {
  readonly code: string;
  readonly outcome: 'created' | 'skipped' | 'revised';
  readonly number: string;
  /** Places that a person must fill in before it can be approved in good faith. */
  readonly gaps: readonly string[];
};

type Known = { readonly id: string; readonly number: string; readonly code: string; readonly state: string };
const known = (tx: Tx, codes: readonly string[]) =>
  tx.run<Known>(
    'template_documents',
    `select r.id, r.number, d.code, r.state from document d join record r on r.id = d.id where d.code = any($1)`,
    [codes],
  );

/** The library, with the documents that there are already for its codes. */
export async function libraryOf(tx: Tx, language: Language) {
  const all = templates();
  const there = new Map((await known(tx, all.map(({ code }) => code))).map((one) => [one.code, one])); // prettier-ignore
  return all.map(({ bodyEn, bodyZh, ...template }) => {
    const found = there.get(template.code);
    return {
      ...template,
      gaps: gapsOf(language === 'en' ? bodyEn : bodyZh).length,
      document: found ? { number: found.number, state: found.state } : null,
    };
  });
}

/**
 * Makes the draft of one template, in one transaction. Doing it again makes nothing twice: what is there is left alone or,
 * when asked, revised.
 */
export async function draftOf(house: House, actor: Actor, code: string, wanted: Wanted): Promise<Result> {
  const template = templateNamed(code);
  if (!template) throw new Problem(404, 'document_paper.no_template', { code });
  const { languages } = wanted;
  const texts = {
    languages,
    authoritative: languages === 'both' ? wanted.authoritative : languages,
    ...(languages === 'zh' ? {} : { titleEn: template.titleEn, bodyEn: template.bodyEn }),
    ...(languages === 'en' ? {} : { titleZh: template.titleZh, bodyZh: template.bodyZh }),
  };
  const gaps = gapsOf(wanted.authoritative === 'en' && languages !== 'zh' ? template.bodyEn : template.bodyZh);
  return begin(house, async (work) => {
    const [there] = await known(work, [code]);
    if (!there) {
      const { number } = await create(work, 'document', actor, { ...aboutOf(template), ...texts });
      return { code, outcome: 'created', number, gaps };
    }
    const { number, state, id } = there;
    if (wanted.existing === 'skip' || (state !== 'effective' && state !== 'review_due'))
      return { code, outcome: 'skipped', number, gaps: [] };
    const record = { type: 'document', id };
    const reason = saying(actor.language)('document_paper.from_template');
    await act(work, record, 'revise', actor, { reason });
    await act(work, record, 'edit', actor, { ...texts, changeNote: reason });
    return { code, outcome: 'revised', number, gaps };
  });
} // prettier-ignore

const aboutOf = ({ code, level, documentClass, clauses, obligation, ownerRole }: Template) => ({
  code,
  level,
  documentClass,
  clauses,
  obligation,
  ...(ownerRole === null ? {} : { ownerRole }),
});

/** The whole choice, one draft after the other; whoever is interrupted begins again and loses nothing. */
export async function generateSet(
  house: House,
  actor: Actor,
  codes: readonly string[],
  wanted: Wanted,
  seen: (done: number, all: number) => void = () => undefined,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const code of codes) {
    results.push(await draftOf(house, actor, code, wanted));
    seen(results.length, codes.length);
  }
  return results;
}
