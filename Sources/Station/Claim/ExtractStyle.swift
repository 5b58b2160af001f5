/// The looks of an extract's page: red until it is verified, and told by words as well.
enum ExtractStyle {
    static let css = """
        body{font:10.5pt/1.45 "Noto Sans","DejaVu Sans",system-ui,sans-serif;margin:0;color:#15181c;background:#fff}
        main{max-width:62rem;margin:0 auto;padding:1.2rem}
        h1{font-size:1.35rem;margin:0 0 .8rem;padding:.7rem 1rem;border-radius:4px;color:#fff;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        body.bad{background:#b3261e}body.bad main{background:#fff;border:.6rem solid #b3261e}body.bad h1{background:#b3261e}
        body.good h1{background:#1f6b3a}
        h2{font-size:1.05rem;margin:1.4rem 0 .3rem;border-bottom:1px solid #c9ced6;overflow-wrap:anywhere;break-after:avoid}
        .both{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 1.2rem}.both p{margin:.2rem 0;overflow-wrap:anywhere}
        section{break-inside:avoid}section p{margin:.3rem 0}
        table{border-collapse:collapse;width:100%;font-size:.8rem}td,th{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #dfe3e8;vertical-align:top}
        thead{display:table-header-group}tr{break-inside:avoid}td,th{white-space:nowrap}th:last-child{width:60%}
        td.body{white-space:normal;overflow-wrap:anywhere;font-family:"DejaVu Sans Mono",monospace;font-size:.72rem}
        .small{font-size:.82rem;color:#333b45;overflow-wrap:anywhere}.problem{color:#b3261e;font-weight:600}
        .badge{border:1.5px solid #15181c;border-radius:3px;padding:0 .4rem;font-size:.85rem;font-weight:600}
        @page{size:A4;margin:15mm}@media print{body.good main{padding:0;max-width:none}td,th{padding:.15rem .3rem}}
        @media (max-width:40rem){.both{grid-template-columns:1fr}}
        """
}
