// Checks an evidence pack without Servanda and without a network: every file against the manifest, every event of the
// trail against the sealed chain, every sample by drawing it again. Plain JavaScript for browsers and for Node 20 and later.

const constants = new Uint32Array(64);
{
  const fraction = (x) => (x - Math.floor(x)) * 2 ** 32;
  let found = 0;
  for (let n = 2; found < 64; n += 1) {
    let prime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
    if (prime) constants[found++] = fraction(Math.cbrt(n));
  }
}
const start = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

/** SHA-256 piece by piece: crypto.subtle takes only whole files, and is missing from pages that are no secure context. */
export class Sha256 {
  #state = Uint32Array.from(start);
  #block = new Uint8Array(64);
  #filled = 0;
  #length = 0;
  #words = new Uint32Array(64);

  update(bytes) {
    this.#length += bytes.length;
    let at = 0;
    while (at < bytes.length) {
      if (this.#filled === 0 && bytes.length - at >= 64) {
        this.#compress(bytes, at);
        at += 64;
        continue;
      }
      const taken = Math.min(64 - this.#filled, bytes.length - at);
      this.#block.set(bytes.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      if (this.#filled === 64) {
        this.#compress(this.#block, 0);
        this.#filled = 0;
      }
    }
    return this;
  }

  digest() {
    const bits = this.#length * 8;
    const padding = new Uint8Array((this.#filled < 56 ? 56 : 120) - this.#filled + 8);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(padding.length - 4, bits >>> 0);
    this.update(padding);
    const out = new Uint8Array(32);
    const result = new DataView(out.buffer);
    this.#state.forEach((word, i) => result.setUint32(i * 4, word));
    return out;
  }

  hex() {
    return toHex(this.digest());
  }

  #compress(bytes, at) {
    const w = this.#words;
    for (let i = 0, p = at; i < 16; i += 1, p += 4)
      w[i] = (bytes[p] << 24) | (bytes[p + 1] << 16) | (bytes[p + 2] << 8) | bytes[p + 3];
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15];
      const y = w[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = this.#state;
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    const state = this.#state;
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}

const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const utf8 = (text) => new TextEncoder().encode(text);

const crcTable = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
const crcOf = (bytes, before) => {
  let c = ~before;
  for (let i = 0; i < bytes.length; i += 1) c = crcTable[(c ^ bytes[i]) & 255] ^ (c >>> 8);
  return ~c >>> 0;
};

async function* chunksOf(blob) {
  const reader = blob.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** A pack that was unpacked: by the paths of its files. */
export function folder(files) {
  return {
    names: [...files.keys()],
    faults: [],
    read: (name) => chunksOf(files.get(name)),
  };
}

const bytesOf = async (blob, from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer());
const u16 = (bytes, at) => bytes[at] | (bytes[at + 1] << 8);
const u32 = (bytes, at) => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
const u64 = (bytes, at) => u32(bytes, at) + u32(bytes, at + 4) * 2 ** 32;

/** A pack as it was downloaded. Its outside is looked at too, byte by byte: it is always written in the same way. */
export async function archive(blob) {
  const damaged = (file) => ({ code: 'archive', file });
  const end = await bytesOf(blob, blob.size - 22, blob.size);
  if (blob.size < 22 || u32(end, 0) !== 0x06054b50) return { names: [], faults: [damaged('')], read: undefined };
  const faults = [];
  let [count, length, at, tail] = [u16(end, 10), u32(end, 12), u32(end, 16), 22];
  if (u32(end, 4) !== 0 || u16(end, 8) !== count || u16(end, 20) !== 0) faults.push(damaged(''));
  if (count === 0xffff || at === 0xffffffff) {
    // More files, or more bytes, than the last lines can say: they stand in two records before it.
    tail = 98;
    const wide = await bytesOf(blob, blob.size - tail, blob.size - 22);
    const usual = [0x50, 0x4b, 6, 6, 44, 0, 0, 0, 0, 0, 0, 0, 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const capped = [u64(wide, 32), u64(wide, 40), u64(wide, 48)];
    const asWritten =
      usual.every((byte, i) => wide[i] === byte) &&
      u64(wide, 24) === capped[0] &&
      u32(wide, 56) === 0x07064b50 &&
      u32(wide, 60) === 0 &&
      u64(wide, 64) === blob.size - tail &&
      u32(wide, 72) === 1 &&
      Math.min(capped[0], 0xffff) === count &&
      capped[1] === length &&
      Math.min(capped[2], 0xffffffff) === at;
    if (!asWritten) faults.push(damaged(''));
    [count, length, at] = capped;
  }
  if (at + length + tail !== blob.size) faults.push(damaged(''));
  const directory = await bytesOf(blob, at, at + length);
  const entries = new Map();
  let expected = 0;
  for (let p = 0; p + 46 <= directory.length; ) {
    const size = u16(directory, p + 28);
    const name = new TextDecoder().decode(directory.subarray(p + 46, p + 46 + size));
    const [crc, packed, raw, near] = [16, 20, 24, 42].map((offset) => u32(directory, p + offset));
    const [version, extra, more] = near === 0xffffffff ? [45, 12, p + 46 + size] : [20, 0, 0];
    const place = extra > 0 ? u64(directory, more + 4) : near;
    const usual = [0x50, 0x4b, 1, 2, version, 0, version, 0, 8, 8, 8, 0, 0, 0, 33, 0];
    const asWritten =
      usual.every((byte, i) => directory[p + i] === byte) &&
      u16(directory, p + 30) === extra &&
      (extra === 0 || u32(directory, more) === 0x80001) &&
      directory.subarray(p + 32, p + 42).every((byte) => byte === 0) &&
      place === expected;
    const local = await bytesOf(blob, place, place + 30 + size);
    const data = place + 30 + size;
    const after = await bytesOf(blob, data + packed, data + packed + 16);
    const header = [0x50, 0x4b, 3, 4, 20, 0, 8, 8, 8, 0, 0, 0, 33, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const same =
      header.every((byte, i) => local[i] === byte) &&
      u16(local, 26) === size &&
      u16(local, 28) === 0 &&
      utf8(name).every((byte, i) => local[30 + i] === byte) &&
      u32(after, 0) === 0x08074b50 &&
      [crc, packed, raw].every((n, i) => u32(after, 4 + i * 4) === n);
    if (!asWritten || !same || entries.has(name)) faults.push(damaged(name));
    entries.set(name, { data, packed, raw, crc });
    expected = data + packed + 16;
    p += 46 + size + extra;
  }
  if (entries.size !== count || expected !== at) faults.push(damaged(''));
  async function* read(name) {
    const { data, packed, raw, crc } = entries.get(name);
    const stream = blob.slice(data, data + packed).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const reader = stream.getReader();
    let [length, sum] = [0, 0];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      sum = crcOf(value, sum);
      yield value;
    }
    if (length !== raw || sum !== crc) throw new Error('checksum');
  }
  return { names: [...entries.keys()], faults, read };
} // prettier-ignore

/** Calls `line` with the bytes of each line, without its line feed. */
function lines(line) {
  let rest = new Uint8Array(0);
  return {
    push(chunk) {
      let from = 0;
      for (let to = chunk.indexOf(10); to !== -1; to = chunk.indexOf(10, from)) {
        const part = chunk.subarray(from, to);
        if (rest.length > 0) {
          const joined = new Uint8Array(rest.length + part.length);
          joined.set(rest);
          joined.set(part, rest.length);
          rest = new Uint8Array(0);
          line(joined);
        } else line(part);
        from = to + 1;
      }
      const left = chunk.subarray(from);
      if (left.length === 0) return;
      const joined = new Uint8Array(rest.length + left.length);
      joined.set(rest);
      joined.set(left, rest.length);
      rest = joined;
    },
  };
}

const text = async (source, name) => {
  const decoder = new TextDecoder();
  let all = '';
  for await (const chunk of source.read(name)) all += decoder.decode(chunk, { stream: true });
  return all + decoder.decode();
};

/** What is wrong with a pack: nothing, or each fault with its file. `progress` is told how many files are done. */
export async function checkPack(source, progress = () => {}) {
  const faults = [...source.faults];
  const result = { ok: false, faults, files: 0, bytes: 0, events: 0, batches: 0, samples: 0, manifestHash: '', head: '', made: '' };
  const fault = (code, file, detail) => faults.push({ code, file, ...(detail === undefined ? {} : { detail }) });
  let manifest;
  try {
    const written = await text(source, 'manifest.json');
    result.manifestHash = new Sha256().update(utf8(written)).hex();
    manifest = JSON.parse(written);
  } catch {
    fault(source.names.includes('manifest.json') ? 'altered' : 'missing', 'manifest.json');
    return result;
  }
  result.made = `${manifest.organisation} · ${manifest.number} · ${manifest.madeAt}`;
  const listed = new Set(manifest.files.map((file) => file.path));
  const there = new Set(source.names);
  for (const name of source.names) if (name !== 'manifest.json' && !listed.has(name)) fault('added', name);
  const events = new Map();
  for (const { path, size, sha256 } of manifest.files) {
    if (!there.has(path)) {
      fault('missing', path);
      continue;
    }
    const hash = new Sha256();
    let length = 0;
    const reader = path.startsWith('trail/')
      ? lines((line) => events.set(JSON.parse(new TextDecoder().decode(line)).seq, { digest: new Sha256().update(line).hex(), path }))
      : undefined;
    let lost = false;
    try {
      for await (const chunk of source.read(path)) {
        hash.update(chunk);
        length += chunk.length;
        if (!lost)
          try {
            reader?.push(chunk);
          } catch {
            lost = true;
          }
      }
    } catch {
      fault('altered', path);
      continue;
    }
    if (length !== size || hash.hex() !== sha256) fault('altered', path);
    result.files += 1;
    result.bytes += length;
    progress(result.files, manifest.files.length);
  }
  result.events = events.size;
  await checkChain(source, manifest, events, result, fault);
  await checkSamples(source, manifest, result, fault);
  result.ok = faults.length === 0;
  return result;
} // prettier-ignore

/** Each batch continues the one before it up to the head, and every event of the pack stands in one of them. */
async function checkChain(source, manifest, events, result, fault) {
  let [previous, number] = [undefined, undefined];
  const walk = (path) => (line) => {
    const batch = JSON.parse(new TextDecoder().decode(line));
    const digests = fromBase64(batch.digests);
    const covered = `${batch.batch}:${batch.seqs.join(',')}:${batch.lastTxid}:${batch.lastSeq}:${batch.sealedAt}`;
    const hash = new Sha256().update(fromHex(batch.previous)).update(digests).update(utf8(covered)).hex();
    if (hash !== batch.hash) fault('batch', path, batch.batch);
    else if (previous !== undefined && (batch.previous !== previous || batch.batch !== number + 1))
      fault('link', path, batch.batch);
    [previous, number] = [batch.hash, batch.batch];
    result.batches += 1;
    batch.seqs.forEach((seq, i) => {
      const event = events.get(seq);
      if (!event) return;
      if (event.digest === toHex(digests.subarray(i * 32, i * 32 + 32))) events.delete(seq);
    });
  };
  for (const { path } of manifest.files.filter((file) => file.path.startsWith('chain/batches'))) {
    if (!source.names.includes(path)) continue;
    try {
      const reader = lines(walk(path));
      for await (const chunk of source.read(path)) reader.push(chunk);
    } catch {
      fault('chain', path);
    }
  }
  result.head = previous ?? '';
  if (previous !== undefined && previous !== manifest.chain.head) fault('head', 'chain/batches.jsonl');
  for (const [seq, { path }] of events) fault('event', path, seq);
} // prettier-ignore

/** Draws each sample again from its population, by the rule that READ-ME.txt tells. */
async function checkSamples(source, manifest, result, fault) {
  for (const { path } of manifest.files.filter((file) => /^samples\/[^/]+\/sample\.json$/.test(file.path))) {
    try {
      const sample = JSON.parse(await text(source, path));
      const populationPath = path.replace('sample.json', 'population.txt');
      result.samples += 1;
      if (!source.names.includes(populationPath)) continue;
      const population = await text(source, populationPath);
      if (new Sha256().update(utf8(population.replaceAll(/^(\S+) .*$/gm, '$1'))).hex() !== sample.populationHash)
        fault('population', populationPath);
      else if (redraw(sample, population).join() !== sample.items.map((item) => item.id).join()) fault('sample', path);
    } catch {
      fault('sample', path);
    }
  }
} // prettier-ignore

function redraw({ seed, strata }, population) {
  const byStratum = new Map();
  for (const line of population.split('\n').filter((one) => one !== '')) {
    const [id, ...key] = line.split(' ');
    const ids = byStratum.get(key.join(' ')) ?? [];
    ids.push(id);
    byStratum.set(key.join(' '), ids);
  }
  return strata.flatMap(({ key, n }) => {
    const ids = [...(byStratum.get(key) ?? [])];
    const next = generator(seed, key);
    return Array.from({ length: n }, (_, i) => {
      const room = ids.length - i;
      const most = Math.floor(2 ** 32 / room) * room;
      let value = next();
      while (value >= most) value = next();
      const j = i + (value % room);
      [ids[i], ids[j]] = [ids[j], ids[i]];
      return ids[i];
    });
  });
}

function generator(seed, key) {
  const view = new DataView(new Sha256().update(utf8(`${seed}\n${key}`)).digest().buffer);
  const s = [0, 4, 8, 12].map((at) => view.getUint32(at));
  const left = (x, by) => (x << by) | (x >>> (32 - by));
  return () => {
    const result = Math.imul(left(Math.imul(s[1], 5), 7), 9) >>> 0;
    const shifted = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = left(s[3], 11);
    return result;
  };
}

const words = {
  en: {
    altered: 'ALTERED: {file}',
    missing: 'MISSING: {file}',
    added: 'ADDED, not in the manifest: {file}',
    archive:
      'The archive was packed anew or altered outside its files{file}. Unpack it and check the folder.',
    batch: 'CHAIN: batch {detail} was altered ({file})',
    link: 'CHAIN: batch {detail} does not continue the one before it ({file})',
    chain: 'CHAIN: cannot be read ({file})',
    head: 'CHAIN: its end is not the head of the manifest ({file})',
    event: 'CHAIN: event {detail} is not in the sealed chain as it stands in {file}',
    population: 'SAMPLE: the population was altered: {file}',
    sample: 'SAMPLE: drawn again it is another one: {file}',
    more: '… and {detail} more.',
    ok: 'The pack is whole: {files} files, {bytes} bytes, all as the manifest lists them.',
    proved: '{events} events stand in the sealed chain ({batches} batches).',
    samples: '{samples} samples; those with a population were drawn again and are the same.',
    manifest: 'SHA-256 of the manifest: {manifestHash}',
    compare: 'Compare it with the hash that Servanda shows for this pack. Head of the chain: {head}',
    bad: 'The pack is NOT as it was made: {count} faults.',
    usage: 'node verify.mjs PACK.zip   (or the folder it was unpacked to)',
  },
  zh: {
    altered: '已被更改：{file}',
    missing: '缺失：{file}',
    added: '多出的文件，清单中没有：{file}',
    archive: '压缩包在文件之外被重新打包或更改{file}。请解压后检查文件夹。',
    batch: '链：批次 {detail} 已被更改（{file}）',
    link: '链：批次 {detail} 与前一批次不衔接（{file}）',
    chain: '链：无法读取（{file}）',
    head: '链：末端与清单中的链头不一致（{file}）',
    event: '链：{file} 中的事件 {detail} 与封存的链不一致',
    population: '样本：总体已被更改：{file}',
    sample: '样本：重新抽取的结果不同：{file}',
    more: '……另有 {detail} 项。',
    ok: '证据包完整：{files} 个文件，{bytes} 字节，均与清单一致。',
    proved: '{events} 个事件均在封存的链中（{batches} 个批次）。',
    samples: '{samples} 个样本；附有总体的样本已重新抽取，结果相同。',
    manifest: '清单的 SHA-256：{manifestHash}',
    compare: '请与 Servanda 中该证据包显示的值核对。链头：{head}',
    bad: '证据包与生成时不一致：{count} 处问题。',
    usage: 'node verify.mjs PACK.zip   （或解压后的文件夹）',
  },
};

const mostTold = 200;

/** A result in lines that people read. */
export function told(result, language) {
  const say = (key, params = {}) =>
    words[language][key].replaceAll(/\{(\w+)\}/g, (_all, name) => String(params[name] ?? ''));
  if (result.ok)
    return [
      result.made,
      say('ok', result),
      say('proved', result),
      ...(result.samples > 0 ? [say('samples', result)] : []),
      say('manifest', result),
      say('compare', result),
    ];
  const shown = result.faults.slice(0, mostTold).map((fault) => say(fault.code, fault.code === 'archive' ? { file: fault.file && ` (${fault.file})` } : fault));
  const more = result.faults.length - shown.length;
  return [
    say('bad', { count: result.faults.length }),
    ...shown,
    ...(more > 0 ? [say('more', { detail: more })] : []),
    ...(result.manifestHash ? [say('manifest', result)] : []),
  ];
} // prettier-ignore

export const usage = (language) => words[language].usage;
