import common from './common-words.data.json' with { type: 'json' };
import places from './places.data.json' with { type: 'json' };

/** Word classes that cut a run of capitals into role, organisation and name. A word may be in several. */
export const ROLE = 1;
/** Heads of organisations: `kementerian`, `dinas`, `pt`. */
export const ORG = 2;
/** Ordinary words that offices and organisations capitalise; nobody is called so. */
export const COMMON = 4;
/** Provinces, towns and countries. */
export const PLACE = 8;
/** Never inside a name: function words that only a sentence's start or a heading capitalises. */
export const STOP = 16;
/** Forms of address before a name, not part of it. */
export const HONORIFIC = 32;
/** Organisations that take a name of their own (`PT Maju Jaya`), which then is no person's. */
export const NAMED_ORG = 64;
/** The organisation is an authority. */
export const AUTHORITY = 128;
/** Speech verbs whose subject stands before them. */
export const SPEECH = 256;
/** Cues whose speaker stands behind them: `kata`, `ujar`. */
export const CUE = 512;
/** Speech cues with the clitic: `katanya`. */
export const CUE_NYA = 1024;
/** Ends a company's name. */
export const TAIL = 2048;
/** A name of the gazetteer begins so. */
export const NAME_START = 4096;
/** A class, description or pronoun begins so. */
export const NOUN_START = 8192;

