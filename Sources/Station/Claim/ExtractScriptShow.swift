/// Shows what was verified, and nothing else, as text: no entry can bring markup into the page.
enum ExtractScriptShow {
    static let code = #"""
        const make = (name, text, cls) => {
          const element = document.createElement(name);
          if (text !== undefined) element.textContent = text;
          if (cls) element.className = cls;
          return element;
        };
        const both = (en, ru) => {
          const box = make("div", undefined, "both");
          const russian = make("p", ru);
          russian.lang = "ru";
          box.append(make("p", en), russian);
          return box;
        };
        const showRecord = (page, record, checked) => {
          page.append(make("h2", record.origin));
          const signed = record.key ? "" : " No key was given: the record hangs together, and no more is shown.";
          const signedRu = record.key ? "" : " Ключ не указан: показано лишь то, что журнал внутренне согласован.";
          page.append(both(
            `Of ${checked.note.size} entries, ${checked.entries.length} are shown below; ${checked.withheld} are withheld and ${checked.unaccounted} are no longer kept.` + signed,
            `Всего записей: ${checked.note.size}; показано ниже: ${checked.entries.length}; не раскрыто: ${checked.withheld}; более не хранится: ${checked.unaccounted}.` + signedRu));
          if (record.withheld.length) {
            const list = record.withheld.map(w => w.type + " × " + w.count).join(", ");
            page.append(make("p", "Withheld · Не раскрыто: " + list, "small"));
          }
          for (const key of [record.key, ...record.witnesses]) if (key) page.append(make("p", "Key · Ключ: " + key, "small"));
          const table = make("table"), top = make("thead"), head = make("tr");
          for (const title of ["no. · №", "written · записано", "type · тип", "what it says · содержание"]) head.append(make("th", title));
          top.append(head);
          table.append(top);
          for (const entry of checked.entries) {
            const row = make("tr");
            let parsed = {};
            try { parsed = JSON.parse(entry.text); } catch { parsed = {}; }
            row.append(make("td", String(entry.index)), make("td", String(parsed.at ?? "").replace("T", " ")), make("td", String(parsed.type ?? "")),
              make("td", parsed.body === undefined ? entry.text : JSON.stringify(parsed.body), "body"));
            table.append(row);
          }
          page.append(table);
        };
        const show = (data, results) => {
          const page = document.getElementById("page");
          page.replaceChildren();
          const count = results.reduce((n, r) => n + r.entries.length, 0);
          const hasKeys = data.records.every(r => r.key);
          page.append(make("h1", hasKeys ? "VERIFIED · ПРОВЕРЕНО" : "CONSISTENT, KEY UNCONFIRMED · СОГЛАСОВАНО, КЛЮЧ НЕ ПОДТВЕРЖДЁН"));
          page.append(both(
            `This page has just checked, in your browser and without a network: each of the ${count} entries below stands unchanged at the place that is given in its record, and ` +
            (hasKeys ? "each record's list was signed by the key that is printed with it." : "the lists hang together; whose they are is not shown."),
            `Эта страница только что проверила в вашем браузере, без сети: каждая из приведённых ниже записей (всего ${count}) стоит без изменений на указанном месте своего журнала, и ` +
            (hasKeys ? "перечень записей каждого журнала подписан ключом, который напечатан рядом." : "перечни записей согласованы; чьи они, не показано.")));
          page.append(both(
            "It did not check that what the entries say is true, nor whose the keys are: compare them with keys that you have from elsewhere. Whoever changes this whole page can change its script too; “parley record verify” checks the files of the extract with other software.",
            "Она не проверяла, верно ли то, что сообщается в записях, и кому принадлежат ключи: сравните их с ключами, полученными из другого источника. Тот, кто изменит всю страницу, может изменить и её сценарий; команда «parley record verify» проверяет файлы выписки другой программой."));
          if (ownEd25519) page.append(both("Your browser has no Ed25519; the page used its own.", "В вашем браузере нет Ed25519; страница использовала собственную реализацию."));
          page.append(make("p", "Query · Запрос: " + data.query, "small"));
          page.append(data.approvedBy.length
            ? make("p", "Released by · Выпустили: " + data.approvedBy.join(", "), "small")
            : make("p", "Made from copies; no party has approved it. · Составлено по копиям; ни одна сторона этого не утверждала.", "small"));
          if (data.findings.length) {
            page.append(make("h2", "Findings · Выводы"), both(data.saidEn, data.saidRu));
            for (const finding of data.findings) {
              const section = make("section"), line = make("p");
              line.append(make("b", finding.id + " "), make("span", finding.verdictEn + " · " + finding.verdictRu, "badge"));
              section.append(line);
              if (finding.text) section.append(make("p", "“" + finding.text + "”", "small"));
              section.append(both(finding.en, finding.ru));
              page.append(section);
            }
          }
          data.records.forEach((record, number) => showRecord(page, record, results[number]));
          document.body.className = "good";
          document.body.removeAttribute("style");
        };
        const fail = error => {
          const reason = String(error && error.message ? error.message : error);
          // Red whatever became of the style sheet.
          document.body.className = "bad";
          document.body.style.background = "#b3261e";
          const page = document.getElementById("page");
          page.replaceChildren(make("h1", "DO NOT RELY ON THIS PAGE · НЕ ПОЛАГАЙТЕСЬ НА ЭТУ СТРАНИЦУ"), 
            both("Something in it was changed after it was made, or can't be checked here:", "Что-то в ней изменено после составления или не может быть здесь проверено:"));
          if (error && error.russian) page.append(both(reason, error.russian));
          else page.append(make("p", reason, "problem"));
        };
        (async () => {
          try {
            if (!globalThis.crypto || !crypto.subtle) throw bad("This browser can't check signatures here; open the file itself.", "Этот браузер не может здесь проверить подписи; откройте сам файл.");
            if (document.readyState === "loading") await new Promise(done => addEventListener("DOMContentLoaded", done));
            await checkPage();
            const data = JSON.parse(document.getElementById("data").textContent);
            const results = [];
            for (const record of data.records) results.push(await checkRecord(record));
            if (!released(data, results)) throw bad("The entries do not show that those who are named have released this.", "Записи не подтверждают, что названные лица это выпустили.");
            show(data, results);
          } catch (error) {
            fail(error);
          }
        })();
        """#
}
