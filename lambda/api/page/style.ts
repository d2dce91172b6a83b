/** The page's one stylesheet, sent inline: one request, and nothing for a content policy to allow from elsewhere. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1e23;--soft:#5a626e;--line:#d9dde3;--ground:#fbfaf7;--card:#fff;--link:#0b5394;
--good:#1d6b3a;--bad:#a61b1b;--warn:#8a5a00;--calm:#3d4a5c}
@media(prefers-color-scheme:dark){:root{--ink:#e8e8e3;--soft:#a5adb8;--line:#363c46;--ground:#15181d;--card:#1d2127;--link:#8ab9f1;
--good:#7fd09a;--bad:#ff9c94;--warn:#f0c060;--calm:#b6c2d3}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
a{color:var(--link)}a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem}
header.site,main,footer.site{max-width:62rem;margin:0 auto;padding:0 1rem}
header.site{padding-top:1.2rem;border-bottom:1px solid var(--line);padding-bottom:.6rem}
header.site .name{font-size:1.35rem;font-weight:700;text-decoration:none;color:inherit}
header.site p{margin:.2rem 0 .6rem;color:var(--soft);max-width:46rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:0;padding:0}
nav a[aria-current]{color:inherit;font-weight:600;text-decoration:none}
h1{font-size:1.5rem;line-height:1.25;margin:1.4rem 0 .6rem}h2{font-size:1.1rem;margin:1.8rem 0 .5rem}
.facets{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;padding:0;margin:.4rem 0}
.facets a{display:inline-block;border:1px solid var(--line);border-radius:1rem;padding:.1rem .7rem;text-decoration:none;background:var(--card)}
.facets a[aria-current]{border-color:var(--ink);font-weight:600;color:inherit}
form.asof,form.filter{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.6rem 0;color:var(--soft)}
input,select,button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:.3rem;padding:.2rem .5rem}
ol.list{list-style:none;padding:0;margin:1rem 0}
ol.list>li{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.9rem 1.1rem;margin:.7rem 0}
ol.list h2{margin:.1rem 0 .3rem;font-size:1.05rem}
.badge{display:inline-block;border:1px solid currentColor;border-radius:.3rem;padding:0 .45rem;font-size:.85rem;font-weight:600;color:var(--calm)}
.badge.fulfilled,.badge.fulfilled_late,.badge.partly_fulfilled{color:var(--good)}
.badge.overdue,.badge.broken{color:var(--bad)}.badge.due_soon,.badge.disputed,.badge.lapsed_unverified{color:var(--warn)}
.meta{color:var(--soft);font-size:.92rem}.meta span+span::before{content:" · "}
blockquote{margin:.5rem 0;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--line);color:var(--ink)}
blockquote cite{display:block;font-style:normal;color:var(--soft);font-size:.92rem}
mark{background:none;color:inherit;font-weight:700;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px}
.notice{border:1px solid var(--warn);border-radius:.4rem;padding:.5rem .8rem;margin:.8rem 0}
dl.facts{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.35rem 1rem;margin:1rem 0}dl.facts dt{color:var(--soft)}dl.facts dd{margin:0}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;background:var(--card)}
th,td{text-align:left;padding:.4rem .6rem;border:1px solid var(--line);vertical-align:top}
ol.time{list-style:none;margin:1rem 0;padding:0 0 0 1.1rem;border-left:2px solid var(--line)}
ol.time li{position:relative;margin:.8rem 0}ol.time li::before{content:"";position:absolute;left:-1.5rem;top:.5rem;width:.7rem;height:.7rem;border-radius:50%;background:var(--soft)}
ol.time li.deadline-moved::before,ol.time li.deadline-passed::before{background:var(--warn)}ol.time li.outcome-reported::before{background:var(--good)}
footer.site{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1rem;padding-bottom:2rem;color:var(--soft);font-size:.92rem}
@media(max-width:36rem){dl.facts{grid-template-columns:1fr}dl.facts dd{margin-bottom:.5rem}}
@media print{header.site nav,form,.facets,footer.site{display:none}body{background:#fff;color:#000}ol.list>li{break-inside:avoid}}
`;