const CLASSES: readonly (readonly [number, string])[] = [
  [
    ROLE,
    `menteri wakil direktur kepala ketua sekretaris anggota presiden gubernur bupati wali walikota camat lurah kades
    dirjen sekjen irjen deputi komisioner komisaris manajer kapolri kapolda kapolres kapolsek kasat kabid kadis kabag
    kasi kajari kajati jubir ceo cfo coo cto vp evp svp president chairman chief vice manager director head officer
    founder co-founder pendiri pemilik pemimpin pimpinan rektor dekan dosen profesor guru pengamat peneliti analis
    ekonom pakar ahli epidemiolog dokter psikolog sosiolog kriminolog ilmuwan aktivis advokat pengacara kuasa jaksa
    hakim penyidik saksi terdakwa tersangka korban artis aktor aktris penyanyi musisi komedian presenter selebgram
    pengusaha pedagang petani nelayan warga mahasiswa siswa relawan koordinator pelaksana plt plh pj penjabat staf
    asisten inspektur kolonel mayor kapten letnan jenderal laksamana marsekal brigjen mayjen letjen kombes akbp kompol
    akp iptu ipda bripka aipda aiptu briptu bripda ajun panglima pangdam danrem dandim kepolisian-resor pelatih manajer
    gelandang striker bek kiper penyerang kapten pemain wasit menko menkomdigi wamenkomdigi menkominfo wamenkominfo
    mendag wamendag menperin wamenperin menkeu wamenkeu mendagri wamendagri menhub wamenhub menkes wamenkes mensos
    wamensos menaker wamenaker menag wamenag mentan wamentan menlu wamenlu menhan wamenhan menpora mendikbud mendikti
    mendikdasmen mensesneg menkumham menkum menham wamenkum menpar menparekraf menekraf menkop menpan-rb menpanrb
    menteri-menteri mentrans menhut menlh menpkp menpu menbud menpppa menteri-bumn wamen wapres wagub wabup wawalkot
    walkot sekda sekdaprov sekdakot sekretaris-jenderal juru bendahara moderator editor redaktur wartawan jurnalis
    praktisi konsultan spesialis secretary spokesperson partner principal senior general country managing executive operating
    financial technology marketing pangeran paus kardinal uskup ustaz ustadz kiai kyai habib
    senator legislator politisi politikus caleg capres cawapres calon mantan eks bos dirut wadirut dirkeu komut
    kalaksa kapokja kadinkes kadisdik kadishub kadinsos kapuskesmas danlanud kasatpol negosiator perwakilan utusan delegasi penasihat ketum waketum
    waketua sekum bendum kapuspenkum kabareskrim kadiv kadivhumas dirtipidsiber dirreskrimsus kapuskes`,
  ],
  [
    ORG,
    `kementerian dinas badan komisi lembaga otoritas universitas institut sekolah politeknik yayasan asosiasi
    perhimpunan ikatan persatuan perkumpulan serikat forum partai dewan majelis mahkamah pengadilan kejaksaan
    kepolisian polda polres polsek polresta polrestabes pemprov pemkot pemkab pemda pemerintah komite satgas satuan
    gugus direktorat ditjen biro pusat stasiun bursa koperasi balai kantor unit pt cv ud bank grup group holdings
    holding corp corporation inc ltd llc company perusahaan perum perumda perusda pdam bumd bumn fakultas departemen
    divisi sekretariat kelompok aliansi koalisi gerakan lsm ormas federasi konfederasi fraksi panitia panja pansus
    kedutaan konsulat istana puskesmas rsud rs rumah-sakit klinik diskominfo dinkes disdik dishub disnaker bapenda
    bappeda bapanas bps bnpb bpbd basarnas bmkg kpk kpu kpud bawaslu mui nu muhammadiyah kadin apindo hipmi aprindo
    idea afpi aftech apjii atsi mastel ylki lbh icw polri tni mk ma ky dpr dpd mpr dprd kejagung kejari kejati
    kodam korem kodim bareskrim uin ugm ui itb ipb unpad undip foundation institute university council association
    agency commission authority ministry bank-bank klub fc united bpkn lpsk lps pdn kpai ombudsman komnas fk konsorsium himpunan inspektorat gabungan paguyuban`,
  ],
  [NAMED_ORG, 'pt cv ud bank universitas institut yayasan koperasi perum rs rsud partai stasiun sekolah bursa klub'],
  [
    AUTHORITY,
    `kementerian dinas badan komisi otoritas majelis mahkamah pengadilan kejaksaan kepolisian polda polres polsek
    polresta polrestabes pemprov pemkot pemkab pemda pemerintah satgas direktorat ditjen balai diskominfo dinkes
    disdik dishub disnaker bapenda bappeda bapanas bps bnpb bpbd basarnas bmkg kpk kpu kpud bawaslu polri tni mk ma
    dpr dpd mpr dprd kejagung kejari kejati kodam bareskrim dewan lps ombudsman komnas gugus kedutaan inspektorat commission
    authority ministry`,
  ],
  [TAIL, 'tbk persero ltd inc llc corp plc bhd gmbh'],
  [
    COMMON,
    `covid-19 covid pandemi tim tbk persero utama treasury international banking digital business corporate retail sales
    product public policy relations government affairs communications communication operations technology strategy
    growth human capital risk compliance legal finance commercial consumer service services development research
    network enterprise wholesale brand external internal regulatory advisor supply chain planning investor wealth
    aftersales after general corsec secretary humas ads media content security trust safety southeast pacific apac
    betawi sunda batak minang minangkabau bugis dayak melayu tionghoa islam kristen katolik hindu buddha muslim
    idul fitri adha natal nyepi global regional area national creative culture customer experience engineering data innovation insurance`,
  ],
  [
    HONORIFIC,
    'pak bu bapak ibu mas mbak kak bang gus prof dr drg ir drs dra h hj kh tuan nyonya sir mr mrs ms saudara pol purn cak ning abah mbah om tante teh bli daeng pakde bude koh buya romo bung mba',
  ],
  [
    STOP,
    `di ke dari yang dan atau pada untuk dengan oleh dalam menurut namun tetapi tapi karena sebab jika kalau bila
    apabila saat ketika setelah sebelum sejak hingga sampai selain sementara adapun bahkan serta juga ini itu tersebut
    hal ada tidak tak bukan belum sudah telah akan bisa dapat harus wajib perlu agar supaya sehingga maka jadi lalu
    kemudian selanjutnya sebelumnya ia dia mereka kami kita saya aku anda beliau siapa apa kapan mengapa bagaimana
    apakah berikut seperti sebagai bagi antara meski meskipun walau walaupun padahal sedangkan artinya apalagi
    terkait soal mengenai tentang berdasarkan melalui lewat usai seusai selama sekitar seluruh semua setiap para
    beberapa sejumlah banyak hanya hampir saja pun lagi masih kini sekarang nanti nantinya tadi kemarin besok karenanya
    baca simak advertisement scroll cek lihat foto video pasalnya alhasil akibatnya hasilnya
    rencananya menurutnya katanya ujarnya begitu demikian misalnya contohnya termasuk terutama khusus khususnya yakni
    yaitu ialah adalah merupakan senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli
    agustus september oktober november desember wib wita wit ramadan lebaran natal pertama kedua ketiga keempat jumlah
    total data tahun bulan hari pekan pukul tanggal nomor pasal ayat rp semoga alhamdulillah insyaallah nah oh ya oke
    jangan ayo silakan terima maaf bukankah malah justru sebaliknya sebanyak secara seorang salah satu dua tiga
    empat lima enam tujuh delapan sembilan sepuluh ratusan ribuan jutaan puluhan atas bawah luar per
    demi guna tanpa terhadap kepada menuju menjelang jelang undang-undang uu
    mhz ghz khz gb mb tb kb mbps gbps km peraturan perpres permen pp perda perppu pojk keputusan instruksi surat program kartu indeks ihsg bbm`,
  ],
  [
    // Abbreviations of programmes, documents, levies, measures and things: printed like a body's name, and nobody.
    COMMON,
    `mbg apbn apbd rapbn bsu blt blts bpnt pkh dtks dtsen jkn kur umkm ukm ikm bumd ppn pph ppnbm pnbp pbb pbbkb bbnkb pkb
    ihsg rups rupst rupslb ipo etf sbn sukuk esg btc eth xrp usdt nft bbm lpg lng spbu spklu bev hev phev mpv suv lcgc
    ktp kk nik npwp sim stnk bpkb shm sertifikat ijazah skck akta umr ump umk thr pjj spmb ppdb snbp utbk psn ikn iup
    iuppkh rkab amdal tkdn sni csr gcg kpi sop ump pkh dme ebt plts pltu pltn pltp plta ruptl rdmp cpo pju pjg psu apar
    kdm tps tpa ppk pkpu ruu ruuk uuk kuhp kuhap bap lhkpn spt djp-online qris bi-fast atm pin otp sms 4g 5g ai iot led
    dna covid hiv tbc dbd odol etle mlff sppg ppp kpbu kek kip kipk lpdp gbk dim uu-ite rdp rdpu ebitda pdb gdp eps per
    kpr flpp bphtb sppt hgu hgb shgb asn pns pppk p3k cpns tki pmi wni wna odp pdp tkp phk umroh msib pkwt hki ki wfh wfa
    wfo kkn pkl smk smp sma smu sd paud tk slb mts mi madrasah`,
  ],
  [
    SPEECH,
    `mengatakan menyebut menyebutkan menjelaskan menegaskan menyatakan menyampaikan mengungkapkan mengungkap memastikan
    menambahkan menuturkan memaparkan menerangkan menekankan mengaku mengakui mengklaim berujar membeberkan berkata
    melaporkan mengumumkan menilai berharap menulis menuliskan mencatat memperkirakan mengingatkan meyakini
    menyoroti mengimbau meminta mendesak membantah menduga menyayangkan berpendapat mengusulkan berpesan
    menyarankan mendorong memprediksi memproyeksikan menceritakan bercerita mengutip merinci menguraikan
    mengemukakan melanjutkan mengisahkan mengkritik mempertanyakan menjawab berjanji menjanjikan berkomentar
    membenarkan menanggapi merespons mengonfirmasi menandaskan mencontohkan mengeluhkan bilang optimistis menyadari
    menargetkan meyakinkan menjamin mengisyaratkan memuji menyambut mengapresiasi menganggap memandang melihat bertanya mengajak memerintahkan`,
  ],
  [
    CUE,
    `kata ujar ungkap jelas tutur ucap tegas terang imbuh tambah lanjut papar beber sebut tulis pungkas tandas sambung
    tutup tukas bunyi timpal cetus tanya jawab bilang urai ulas harap pinta pesan kenang keluh klaim catat saran imbau
    ajak aku cerita sahut teriak puji komentar balas celetuk cecar tuding sindir demikian begitu kritik paparan ujat`,
  ],
];

