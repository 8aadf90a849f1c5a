// Preloaded into a server: its clock runs so many days ahead, as if the machine had been switched on again that much later.
const ahead = Number(process.env['E2E_LATER_DAYS'] ?? 0) * 86_400_000;
const Today = globalThis.Date;

class Later extends Today {
  constructor(/** @type {any[]} */ ...given) {
    if (given.length === 0) super(Today.now() + ahead);
    else super(.../** @type {[any]} */ (given));
  }
  static now() {
    return Today.now() + ahead;
  }
}
globalThis.Date = /** @type {DateConstructor} */ (/** @type {unknown} */ (Later));
