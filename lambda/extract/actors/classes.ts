import { POINTERS_BACK } from '../text/demonstratives.ts';
import { tokenize } from '../text/tokens.ts';
import type { ActorKind } from '../types.ts';
import { mark, NOUN_START } from './lexicon.ts';
import { addPath, newTrie, type TrieNode } from './trie.ts';

/** Third persons that stand for a person named before. */
export const PERSON_PRONOUNS: ReadonlySet<string> = new Set(['ia', 'dia', 'beliau', 'dirinya']);
/** The organisation of whoever speaks. */
export const SIDE_PRONOUNS: ReadonlySet<string> = new Set(['pihaknya', 'jajarannya', 'instansinya', 'perusahaannya']);
/** What makes a definite description of a common noun. */
export const DETERMINERS: ReadonlySet<string> = new Set([...POINTERS_BACK, 'dimaksud']);
/** Plurals and quantifiers before a class. */
export const QUANTIFIERS: ReadonlySet<string> = new Set([
  ...['para', 'semua', 'seluruh', 'setiap', 'sejumlah', 'beberapa', 'berbagai', 'tiap', 'segenap', 'kalangan'],
  ...['kedua', 'ketiga', 'keempat', 'kelima'],
]);

/** Common nouns that, made definite, name an organisation again; and of which kinds. */
export const DESCRIPTIONS: ReadonlyMap<string, readonly ActorKind[]> = new Map([
  ...['kementerian', 'lembaga', 'otoritas', 'regulator', 'badan', 'komisi', 'dinas', 'instansi', 'direktorat'].map(
    (noun): [string, ActorKind[]] => [noun, ['regulator']],
  ),
  ...(
    'perusahaan perseroan emiten korporasi startup maskapai pabrikan produsen raksasa operator penyelenggara penyedia ' +
    'pengembang penerbit bursa entitas unikorn unicorn grup bank fintech aplikator firma'
  )
    .split(' ')
    .map((noun): [string, ActorKind[]] => [noun, ['company', 'platform']]),
  ...'platform aplikasi layanan situs marketplace lokapasar e-commerce jejaring dompet media gim mesin'
    .split(' ')
    .map((noun): [string, ActorKind[]] => [noun, ['platform', 'company']]),
  ...['asosiasi', 'organisasi', 'yayasan', 'partai', 'universitas', 'kampus'].map((noun): [string, ActorKind[]] => [
    noun,
    ['group', 'company'],
  ]),
]);
/** Of those, the ones that name it without a determiner too. */
export const BARE_DESCRIPTIONS: ReadonlySet<string> = new Set(['perseroan', 'emiten']);

/** With a capital and before a predicate: the body named before whose name begins so (`Komite menargetkan …`). */
export const SHORT_HEADS: ReadonlySet<string> = new Set(
  'komite dewan bursa komisi badan otoritas lembaga satgas asosiasi mahkamah majelis panitia'.split(' '),
);

interface ClassNoun {
  kind: ActorKind;
}

/** Classes of those who can be bound: each may be an obligor although no name is given. */
export const classNouns: TrieNode<ClassNoun> = newTrie();
const enter = (kind: ActorKind, rows: string): void => {
  for (const phrase of rows.split(',')) {
    const path = tokenize(phrase).map((token) => token.lower);
    mark(path[0]!, NOUN_START);
    addPath(classNouns, path, { kind });
  }
};
enter(
  'regulator',
  'pemerintah,pemerintah pusat,pemerintah daerah,pemerintah provinsi,pemerintah kota,pemerintah kabupaten,pemda,' +
    'kepolisian,polisi,kejaksaan,penyidik,jaksa,otoritas,regulator,bank sentral,parlemen,majelis hakim,hakim,' +
    'majelis komisi,kementerian terkait,kementerian dan lembaga,aparat penegak hukum,aparat,pengadilan,kepala daerah,' +
    'pemprov,pemkot,pemko,pemkab,kementerian/lembaga,gubernur,bupati,wali kota,kementerian,satgas,panitia',
);
enter(
  'group',
  'pse,pse privat,pse lingkup privat,pse asing,pse publik,penyelenggara sistem elektronik,pinjol,pinjol ilegal,pindar,' +
    'pinjaman online,pinjaman daring,fintech,fintech lending,perbankan,bank,bank umum,bank himbara,himbara,bank bumn,' +
    'platform,platform digital,platform media sosial,platform global,platform asing,media sosial,perusahaan,' +
    'perusahaan teknologi,perusahaan digital,perusahaan asuransi,perusahaan pembiayaan,perusahaan tercatat,e-commerce,' +
    'marketplace,lokapasar,lokapasar daring,operator seluler,operator telekomunikasi,operator,penyedia layanan,' +
    'penyedia layanan internet,penyedia jasa internet,isp,pelaku usaha,pelaku industri,pengusaha,pengembang,developer,' +
    'aplikator,perusahaan aplikasi,perusahaan aplikator,eksportir,importir,produsen,distributor,vendor,provider,' +
    'asosiasi,maskapai,emiten,bursa kripto,pedagang aset kripto,penyelenggara,lembaga jasa keuangan,industri,industri jasa keuangan,' +
    'penerbit gim,penerbit,lembaga penyiaran,stasiun televisi,perusahaan pers,investor,manajemen,direksi,' +
    'pengelola,kontraktor,sekolah,perguruan tinggi,rumah sakit,masyarakat,warga,konsumen,pengguna,orang tua,petani,' +
    'nelayan,pekerja,buruh,pengemudi,mahasiswa,pedagang,asn,pegawai,peserta,calon pejabat,debitur,nasabah,wajib pajak',
);

