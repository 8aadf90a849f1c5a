import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page, type Request } from '@playwright/test';
import { call, firstVisit, signIn } from './desk.ts';

/** Rules of WCAG 2.2 A and AA and of good practice; what is only moderate is looked at by people. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`)); // prettier-ignore
}

/** Waits until all that a page asked for is answered; the stream of live changes stays open, so it never becomes idle. */
function stillness(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/v1/stream')) open.add(request);
  });
  page.on('requestfinished', (request) => void open.delete(request));
  page.on('requestfailed', (request) => void open.delete(request));
  return async () => {
    // Twice: an answer may be what the next question waits for.
    for (const _ of [1, 2]) {
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))),
      );
      await expect.poll(() => open.size, { timeout: 20_000, intervals: [50] }).toBe(0);
    }
  };
}

test.describe.configure({ mode: 'parallel' });

for (const scheme of ['light', 'dark'] as const) {
  test(`pages of workspace and portal have no serious finding of axe, ${scheme}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const still = stillness(page);
    const found: Record<string, string[]> = {};
    const look = async (path: string) => {
      await page.goto(path);
      await expect(page.getByRole('main').first()).toBeVisible();
      await expect(page.locator('.mantine-Loader-root')).toHaveCount(0);
      await still();
      const faults = await findings(page);
      if (faults.length > 0) found[path] = faults;
    };
    await firstVisit(page.request);
    await look('/sign-in');
    await look('/portal/sign-in');
    await signIn(page, 'en');
    const api = page.request;
    const service = await call(api, 'POST', '/services', { title: `Ledger ${scheme}` });
    const { person } = (await call(api, 'GET', '/me')) as unknown as { person: { id: string } };
    const incident = await call(api, 'POST', '/incidents', { title: 'Printer on fire', channel: 'phone', symptom: 'Smoke', serviceId: service.id, requesterId: person.id }); // prettier-ignore
    const own = await call(api, 'POST', '/incidents', { title: 'My screen flickers', channel: 'portal', symptom: 'x', requesterId: person.id }); // prettier-ignore
    const problem = await call(api, 'POST', '/problems', {
      title: 'Printers burn',
      origin: 'monitoring',
      serviceId: service.id,
    });
    const { items: classes } = await call(api, 'GET', '/ci-classes?limit=1');
    const ci = await call(api, 'POST', '/configuration-items', { title: `srv-${scheme}`, classId: classes[0]?.id }); // prettier-ignore
    for (const path of [
      '/today',
      '/incidents?filter[open]=true&sort=urgency',
      `/incidents/${incident.number}`,
      '/incidents/new',
      '/changes/new',
      `/problems/${problem.number}`,
      `/configuration-items/${ci.number}`,
      '/dashboard',
      '/approvals',
      '/categories',
      '/request-models',
      '/major-incidents/settings',
      '/portal',
      '/portal/report',
      '/portal/request',
      `/portal/records/${own.number}`,
      '/portal/status',
      '/portal/knowledge',
    ])
      await look(path);
    expect(found).toEqual({});
  });
}
