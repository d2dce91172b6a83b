/**
 * Words that carry a full stop without ending a sentence, by what may follow them. Written in lower case, without
 * the final stop.
 */

/** Titles, ranks and addresses: a name or a number always follows, so the stop never ends the sentence. */
export const BEFORE_NAME: ReadonlySet<string> = new Set([
  ...[
    'plt',
    'plh',
    'pt',
    'cv',
    'ud',
    'fa',
    'dr',
    'drs',
    'dra',
    'drg',
    'drh',
    'ir',
    'prof',
    'hj',
    'kh',
    'tn',
    'ny',
    'nn',
    'sdr',
  ],
  ...['bpk', 'yth', 'ust', 'st', 'sta', 'mr', 'mrs', 'ms', 'sen', 'rep', 'gov', 'gen', 'jl', 'jln', 'gg', 'kec'],
  ...['kab', 'kel', 'ds', 'brigjen', 'mayjen', 'letjen', 'jend', 'letkol', 'kol', 'komjen', 'irjen', 'kombes', 'pol'],
  ...['kompol', 'purn', 'capt', 'kapt', 'r.a', 'k.h', 'h.m', 'moh', 'muh', 'muhd', 'abd', 'a.n', 'u.p', 'd.a', 'vs'],
]);

/** Only a number follows: `No. 5`, `Rp. 10.000`, `hal. 3`. Before a word the stop is a full one. */
export const BEFORE_NUMBER: ReadonlySet<string> = new Set([
  ...['no', 'nomor', 'rp', 'hal', 'hlm', 'ps', 'psl', 'vol', 'pkl', 'tgl', 'telp', 'tlp', 'art', 'ed', 'us$', 'rm'],
]);

/** Company forms and `dkk.`-like tails: they end a sentence only when a usual opener of one follows. */
export const TAILS: ReadonlySet<string> = new Set([
  ...['tbk', 'ltd', 'inc', 'co', 'corp', 'llc', 'pte', 'bhd', 'sdn', 'plc', 'jr', 'sr', 'dkk', 'dll', 'dsb', 'dst'],
  ...['s.h', 's.e', 's.t', 's.sos', 's.ip', 's.ikom', 's.kom', 's.pd', 's.psi', 's.si', 's.stp', 'm.h', 'm.m', 'm.t'],
  ...['m.si', 'm.sc', 'm.kom', 'm.pd', 'm.ed', 'm.hum', 'm.a', 'm.ba', 'ph.d', 'sp.a', 'sp.pd', 'lc', 'm.kes'],
]);

/** Words that open sentences in news and are no part of a name: after an initial or a tail they show a boundary. */
export const OPENERS: ReadonlySet<string> = new Set([
  ...['ia', 'dia', 'mereka', 'kami', 'kita', 'saya', 'namun', 'tetapi', 'tapi', 'selain', 'hal', 'ini', 'itu'],
  ...['menurut', 'menurutnya', 'sementara', 'sebelumnya', 'selanjutnya', 'kemudian', 'karena', 'jika', 'apabila'],
  ...['dalam', 'pada', 'untuk', 'dengan', 'dari', 'di', 'adapun', 'meski', 'meskipun', 'sebab', 'bahkan', 'kata'],
  ...['sehingga', 'oleh', 'saat', 'ketika', 'setelah', 'usai', 'sejak', 'hingga', 'perusahaan', 'pemerintah'],
  ...['pihaknya', 'rencananya', 'nantinya', 'sedangkan', 'padahal', 'tak', 'tidak', 'begitu', 'lalu', 'juga', 'baca'],
]);

/** A line that ends in one of these goes on in the next line: nothing ends on a preposition or conjunction. */
export const UNFINISHED: ReadonlySet<string> = new Set([
  ...['di', 'ke', 'dari', 'pada', 'dalam', 'untuk', 'dengan', 'oleh', 'yang', 'dan', 'atau', 'serta', 'sebagai'],
  ...['bahwa', 'agar', 'karena', 'kepada', 'terhadap', 'tentang', 'hingga', 'sampai', 'antara', 'para', 'akan'],
]);
