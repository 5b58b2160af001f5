/// The script of an extract's page, in its parts.
enum ExtractScript {
    /// The whole, as it stands in the page.
    static let code = "\"use strict\";\n" + ExtractScriptCrypto.code + ExtractScriptRecord.code + ExtractScriptShow.code
}

/// SHA-256 and Ed25519 of the browser, and an Ed25519 of our own where the browser has none (RFC 8032, section 5.1.7).
enum ExtractScriptCrypto {
    static let code = #"""
        const bytesOf = text => new TextEncoder().encode(text);
        const fromBase64 = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
        const hex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, "0")).join("");
        const join = (...parts) => {
          const all = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
          let at = 0;
          for (const part of parts) { all.set(part, at); at += part.length; }
          return all;
        };
        const same = (a, b) => a.length === b.length && a.every((x, i) => x === b[i]);
        const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        let ownEd25519 = false;

        const P = 2n ** 255n - 19n;
        const L = 2n ** 252n + 27742317777372353535851937790883648493n;
        const mod = (a, m = P) => { const r = a % m; return r < 0n ? r + m : r; };
        const power = (base, exponent) => {
          let result = 1n;
          for (base = mod(base); exponent > 0n; exponent >>= 1n, base = mod(base * base)) {
            if (exponent & 1n) result = mod(result * base);
          }
          return result;
        };
        const D = mod(-121665n * power(121666n, P - 2n));
        const little = bytes => bytes.reduceRight((n, b) => (n << 8n) | BigInt(b), 0n);
        const add = (p, q) => {
          const a = mod((p[1] - p[0]) * (q[1] - q[0])), b = mod((p[1] + p[0]) * (q[1] + q[0]));
          const c = mod(2n * p[3] * q[3] * D), d = mod(2n * p[2] * q[2]);
          const e = b - a, f = d - c, g = d + c, h = b + a;
          return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
        };
        const times = (p, n) => {
          let q = [0n, 1n, 1n, 0n];
          for (; n > 0n; n >>= 1n, p = add(p, p)) if (n & 1n) q = add(q, p);
          return q;
        };
        const point = bytes => {
          const sign = BigInt(bytes[31] >> 7);
          const copy = Uint8Array.from(bytes);
          copy[31] &= 127;
          const y = little(copy);
          if (y >= P) return null;
          const u = mod(y * y - 1n), v = mod(D * y * y + 1n);
          let x = mod(u * v ** 3n * power(u * v ** 7n, (P - 5n) / 8n));
          if (mod(v * x * x) !== u) x = mod(x * power(2n, (P - 1n) / 4n));
          if (mod(v * x * x) !== u || (x === 0n && sign === 1n)) return null;
          if ((x & 1n) !== sign) x = P - x;
          return [x, y, 1n, mod(x * y)];
        };
        const ownVerify = async (key, signature, message) => {
          const a = point(key), r = point(signature.slice(0, 32)), s = little(signature.slice(32));
          if (!a || !r || s >= L) return false;
          const digest = new Uint8Array(await crypto.subtle.digest("SHA-512", join(signature.slice(0, 32), key, message)));
          const base = point(fromBase64("WGZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmY="));
          const left = times(base, s), right = add(r, times(a, mod(little(digest), L)));
          return mod(left[0] * right[2] - right[0] * left[2]) === 0n && mod(left[1] * right[2] - right[1] * left[2]) === 0n;
        };
        const ed25519 = async (key, signature, message) => {
          if (signature.length !== 64 || key.length !== 32) return false;
          let imported;
          try {
            imported = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
          } catch {
            ownEd25519 = true;
            return ownVerify(key, signature, message);
          }
          return crypto.subtle.verify({ name: "Ed25519" }, imported, signature, message);
        };

        """#
}

/// Keys, checkpoints and proofs as C2SP writes them: signed-note, tlog-checkpoint, tlog-cosignature, RFC 6962.
enum ExtractScriptRecord {
    static let code = #"""
        const parseKey = text => {
          const [name, hash, ...rest] = text.split("+");
          const blob = fromBase64(rest.join("+"));
          return { name, hash, kind: blob[0], key: blob.slice(1), text };
        };
        const parseNote = text => {
          const cut = text.lastIndexOf("\n\n");
          if (cut < 0) throw new Error("the checkpoint has no signature");
          const body = text.slice(0, cut + 1);
          const lines = body.split("\n");
          if (lines.length < 4 || !/^(0|[1-9][0-9]*)$/.test(lines[1])) throw new Error("the checkpoint is malformed");
          const signatures = text.slice(cut + 2).split("\n").filter(line => line).map(line => {
            const parts = line.split(" ");
            if (parts.length !== 3 || parts[0] !== "\u2014") throw new Error("a signature line is malformed");
            const blob = fromBase64(parts[2]);
            return { name: parts[1], hash: hex(blob.slice(0, 4)), bytes: blob.slice(4) };
          });
          return { body, origin: lines[0], size: Number(lines[1]), root: fromBase64(lines[2]), signatures };
        };
        const checkKeyHash = async key => {
          const digest = await sha256(join(bytesOf(key.name), new Uint8Array([10, key.kind]), key.key));
          if (hex(digest.slice(0, 4)) !== key.hash) throw new Error("the key of " + key.name + " is not what its hash says");
        };
        const checkSignature = async (note, key) => {
          await checkKeyHash(key);
          const found = note.signatures.find(s => s.name === key.name && s.hash === key.hash);
          if (!found) throw new Error("no signature by " + key.name);
          let message = bytesOf(note.body), signature = found.bytes;
          if (key.kind === 4) {
            const time = found.bytes.slice(0, 8).reduce((n, b) => n * 256 + b, 0);
            message = bytesOf("cosignature/v1\ntime " + time + "\n" + note.body);
            signature = found.bytes.slice(8);
          }
          if (!await ed25519(key.key, signature, message)) throw new Error("the signature of " + key.name + " is wrong");
        };
        const leaf = bytes => sha256(join(new Uint8Array([0]), bytes));
        const node = (left, right) => sha256(join(new Uint8Array([1]), left, right));
        const rootOf = async (hash, index, size, proof) => {
          if (!(index >= 0 && index < size)) throw new Error("the index is outside of the record");
          let at = index, last = size - 1;
          for (const sibling of proof) {
            if (last === 0) throw new Error("the proof is too long");
            if (at % 2 === 1 || at === last) {
              hash = await node(sibling, hash);
              while (at % 2 === 0 && at !== 0) { at = Math.floor(at / 2); last = Math.floor(last / 2); }
            } else {
              hash = await node(hash, sibling);
            }
            at = Math.floor(at / 2);
            last = Math.floor(last / 2);
          }
          if (last !== 0) throw new Error("the proof is too short");
          return hash;
        };
        const checkRecord = async record => {
          const note = parseNote(record.checkpoint);
          if (note.origin !== record.origin) throw new Error("the checkpoint is of " + note.origin);
          if (record.key) await checkSignature(note, parseKey(record.key));
          for (const witness of record.witnesses) await checkSignature(note, parseKey(witness));
          const entries = [];
          for (const entry of record.entries) {
            const bytes = fromBase64(entry.bytes);
            const root = await rootOf(await leaf(bytes), entry.index, note.size, entry.proof.map(fromBase64));
            if (!same(root, note.root)) throw new Error("entry " + entry.index + " does not stand in the record");
            entries.push({ index: entry.index, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) });
          }
          const withheld = record.withheld.reduce((n, w) => n + w.count, 0);
          if (withheld + entries.length > note.size) throw new Error("more is counted than the record holds");
          return { note, entries, withheld, unaccounted: note.size - withheld - entries.length };
        };
        const bad = (english, russian) => Object.assign(new Error(english), { russian });
        const checkPage = async () => {
          const meta = document.querySelector('meta[name="parley-sha256"]');
          const expected = meta === null ? "" : meta.content;
          if (!/^[0-9a-f]{64}$/.test(expected)) throw bad("The hash of this page is missing.", "В этой странице нет её контрольной суммы.");
          const pieces = document.documentElement.outerHTML.split(`content="${expected}"`);
          const digest = pieces.length === 2 ? hex(await sha256(bytesOf(pieces.join('content=""')))) : "";
          if (digest !== expected || document.compatMode !== "CSS1Compat") {
            throw bad(
              "This page is not as it was made. If an extension of the browser changes pages, open it in a window without extensions.",
              "Эта страница не та, что была составлена. Если страницы изменяет расширение браузера, откройте её в окне без расширений.");
          }
        };
        const released = (data, results) => {
          const asked = new Map(), approved = new Map();
          results.forEach((result, number) => {
            if (!/^parley\/[^/]+\/private\//.test(data.records[number].origin)) return;
            for (const entry of result.entries) {
              let parsed;
              try { parsed = JSON.parse(entry.text); } catch { continue; }
              const body = parsed.body ?? {};
              if (parsed.type === "release/1" && body.query === data.query && !asked.has(body.release)) asked.set(body.release, parsed.at);
              if (parsed.type === "release-approved/1") {
                if (!approved.has(body.release)) approved.set(body.release, []);
                approved.get(body.release).push({ at: parsed.at, name: `${body.by.name} (${body.by.role})` });
              }
            }
          });
          const names = new Set();
          for (const [release, at] of asked) {
            for (const each of approved.get(release) ?? []) if (each.at >= at) names.add(each.name);
          }
          return data.approvedBy.every(name => names.has(name));
        };

        """#
}
