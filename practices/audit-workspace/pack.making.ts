import { createHash } from 'node:crypto';
import { PackArchive, type Content, type Listed } from './pack.archive.ts';
import type { PackStore, Part } from './pack.store.ts';

type Add = (path: string, content: Content) => Promise<void>;

/**
 * A pack part by part: what was finished before its worker ended is not made again. A part is named by what is in it, and
 * what it keeps is told to whoever asks for it a second time.
 */
export class PackMaking {
  readonly #store: PackStore;
  readonly #archive: PackArchive;
  readonly #parts: Part[];
  readonly #now: () => number;

  private constructor(store: PackStore, now: () => number, begun: Awaited<ReturnType<PackStore['open']>>) {
    this.#store = store;
    this.#now = now;
    this.#parts = [...begun.parts];
    this.#archive = new PackArchive(begun.parts.flatMap(({ files }) => files), begun.soFar); // prettier-ignore
  }

  static async open(store: PackStore, now: () => number): Promise<PackMaking> {
    return new PackMaking(store, now, await store.open());
  }

  get files(): readonly Listed[] {
    return this.#archive.files;
  }

  get parts(): readonly Part[] {
    return this.#parts;
  }

  /** Makes this part, or answers what it kept when it was made. One that added no file is asked for again. */
  async once<T>(name: string, make: (add: Add) => Promise<T>): Promise<T> {
    const before = this.#parts.find((part) => part.name === name);
    if (before) return before.kept as T;
    const from = this.#archive.files.length;
    const kept = await make((path, content) => this.#add(path, content));
    const files = this.#archive.files.slice(from);
    if (files.length === 0) return kept;
    const lines = files.map(({ path, size, sha256 }) => `${path} ${size} ${sha256}\n`);
    const part = { name, sha256: createHash('sha256').update(lines.join('')).digest('hex'), madeAt: new Date(this.#now()).toISOString(), files, kept };
    await this.#store.finish(part, this.#archive.soFar);
    this.#parts.push(part);
    return kept;
  } // prettier-ignore

  async end(manifest: string): Promise<{ readonly bytes: number; readonly archiveHash: string }> {
    for await (const bytes of this.#archive.end(manifest)) await this.#store.put(bytes);
    return this.#store.end();
  }

  async #add(path: string, content: Content): Promise<void> {
    for await (const bytes of this.#archive.add(path, content)) await this.#store.put(bytes);
  }
}
