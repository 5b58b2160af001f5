/// The looks of the pages of an exercise: for paper first, black on white; nothing is told by colour alone.
enum ExerciseStyle {
    static let base = """
        body{font:10.5pt/1.45 "Noto Sans","DejaVu Sans",system-ui,sans-serif;color:#15181c;background:#fff;margin:0}
        main{max-width:60rem;margin:0 auto;padding:1.6rem}
        h1{font-size:1.6rem;line-height:1.2;margin:0}.sub{font-size:1.15rem;color:#333b45;margin:.1rem 0 .9rem}
        h2{font-size:1.05rem;margin:1.5rem 0 .4rem;padding-bottom:.15rem;border-bottom:1px solid #c9ced6;display:flex;gap:.6rem;break-after:avoid}
        h2 span{font-weight:400;color:#4a525c}p{margin:.3rem 0}
        table{border-collapse:collapse;width:100%;font-size:.86rem;margin:.4rem 0}
        th,td{text-align:left;padding:.28rem .5rem;border-bottom:1px solid #dfe3e8;vertical-align:top}
        thead{display:table-header-group}tr{break-inside:avoid}.n{text-align:right;white-space:nowrap}.t{white-space:nowrap}th.n{white-space:normal}
        .who{width:18%}.whole{break-inside:avoid}td,.facts b{overflow-wrap:break-word}
        .pair{width:50%}.pair+.pair{color:#2b323a}code{font-family:"DejaVu Sans Mono",monospace;font-size:.86em}
        figure{margin:.7rem 0;break-inside:avoid}figure svg{width:100%;height:auto;display:block}
        figcaption{font-size:.8rem;color:#4a525c;margin-top:.25rem}
        .facts{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:.6rem;margin:.9rem 0}
        .facts div{border:1px solid #c9ced6;border-radius:4px;padding:.45rem .6rem}
        .facts b{display:block;font-size:.95rem;line-height:1.3}.facts small{color:#4a525c;display:block;line-height:1.25}
        .bad{border-left:4px solid #15181c;padding-left:.5rem;background:#f2f3f5}.foot{font-size:.78rem;color:#4a525c;margin-top:1.6rem}
        .verdict{font-size:1.02rem;border:1.5px solid #15181c;border-radius:4px;padding:.55rem .8rem;margin:.8rem 0}
        svg{font:10px "Noto Sans","DejaVu Sans",sans-serif}svg path{fill:none}
        .frame{fill:#fdfdfd;stroke:#c9ced6}.zone{stroke:#15181c;stroke-width:1.4;stroke-dasharray:7 4}svg path.zone{fill:#f3f5f7}
        .zone-name{font-size:13px;font-weight:700;letter-spacing:.12em;fill:#333b45}
        .danger{fill:none;stroke:#15181c;stroke-width:1;stroke-dasharray:1.5 2.5}svg path.unit,svg path.north{fill:#15181c}
        .way,.a.track{stroke:#174a7c;stroke-width:1.8}.way.b,.b.track{stroke:#a2470f;stroke-width:1.8;stroke-dasharray:6 3.5}
        .stop{fill:#fff;stroke:#15181c;stroke-width:1}.begin{fill:#fff;stroke-width:2}circle.a,rect.a{stroke:#174a7c}circle.b,rect.b{stroke:#a2470f}
        .label{font-weight:700;font-size:11px}.small{font-size:9px;fill:#333b45}.faint{font-size:8px;fill:#8a929c}
        .cross{stroke:#b9c0c8;stroke-width:.7}.scale,.axis,.tick{stroke:#4a525c;stroke-width:1}.middle{text-anchor:middle}.end{text-anchor:end}
        .grid{stroke:#e7eaee;stroke-width:.8}.bar{fill:#b9c6d4;stroke:#51667c;stroke-width:.6}.bar.under{fill:#15181c;stroke:#15181c}
        .limit{stroke:#15181c;stroke-width:1.2;stroke-dasharray:5 3}.abort{stroke:#15181c;stroke-width:2.4}.limit.buffer{stroke-dasharray:1.5 3}
        .band{fill:#dfe6ee;stroke:none}svg path.band{fill:#dfe6ee}.gap{fill:#e3e5e9}.dot{fill:#15181c;stroke:none}.predicted{stroke:#6b7580;stroke-width:1;stroke-dasharray:2 2}
        .shared.track{stroke:#15181c;stroke-width:1;stroke-dasharray:1 2.5}.mark{fill:#fff;stroke:#15181c;stroke-width:1.6}
        @media screen{body{background:#eef0f3}main{background:#fff;box-shadow:0 1px 6px #0002}}
        """

    static let page = base + "\n@page{size:A4;margin:15mm}@media print{main{padding:0;max-width:none}}"

    /// A self-contained page: no script, nothing fetched.
    static func html(title: String, css: String, body: String) -> String {
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<title>\(title.escapedForHTML)</title>\n<style>\(css)</style></head>\n<body>\(body)</body></html>\n"
    }
}