const classes = new Map<string, number>();
/** Adds class bits to a word; only while modules load. */
export const mark = (word: string, flag: number): void => void classes.set(word, (classes.get(word) ?? 0) | flag);
for (const word of common) mark(word, COMMON);
for (const place of places) mark(place, PLACE);
for (const [flag, words] of CLASSES) for (const word of words.trim().split(/\s+/)) mark(word, flag);
for (const word of CLASSES.find(([flag]) => flag === CUE)![1]
  .trim()
  .split(/\s+/))
  mark(`${word}nya`, CUE_NYA);

/** Numbers of laws and days of the calendar end a name even within an office's (`Peraturan Menteri … Nomor 5`). */
for (const word of [
  ...['nomor', 'tahun', 'pasal', 'ayat', 'tentang', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu', 'minggu'],
  ...['januari', 'februari', 'maret', 'april', 'mei', 'juni', 'juli', 'agustus', 'september', 'oktober', 'november'],
  'desember',
])
  classes.set(word, (classes.get(word) ?? STOP) & ~COMMON);

/** Everything capitalised in offices and institutions that is not a name: by its affixes, a noun of action or place. */
const AFFIXED = /^(?:pe[a-z]{3,}an|ke[a-z]{3,}an|per[a-z]{3,}an|[a-z]{4,}(?:isasi|asi|ologi|istik|itas|tika))$/;
/** Heads of police and civil-service units by their clipped names: `Kasubbid`, `Kanit`, `Kapus`. */
const HEADSHIP = /^(?:ka|wa|waka)(?:sub|bid|nit|sat|pus|dis|bag|div|kan|polda|polres|polsek)[a-z]{0,10}$/;
/** `Ingatkan`, `Sepengetahuan`, `Mainannya`: headings and sentence openers, no names. */
const OPENER = /^(?:[a-z]{4,}kan|[a-z]{3,}nya|se[a-z]{5,}an)$/;
const VERB = /^(?:me[mn][a-z]{4,}|men[gy][a-z]{3,}|me[lr][a-z]{4,}|di[a-z]{3,}(?:kan|i)|ber[a-z]{4,}(?:an|kan))$/;

/** The class bits of a lower-case word; 0 where it may be anybody's name. Remembered for as many words as fit. */
export function classOf(lower: string): number {
  const known = classes.get(lower);
  if (known !== undefined) return known;
  const flags =
    lower.length < 40
      ? (AFFIXED.test(lower) ? COMMON : 0) |
        (VERB.test(lower) || OPENER.test(lower) ? STOP : 0) |
        (HEADSHIP.test(lower) ? ROLE : 0)
      : 0;
  if (classes.size < CACHE_LIMIT) classes.set(lower, flags);
  return flags;
}
const CACHE_LIMIT = 60_000;
