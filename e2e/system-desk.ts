import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { administrator } from './people.ts';
import { Saying } from './system-words.ts';
import type { Language } from './words.ts';

/** What is filled in: one text, several choices, or a switch. */
type Given = string | readonly string[] | true;
export type Values = Readonly<Record<string, Given>>;

/** How much work it was: presses of a button, link or choice, and fields typed into. */
export type Tally = { presses: number; typed: number };

/** A journey of many pages on a busy machine: what is slow is not wrong. */
export const patiently = { timeout: 20_000 };

/** Somebody at a browser of their own, who fills in forms and presses buttons by the names that they read. */
export class SystemDesk {
  readonly page: Page;
  readonly t: Saying;
  readonly name: string;
  readonly email: string;
  readonly tally: Tally;

  constructor(
    page: Page,
    language: Language,
    who: { readonly name: string; readonly email: string },
    tally: Tally,
  ) {
    this.page = page;
    this.t = new Saying(language);
    this.name = who.name;
    this.email = who.email;
    this.tally = tally;
  }

  /** The dialog that is open, else the page. */
  async #scope(): Promise<Locator> {
    const dialog = this.page.getByRole('dialog');
    return (await dialog.count()) > 0 ? dialog.last() : this.page.getByRole('main');
  }

  async press(name: string, within?: Locator): Promise<void> {
    const scope = within ?? (await this.#scope());
    await scope.getByRole('button', { name, exact: true }).or(scope.getByRole('link', { name, exact: true })).first().click();
    this.tally.presses += 1;
  } // prettier-ignore

  /** Fills one field in, whatever its control is. */
  async fill(label: string, given: Given, within?: Locator): Promise<void> {
    const scope = within ?? (await this.#scope());
    if (typeof given === 'boolean') {
      // Its hint is part of its name.
      await scope.getByRole('switch', { name: label }).click();
      this.tally.presses += 1;
      return;
    }
    const named = { name: label, exact: true };
    const input = scope
      .getByRole('textbox', named)
      .or(scope.getByRole('combobox', named))
      .or(scope.getByRole('spinbutton', named))
      .first();
    await expect(input, label).toBeVisible(patiently);
    if ((await input.getAttribute('aria-haspopup')) === 'listbox') {
      for (const one of typeof given === 'string' ? [given] : given) await this.#choose(input, one);
      if (typeof given !== 'string') await input.press('Tab');
    } else {
      await input.fill(typeof given === 'string' ? given : given.join(','));
      await input.blur();
      this.tally.typed += 1;
    }
  }

  async #choose(input: Locator, option: string): Promise<void> {
    await input.click();
    const found = this.page.getByRole('option', { name: option }).first();
    // Long lists are searched; short ones are all there.
    if ((await input.getAttribute('readonly')) === null) await input.fill(option);
    await found.click();
    this.tally.presses += 2;
  }

  async fillAll(type: string, values: Values, group: 'field' | 'input' = 'field'): Promise<void> {
    for (const [key, given] of Object.entries(values)) await this.fill(this.t.of(group, type, key), given);
  }

  /** Makes a record with its form, and tells its path. */
  async create(type: string, plural: string, values: Values, query = ''): Promise<string> {
    await this.page.goto(`/${plural}/new${query}`);
    return this.createHere(type, plural, values);
  }

  async createHere(type: string, plural: string, values: Values): Promise<string> {
    await this.fillAll(type, values);
    await this.press(this.t.say('record.create'));
    await this.page.waitForURL(new RegExp(`/${plural}/[A-Z]+-\\d+$`));
    await expect(this.page.getByRole('toolbar')).toBeVisible(patiently);
    return this.path;
  }

  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  /** Does what a button of the record's page says, with what its dialog asks. */
  async act(type: string, action: string, values: Values = {}): Promise<void> {
    const name = this.t.of('action', type, action);
    const button = this.page.getByRole('toolbar').getByRole('button', { name, exact: true });
    await expect(this.page.getByRole('toolbar')).toBeVisible(patiently);
    await button.click();
    this.tally.presses += 1;
    if (Object.keys(values).length === 0) return;
    await this.fillAll(type, values, 'input');
    await this.confirm(name);
  }

  async confirm(name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name, exact: true }).click();
    this.tally.presses += 1;
    await expect(dialog).toBeHidden(patiently);
  }

  async isIn(type: string, state: string): Promise<void> {
    const head = this.page.locator('article header');
    await expect(head.getByText(this.t.of('state', type, state), { exact: true })).toBeVisible(patiently);
  }

  /** A button that is there and says why it does nothing. */
  async refused(type: string, action: string, reason: RegExp | string): Promise<void> {
    const button = this.page.getByRole('toolbar').getByRole('button', { name: this.t.of('action', type, action), exact: true }); // prettier-ignore
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveAccessibleDescription(reason);
  }

  async signIn(): Promise<void> {
    const api = this.page.request;
    const answer = await api.post('/api/auth/sign-in/email', { data: { email: this.email, password: administrator.password } });
    expect(answer.ok(), await answer.text()).toBe(true);
  } // prettier-ignore
}

/** A browser for one person at this server. */
export async function deskAt(
  browser: Browser,
  url: string,
  language: Language,
  who: { readonly name: string; readonly email: string },
  tally: Tally,
): Promise<SystemDesk> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 }, locale: language, timezoneId: 'Asia/Shanghai' }); // prettier-ignore
  return new SystemDesk(await context.newPage(), language, who, tally);
}