/** Words after a class noun that belong to its name. */
export const CLASS_TAILS: ReadonlySet<string> = new Set([
  ...[
    'digital',
    'asing',
    'lokal',
    'kripto',
    'swasta',
    'nasional',
    'global',
    'daring',
    'online',
    'elektronik',
    'ilegal',
  ],
  ...['privat', 'publik', 'besar', 'kecil', 'pusat', 'daerah', 'setempat', 'terkait', 'umum', 'syariah', 'teknologi'],
]);

/** What stands before or behind a name that is also an ordinary word and shows that the platform is meant. */
export const PLATFORM_CUES: ReadonlySet<string> = new Set([
  ...[
    'platform',
    'aplikasi',
    'medsos',
    'sosial',
    'akun',
    'situs',
    'perusahaan',
    'raksasa',
    'layanan',
    'induk',
    'milik',
  ],
  ...['pengguna', 'via', 'melalui', 'grup', 'channel', 'startup', 'e-commerce', 'marketplace', 'pesan', 'ojol', 'ojek'],
  ...[
    'mitra',
    'aplikator',
    'driver',
    'pengemudi',
    'produsen',
    'penyedia',
    'gim',
    'game',
    'lokapasar',
    'teknologi',
    'merek',
    'media',
  ],
]);
/** Nouns that say of a name before them that it is a company or what a company runs: `Maxim, aplikator asal Rusia`. */
export const WHAT_IT_IS: ReadonlySet<string> = new Set(
  (
    'perusahaan aplikator platform aplikasi layanan startup raksasa operator penyedia pengembang penerbit produsen ' +
    'lokapasar marketplace situs induk unikorn maskapai emiten bursa jejaring penyelenggara pengelola dompet anak'
  ).split(' '),
);
/** Verbs and auxiliaries whose subject a name is. */
export const PREDICATES: ReadonlySet<string> = new Set([
  ...['akan', 'wajib', 'harus', 'diminta', 'belum', 'telah', 'sudah', 'mengumumkan', 'meluncurkan', 'mengaku', 'bakal'],
  ...['menyatakan', 'mengatakan', 'meminta', 'berencana', 'berjanji', 'resmi', 'tidak', 'tak', 'juga', 'pun', 'kini'],
  ...['siap', 'diwajibkan', 'didenda', 'dikenai', 'memiliki', 'membuka', 'menunda', 'sepakat', 'menargetkan', 'mulai'],
  ...['berkomitmen', 'bersedia', 'setuju', 'menolak', 'diberi', 'diperintahkan', 'dipanggil', 'didesak', 'menghapus'],
  ...['menerapkan', 'mendaftar', 'menegaskan', 'membantah', 'menjanjikan', 'memastikan', 'terdaftar', 'diblokir'],
]);

for (const words of [PERSON_PRONOUNS, SIDE_PRONOUNS, QUANTIFIERS, SHORT_HEADS, DESCRIPTIONS.keys()])
  for (const word of words) mark(word, NOUN_START);
