/** The page's one stylesheet, sent inline: one request, and nothing for a content policy to allow from elsewhere. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1c2024;--soft:#596068;--line:#dedbd2;--ground:#f7f5ef;--card:#fffefb;--link:#0e5a53;--accent:#176b62;
--good:#1c6b40;--good-bg:#e3f1e7;--bad:#a1261f;--bad-bg:#fae6e3;--warn:#7d5200;--warn-bg:#f9eed6;--calm:#3c4a5a;--calm-bg:#e9edf2;--mark:#f6e6a6}
@media(prefers-color-scheme:dark){:root{--ink:#e7e5df;--soft:#a3a9b0;--line:#343a40;--ground:#14171a;--card:#1b1f23;--link:#7cc9bf;--accent:#5fb3a8;
--good:#86d3a2;--good-bg:#193425;--bad:#ffa69d;--bad-bg:#401f1d;--warn:#f0c76c;--warn-bg:#3a2d12;--calm:#b9c5d3;--calm-bg:#262d36;--mark:#5b4d13}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h1,h2,.name{font-family:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:2}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
header.site>div,header.site nav,main,footer.site p{max-width:68rem;margin:0 auto;padding:0 1.2rem}
header.site{background:var(--card);border-bottom:1px solid var(--line)}
header.site>div{display:flex;align-items:center;gap:.4rem 1.2rem;padding-top:1rem}
header.site .name{display:flex;align-items:center;gap:.45rem;font-size:1.6rem;font-weight:700;text-decoration:none;color:inherit}
.name svg{stroke:var(--accent);stroke-width:1.5;fill:none;stroke-linecap:round}
header.site p{margin:0;color:var(--soft);font-size:.93rem;line-height:1.35;flex:1;max-width:40rem}
.lang{margin-left:auto;font-size:.9rem;white-space:nowrap}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.4rem;margin:0;padding:.5rem 0 0}
header.site nav a{display:block;padding:.35rem 0 .5rem;text-decoration:none;border-bottom:3px solid transparent;color:var(--soft)}
header.site nav a:hover{color:var(--link)}
header.site nav a[aria-current]{color:var(--ink);font-weight:600;border-color:var(--accent)}
main{padding-top:1.2rem}
h1{font-size:1.7rem;line-height:1.25;margin:.3rem 0 .7rem;text-wrap:balance}h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .6rem}
.columns{display:grid;grid-template-columns:13.5rem minmax(0,1fr);gap:1.6rem;align-items:start;margin-top:1.1rem}
aside{position:sticky;top:1rem}aside h2{margin:.2rem 0 .4rem;font:600 .85rem/1.4 system-ui,sans-serif;color:var(--soft)}
.facets{display:block;list-style:none;padding:0;margin:0}
.facets a{display:flex;justify-content:space-between;gap:.6rem;padding:.22rem .6rem;border-radius:.35rem;text-decoration:none;color:inherit;border-left:3px solid transparent;font-size:.95rem}
.facets a:hover{background:var(--calm-bg)}
.facets a[aria-current=true]{background:var(--card);font-weight:600;border-color:var(--accent);box-shadow:0 0 0 1px var(--line)}
.n{color:var(--soft);font-variant-numeric:tabular-nums;font-weight:400}
form.search{display:grid;grid-template-columns:minmax(12rem,2.4fr) repeat(2,minmax(7rem,1fr)) minmax(9rem,auto) auto;gap:.7rem;align-items:end;background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem}
form.search input,form.search select,form.search button{height:2.4rem}form p{margin:0;min-width:0}form label{display:block;font-size:.82rem;color:var(--soft);margin-bottom:.15rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
input,select,textarea,button{font:inherit;color:inherit;background:var(--ground);border:1px solid #8b8f92;border-radius:.35rem;padding:.32rem .55rem;width:100%;min-width:0}
button,.button{background:var(--accent);color:#fff;border:1px solid var(--accent);border-radius:.35rem;padding:.36rem 1rem;cursor:pointer;width:auto;font-weight:600;text-decoration:none;display:inline-block}
.chips{display:flex;flex-wrap:wrap;gap:.4rem;margin:0 0 .8rem}.chips a{border:1px solid var(--line);background:var(--card);border-radius:1rem;padding:.08rem .7rem;text-decoration:none;font-size:.92rem}.chips .clear{border:0;background:none}
ol.list{list-style:none;padding:0;margin:0}
ol.list>li{display:grid;grid-template-columns:9.2rem minmax(0,1fr);gap:1.1rem;background:var(--card);border:1px solid var(--line);border-left:4px solid var(--calm);border-radius:.5rem;padding:.9rem 1.1rem;margin:0 0 .75rem}
ol.list>li.overdue,ol.list>li.broken{border-left-color:var(--bad)}
ol.list>li.fulfilled,ol.list>li.fulfilled_late,ol.list>li.partly_fulfilled{border-left-color:var(--good)}
ol.list>li.due_soon,ol.list>li.disputed,ol.list>li.lapsed_unverified{border-left-color:var(--warn)}
ol.list h2{margin:0 0 .3rem;font-size:1.1rem;overflow-wrap:anywhere}ol.list h2 a{color:inherit;text-decoration:none}ol.list h2 a:hover{text-decoration:underline}
.when{display:flex;flex-direction:column;gap:.35rem;align-items:flex-start;font-size:.93rem}.due{font-variant-numeric:tabular-nums;font-weight:600}.due .meta{font-weight:400;display:block;line-height:1.2}.slips{color:var(--warn);font-size:.88rem}
.badge{display:inline-block;border-radius:.3rem;padding:.08rem .5rem;font-size:.85rem;font-weight:600;line-height:1.4;color:var(--calm);background:var(--calm-bg)}
.badge.fulfilled,.badge.fulfilled_late,.badge.partly_fulfilled{color:var(--good);background:var(--good-bg)}
.badge.overdue,.badge.broken{color:var(--bad);background:var(--bad-bg)}.badge.due_soon,.badge.disputed,.badge.lapsed_unverified{color:var(--warn);background:var(--warn-bg)}
.meta{color:var(--soft);font-size:.9rem}p.meta{margin:.4rem 0 0}.meta span+span::before{content:" · "}.kicker{margin:.4rem 0 0}
blockquote{margin:.4rem 0;padding:.05rem 0 .05rem .9rem;border-left:2px solid var(--line);overflow-wrap:anywhere}
blockquote cite{display:block;font-style:normal;color:var(--soft);font-size:.9rem;margin-top:.1rem}
article>blockquote{font:1.15rem/1.5 Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;border-left:3px solid var(--accent);padding:.2rem 0 .2rem 1.1rem;margin:.8rem 0}
article>blockquote cite{font:.9rem/1.5 system-ui,sans-serif;margin-top:.4rem}
mark{background:var(--mark);color:inherit;padding:0 .1em;border-radius:.15em}
.notice,.empty{border:1px solid var(--line);border-left:4px solid var(--warn);border-radius:.4rem;background:var(--card);padding:.6rem .9rem;margin:.8rem 0}.empty{border-left-color:var(--line);color:var(--soft)}
article{max-width:54rem}
.split{display:grid;grid-template-columns:1fr 1fr;gap:0 2.2rem}.split h2{margin-top:1rem}.split ul{padding-left:1.1rem;margin:.4rem 0}.split li{margin:.25rem 0}.says{font-size:1.05rem;margin:.2rem 0}
dl.facts{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.3rem 1rem;margin:.2rem 0}dl.facts dt{color:var(--soft)}dl.facts dt::first-letter,th::first-letter,figcaption .key::first-letter{text-transform:uppercase}dl.facts dd{margin:0;overflow-wrap:anywhere}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;background:var(--card);font-size:.95rem}
th,td{text-align:left;padding:.45rem .7rem;border-bottom:1px solid var(--line);vertical-align:top}th{color:var(--soft);font-weight:600;font-size:.88rem}tr.superseded td:first-child{text-decoration:line-through;color:var(--soft)}
code{font-size:.9em;overflow-wrap:anywhere}pre{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.7rem 1rem;overflow-x:auto}
.more{grid-column:1/-1;min-width:0;border:0;padding:0;margin:0;background:none}.more summary{font-weight:400;color:var(--link);font-size:.93rem}.more div{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(9.5rem,100%),1fr));gap:.7rem;margin-top:.5rem}
aside nav+nav{margin-top:1.2rem}dl.method{display:grid;grid-template-columns:11rem minmax(0,42rem);gap:.5rem 1.4rem}dl.method dt{font-weight:600}dl.method dd{margin:0}
main>p,.prose{max-width:46rem}form.stack{display:grid;gap:.8rem;max-width:28rem}
figure.story{margin:1.2rem 0;background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.6rem .8rem}
.story svg{display:block;max-width:100%;min-width:34rem;height:auto;margin:0 auto}
.story .axis,.story line.tick{stroke:var(--soft)}.story .axis{stroke-width:1.5}.story text{fill:var(--soft);font-size:12px}
.story .today{stroke:var(--accent);stroke-dasharray:3 3}.story .move{fill:none;stroke:var(--warn);stroke-width:1.6;stroke-dasharray:4 3}
.story .stated{fill:var(--accent)}.story .mentioned{fill:var(--card);stroke:var(--accent);stroke-width:2}
.story .due{fill:var(--warn)}.story .was-due{fill:var(--card);stroke:var(--warn);stroke-width:2}
.story .outcome circle{fill:var(--good)}.story .setback circle{fill:var(--bad)}.story .outcome path,.story .setback path{fill:none;stroke:var(--card);stroke-width:2.2}
.spans svg,.bars svg{width:100%}.spans .grid{stroke:var(--line)}.spans .span{stroke:var(--soft);stroke-width:2}.spans .over{stroke:var(--bad);stroke-width:2;stroke-dasharray:4 3}.spans text.act{fill:var(--link)}.spans a:hover text.act{text-decoration:underline}.bars rect{fill:var(--accent)}.bars text.count{fill:var(--ink);font-weight:600}
figcaption{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.88rem;color:var(--soft);margin-top:.3rem}
.key{font-weight:400}.key::before{content:"";display:inline-block;width:.65rem;height:.65rem;border-radius:50%;margin-right:.4rem;background:var(--accent);border:2px solid var(--accent)}
.key.mentioned::before{background:var(--card)}.key.due::before,.key.was-due::before{border-radius:0;transform:rotate(45deg) scale(.85);border-color:var(--warn);background:var(--warn)}.key.was-due::before{background:var(--card)}.key.setback::before{background:var(--bad);border-color:var(--bad)}.key.over::before{border:0;border-top:2px dashed var(--bad);border-radius:0;background:none;height:0;width:1rem;vertical-align:middle}.key.outcome::before{background:var(--good);border-color:var(--good)}
ol.time{list-style:none;margin:.8rem 0;padding:0 0 0 1.2rem;border-left:2px solid var(--line)}
ol.time li{position:relative;margin:0 0 1rem}ol.time li::before{content:"";position:absolute;left:-1.62rem;top:.45rem;width:.7rem;height:.7rem;border-radius:50%;background:var(--card);border:2px solid var(--accent)}
ol.time li.stated::before{background:var(--accent)}ol.time li.deadline-moved::before,ol.time li.deadline-passed::before{background:var(--warn);border-color:var(--warn)}ol.time li.setback::before{background:var(--bad);border-color:var(--bad)}ol.time li.outcome::before{background:var(--good);border-color:var(--good)}
time{color:var(--soft);font-variant-numeric:tabular-nums}
.cite,details{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.7rem 1rem;margin:1.2rem 0}.cite h2{margin:0 0 .3rem}.cite p{margin:.2rem 0;overflow-wrap:anywhere}
details{margin:.6rem 0}summary{cursor:pointer;font-weight:600}.operation summary{font-weight:400}
.reply form{display:grid;gap:.7rem;max-width:34rem}.trap{position:absolute;left:-999px}
.replies{padding-left:1.2rem}
.kinds{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));gap:0 2.5rem}.kinds h2{margin-top:1rem}ul.names{list-style:none;padding:0;margin:0}.names li{display:flex;justify-content:space-between;border-bottom:1px solid var(--line);padding:.3rem 0}
ul.record{list-style:none;display:flex;flex-wrap:wrap;gap:3px;padding:0;margin:.4rem 0}.record li{min-width:6.5rem;padding:.5rem .8rem;border-radius:.3rem;background:var(--calm-bg);color:var(--calm)}.record strong{font-size:1.3rem;display:block;line-height:1.1}
.record .kept,.record .late{background:var(--good-bg);color:var(--good)}.record .overdue,.record .broken{background:var(--bad-bg);color:var(--bad)}.record .lapsed{background:var(--warn-bg);color:var(--warn)}
.pager{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;margin:1rem 0}
ul.dues{list-style:none;padding:0;margin:0}.dues li{display:grid;grid-template-columns:7rem minmax(0,1fr) auto;gap:.3rem 1rem;align-items:baseline;border-bottom:1px solid var(--line);padding:.45rem 0}.dues a{overflow-wrap:anywhere}
.next{margin:1.2rem 0}
footer.site{border-top:1px solid var(--line);margin-top:3rem;padding:1rem 0 2rem;color:var(--soft);font-size:.9rem}
@media(max-width:60rem){form.search{grid-template-columns:repeat(4,minmax(0,1fr))}.q{grid-column:1/-1}}
@media(max-width:46rem){.columns{grid-template-columns:minmax(0,1fr);gap:.8rem}aside{position:static}aside nav .facets{display:flex;flex-wrap:nowrap;overflow-x:auto;gap:.3rem;padding-bottom:.3rem}.facets li{flex:none}.facets a{border:1px solid var(--line);border-radius:1rem;background:var(--card);padding:.15rem .8rem}
dl.method{grid-template-columns:1fr;gap:.1rem}dl.method dd{margin-bottom:.7rem}aside h2{margin:0}aside nav+nav{margin-top:.6rem}form.search{grid-template-columns:repeat(2,minmax(0,1fr))}.split{grid-template-columns:minmax(0,1fr)}ol.list>li{grid-template-columns:minmax(0,1fr);gap:.5rem}.when{flex-direction:row;flex-wrap:wrap;align-items:center;gap:.3rem .8rem}.due .meta{display:inline}
header.site>div{flex-wrap:wrap}header.site p{order:3;flex-basis:100%}header.site nav ul{flex-wrap:nowrap;overflow-x:auto;gap:0 1.2rem}header.site nav a{white-space:nowrap}h1{font-size:1.4rem}.dues li{grid-template-columns:minmax(0,1fr) auto}.dues time{grid-column:1/-1}}
@media(prefers-color-scheme:dark){button,.button{color:#0f1714}input,select,textarea{border-color:#6b7278}}
@media print{header.site nav,form,.facets,aside,footer.site,.lang,.skip,details,.next,.chips{display:none}body{background:#fff;color:#000}.columns{display:block}ol.list>li{break-inside:avoid}a{color:inherit}blockquote cite a::after{content:" <" attr(href) ">"}}
`.replace(/\n/g, '');
