/// How pages look: on a screen, wide or narrow, light or dark, and on paper. Text and its ground differ by 4.5 to 1 at
/// least (WCAG 2.2, 1.4.3).
enum PageStyle {
  static let sheet: StaticString = """
    :root { color-scheme: light dark; --ground: #ffffff; --text: #1d232b; --quiet: #56606c; --line: #c3cad2;
      --raised: #f3f5f7; --link: #0b5394; --focus: #b45309;
      --broken: #8a1c12; --broken-ground: #fdecea; --degraded: #7a3d00; --degraded-ground: #fff0de;
      --review: #5c4a00; --review-ground: #fff8d6; --repoint: #0b4f52; --repoint-ground: #e3f4f4;
      --safe: #14532d; --safe-ground: #e6f4ea; --other-ground: #eceff2; }
    @media (prefers-color-scheme: dark) { :root { --ground: #15191e; --text: #e6e9ed; --quiet: #a9b3be; --line: #46505b;
      --raised: #20262d; --link: #8ec5ff; --focus: #fbbf24;
      --broken: #ffb4ab; --broken-ground: #3f1713; --degraded: #ffc48a; --degraded-ground: #3a2409;
      --review: #f3dc7c; --review-ground: #332b06; --repoint: #8fdadd; --repoint-ground: #0d3032;
      --safe: #9bdcb0; --safe-ground: #10301b; --other-ground: #2b323a; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 76rem; padding: 0 1rem 3rem; background: var(--ground); color: var(--text);
      font: 1rem/1.5 system-ui, "Segoe UI", "DejaVu Sans", Arial, sans-serif; overflow-wrap: anywhere; }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 0.5rem; background: var(--ground); padding: 0.5rem; }
    h1 { font-size: 1.7rem; line-height: 1.2; margin: 1.5rem 0 0.75rem; }
    h2 { font-size: 1.3rem; margin: 2.25rem 0 0.5rem; border-bottom: 2px solid var(--line); padding-bottom: 0.25rem; }
    h3 { font-size: 1.1rem; margin: 1.5rem 0 0.25rem; }
    .verdict { font-size: 1.1rem; padding: 0.75rem 1rem; border-left: 0.4rem solid; border-radius: 0.25rem;
      margin: 0.5rem 0 1rem; }
    .verdict.broken { background: var(--broken-ground); color: var(--broken); }
    .verdict.degraded { background: var(--degraded-ground); color: var(--degraded); }
    .verdict.review { background: var(--review-ground); color: var(--review); }
    .verdict.repoint { background: var(--repoint-ground); color: var(--repoint); }
    .verdict.unknown { background: var(--other-ground); color: var(--text); }
    .verdict.safe { background: var(--safe-ground); color: var(--safe); }
    .quiet, caption, figcaption, footer { color: var(--quiet); }
    .quiet { font-weight: normal; font-size: 0.85rem; }
    nav ul, .figures { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
    .figures { gap: 0.75rem; }
    .figures li { border: 1px solid var(--line); border-radius: 0.4rem; padding: 0.5rem 0.9rem; background: var(--raised); }
    .figure { font-size: 1.7rem; font-weight: 700; font-variant-numeric: tabular-nums; display: block; line-height: 1.2; }
    .effect { display: inline-block; padding: 0 0.5em; border-radius: 0.25em; white-space: nowrap; }
    .effect.broken { background: var(--broken-ground); color: var(--broken); border: 2px solid; font-weight: 700; }
    .effect.degraded { background: var(--degraded-ground); color: var(--degraded); border: 3px double; }
    .effect.review { background: var(--review-ground); color: var(--review); border: 1px solid; border-radius: 1em; }
    .effect.repoint { background: var(--repoint-ground); color: var(--repoint); border: 1px dashed; border-radius: 1em; }
    .effect.other, .effect.refused { background: var(--other-ground); color: var(--text); border: 1px dotted; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: 0.75rem 0; font-size: 0.95rem; }
    .sums { width: auto; }
    caption { text-align: left; padding: 0.25rem 0; }
    th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); }
    thead th { background: var(--raised); position: sticky; top: 0; }
    tbody th { font-weight: normal; }
    .sums td, .sums thead th + th, .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--line); }
    thead th { overflow-wrap: normal; white-space: nowrap; }
    .hits td, .hits tbody th { overflow-wrap: break-word; }
    .hits tbody th { width: 30%; }
    .hits .quiet bdi { overflow-wrap: anywhere; }
    .why { width: 45%; }
    dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
    dd { margin: 0; }
    dl:not(.facts) dd { margin: 0.15rem 0 0.6rem; }
    figure { margin: 0; }
    .paper { background: #ffffff; border: 1px solid var(--line); overflow: auto; max-height: 48rem; }
    .paper svg { display: block; max-width: 100%; min-width: 44rem; height: auto; margin: 0 auto; }
    form { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; margin: 0.75rem 0; }
    form[hidden], tr[hidden] { display: none; }
    form label { display: flex; flex-direction: column; font-size: 0.85rem; }
    select, input, button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet);
      border-radius: 0.25rem; padding: 0.3rem 0.5rem; max-width: 22rem; min-height: 2.2rem; }
    output { align-self: center; }
    .left { font-style: italic; }
    footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: 0.85rem; }
    @media (max-width: 48rem) {
      .hits thead { position: absolute; left: -100rem; }
      .hits, .hits tbody, .hits tr, .hits td, .hits th { display: block; width: auto; }
      .hits tr { border: 1px solid var(--line); border-radius: 0.4rem; margin: 0.6rem 0; padding: 0.3rem; }
      .hits tr[hidden] { display: none; }
      .hits td, .hits tbody th, .hits .why { border: 0; width: auto; padding: 0.2rem 0.4rem; text-align: left; }
      dl.facts { display: block; }
    }
    @media print {
      @page { size: A4; margin: 16mm 14mm; }
      :root { color-scheme: light; --ground: #ffffff; --text: #000000; --quiet: #444444; --line: #999999; --raised: #f3f5f7;
        --link: #000000; --broken: #8a1c12; --broken-ground: #fdecea; --degraded: #7a3d00; --degraded-ground: #fff0de;
        --review: #5c4a00; --review-ground: #fff8d6; --repoint: #0b4f52; --repoint-ground: #e3f4f4;
        --safe: #14532d; --safe-ground: #e6f4ea; --other-ground: #eceff2; }
      body { max-width: none; padding: 0; font-size: 9.5pt; }
      nav, form, .skip, .index, #part-hits { display: none; }
      h1 { font-size: 16pt; }
      h2 { font-size: 13pt; }
      h2, h3, caption { break-after: avoid; }
      tr, .figures li { break-inside: avoid; }
      thead { display: table-header-group; }
      thead th { position: static; }
      tfoot { display: table-row-group; }
      .wide, .paper { overflow: visible; max-height: none; }
      .paper { border: 0; }
      .paper svg { min-width: 0; max-height: 225mm; width: 100%; }
      #part-decide, #part-picture, #part-councils, #part-reading, .list + .list { break-before: page; }
      a { text-decoration: none; }
      .effect { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }
    """
}
