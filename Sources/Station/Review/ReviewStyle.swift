/// The looks of the report: for paper first. Nothing is told by colour alone.
enum ReviewStyle {
    static let css = """
        @page{size:A4;margin:16mm}
        body{font:10.5pt/1.45 "Noto Sans","DejaVu Sans",system-ui,sans-serif;color:#15181c;background:#fff;margin:0}
        main{max-width:60rem;margin:0 auto;padding:1.5rem}
        h1{font-size:1.7rem;margin:0 0 .3rem}h2{font-size:1.15rem;margin:1.6rem 0 .4rem;border-bottom:1px solid #c9ced6;break-after:avoid}
        h3{font-size:1rem;margin:0 0 .2rem;break-after:avoid}p{margin:.25rem 0}.lead{font-size:1.05rem}
        table{border-collapse:collapse;width:100%;font-size:.82rem;margin-top:.5rem}
        th,td{text-align:left;padding:.22rem .45rem;border-bottom:1px solid #dfe3e8;vertical-align:top}
        thead{display:table-header-group}tr{break-inside:avoid}.n{text-align:right}.n,.t{white-space:nowrap}
        code{font-family:"DejaVu Sans Mono",monospace;font-size:.92em}
        section{break-inside:avoid;margin-top:1.6rem;padding-top:.6rem;border-top:1px solid #c9ced6}
        figure{display:flex;gap:.6rem;margin:.5rem 0 0}
        figure svg{min-width:0;max-width:100%;height:auto}.plan{flex:360 1 0}.profile{flex:440 1 0}
        .caption{font-size:.8rem;color:#4a525c}.places,.faults{font-size:.85rem;color:#333b45}
        .flaw{font-size:.9rem;padding:.15rem .5rem;border-left:3px solid #15181c;background:#f2f3f5}
        svg{font:10px "Noto Sans","DejaVu Sans",sans-serif}svg path{fill:none}
        .frame{fill:#fcfcfd;stroke:#c9ced6}.axis,.tick,.scale{stroke:#4a525c;stroke-width:1}
        .track{stroke-width:1.3}.loss{stroke-width:3.4;stroke-linecap:round}.a{stroke:#174a7c}.b{stroke:#a2470f}
        path.b.track{stroke-dasharray:5 3}.mark{fill:#fff;stroke-width:2}svg path.head{stroke:none}
        svg path.a.head{fill:#174a7c}svg path.b.head{fill:#a2470f}svg path.north{fill:#4a525c}
        .minimum{fill:none;stroke:#15181c;stroke-width:1;stroke-dasharray:1 3}.between{stroke:#15181c;stroke-width:1}
        .shade{fill:#e3e5e9}.name{font-weight:700;text-anchor:middle}.small{fill:#333b45;font-size:9px}
        .end{text-anchor:end}.middle{text-anchor:middle}
        @media screen{body{background:#eef0f3}main{background:#fff}}
        @media print{main{padding:0;max-width:none}section:first-of-type{break-before:page}table{font-size:.74rem}th,td{padding:.2rem .28rem}}
        @media (max-width:40rem){figure{flex-direction:column}.plan,.profile{flex:none}}
        """
}
