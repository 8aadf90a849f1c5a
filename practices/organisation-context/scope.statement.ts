import type { Tx } from '../../platform/db/tx.ts';
import type { Language } from '../../platform/i18n/words.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import type { ScopeStatement } from './scope-statement.fields.ts';

const words = { en: en.scope_sentence, 'zh-CN': zh.scope_sentence } as const;

/** “The SMS of {organisation} supporting the provision of {services} to {customers} from {locations}”. */
export function sentence(
  language: Language,
  given: {
    readonly organisation: string;
    readonly services: readonly string[];
    readonly customers: readonly string[];
    readonly sites: readonly string[];
  },
): string {
  const say = words[language];
  const list = (names: readonly string[]) => names.join(say.between);
  const parts = {
    organisation: given.organisation,
    services: list(given.services),
    customers: given.customers.length === 0 ? say.every_customer : list(given.customers),
    sites: list(given.sites),
  };
  const pattern = given.sites.length === 0 ? say.without_sites : say.whole;
  return pattern.replaceAll(/\{\{(\w+)\}\}/g, (_all, key: string) => parts[key as keyof typeof parts]);
}

export async function statementOf(tx: Tx, scope: ScopeStatement): Promise<Record<Language, string>> {
  const rows = await tx.run<{ id: string; title: string; kind: string | null }>(
    'scope_names',
    `select r.id, r.title, o.kind from record r left join organisation o on o.id = r.id where r.id = any($1::uuid[]) order by r.number`,
    [[...(scope.serviceIds ?? []), ...(scope.customerIds ?? []), ...(scope.siteIds ?? [])]],
  );
  const named = (ids: readonly string[] | null) =>
    rows.filter(({ id }) => (ids ?? []).includes(id)).map(({ title }) => title);
  const given = {
    organisation: scope.organisationName ?? '',
    services: named(scope.serviceIds),
    customers: scope.everyCustomer === true ? [] : named(scope.customerIds),
    sites: named(scope.siteIds),
  };
  return { en: sentence('en', given), 'zh-CN': sentence('zh-CN', given) };
}
