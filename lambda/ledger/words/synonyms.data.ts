/**
 * Words that news uses for one and the same thing, a row a concept: `name: words`. Words are compared by stem, so one
 * form of each is enough. A word stands in one row only.
 */
export const CONCEPTS: Record<string, string> = {
  // things
  rule: 'aturan regulasi beleid permen permenkominfo permenkomdigi permendag rpm rpmk pojk seojk pbi padg perpres rpp rperpres keppres inpres kepmen pmk perban undang-undang uu ruu pp revisi pedoman juknis juklak petunjuk-teknis petunjuk-pelaksanaan ketentuan kebijakan payung edaran',
  draft: 'rancangan draf draft naskah',
  consultation: 'konsultasi masukan uji-publik tanggapan jawaban',
  account: 'akun akun-akun',
  user: 'pengguna user warganet konsumen pelanggan nasabah',
  child: 'anak anak-anak remaja bocah minor',
  office: 'kantor perwakilan but gerai cabang',
  entity: 'pt perusahaan badan-hukum entitas usaha',
  liaison: 'narahubung penghubung perwakilan-resmi kontak pic liaison',
  content: 'konten tautan gambar video gif unggahan postingan tayangan stiker iklan materi',
  gambling: 'judi judol perjudian gambling slot',
  porn: 'porno pornografi asusila cabul seksual',
  terror: 'terorisme radikal radikalisme teroris ekstremisme',
  service: 'layanan platform aplikasi situs fitur operasional akses dns domain web',
  trade: 'transaksi belanja dagang jual-beli perdagangan niaga beli',
  shop: 'toko gerai-daring lapak keranjang lokapasar',
  system: 'sistem back-end',
  fine: 'denda penalti',
  tax: 'pajak ppn pph',
  money: 'uang dana biaya tagihan kewajiban-finansial',
  permit: 'izin lisensi perizinan tdpse tanda-daftar sertifikat',
  registration: 'pse penyelenggara-sistem-elektronik',
  data: 'data informasi',
  report: 'laporan dokumen berkas surat penjelasan klarifikasi keterangan-tertulis bukti',
  fund: 'investasi modal',
  facility: 'pusat-data data-center pabrik noc gateway infrastruktur bts menara jaringan',
  procedure: 'sop prosedur mekanisme tata-cara protokol',
  appeal: 'banding kasasi keberatan gugatan',
  rups: 'rups rapat-umum rupslb',
  letter: 'teguran peringatan sp1 sp2 sp3',
  law: 'hukum pidana',
  age: 'usia umur',
  team: 'tim moderator karyawan staf pegawai peninjau reviewer satgas',
  price: 'tarif harga komisi potongan',
  protection: 'pelindungan perlindungan',
  deadline: 'tenggat batas-waktu batas-akhir deadline jatuh-tempo',
  online: 'daring online digital elektronik',
  // acts
  open: 'buka',
  found: 'diri dirikan resmi',
  close: 'tutup henti setop stop bekukan suspensi cabut-akses nonaktif matikan mati suspend padam',
  move: 'pindah migrasi alih boyong integrasi gabung',
  block: 'blokir putus-akses blok',
  unblock: 'normalisasi normal pulih buka-blokir buka-kembali aktif-kembali hidup-kembali',
  remove: 'hapus turun takedown bersih singkir enyah buang filter saring',
  issue: 'terbit sah mengesahkan undang teken berlaku keluar rilis rampung ratifikasi tetap ditandatangani tandatangan',
  write: 'susun godok siap rumus matang bahas revisi-kan',
  gather: 'tampung serap himpun jaring',
  pay: 'bayar lunas setor cair',
  withhold: 'pungut potong tarik',
  register: 'daftar registrasi',
  appoint: 'tunjuk angkat',
  punish: 'sanksi jatuh tindak',
  revoke: 'cabut batal',
  examine: 'audit periksa evaluasi kaji tinjau selidik investigasi dalami telaah telusur',
  supervise: 'awas pantau monitor',
  hear: 'sidang',
  summon: 'panggil temu mengundang jumpa',
  submit: 'serah kirim aju sampai lapor antar',
  comply: 'patuh taat penuh sesuai ikut tunduk',
  build: 'bangun garap',
  own: 'milik punya',
  invest: 'tanam kucur gelontor',
  recruit: 'rekrut tambah',
  launch: 'luncur hadir gulir perkenal orbit angkasa',
  verify: 'verifikasi validasi',
  refund: 'kembali ganti kompensasi restitusi',
  announce: 'umum rinci ungkap publikasi',
  cooperate: 'kerja-sama kolaborasi koordinasi gandeng mitra',
  educate: 'sosialisasi edukasi literasi latih',
  protect: 'lindung jaga aman',
  limit: 'batas larang cegah',
  provide: 'sedia beri bagi salur',
  separate: 'pisah',
  operate: 'beroperasi fungsi berfungsi pakai guna',
  produce: 'produksi rakit cetak',
  sell: 'jual lepas divestasi',
  merge: 'akuisisi merger caplok',
};

/** Function words: never a verb or an object, however they look without their affixes (`dalam` is not `mendalami`). */
export const FUNCTION_WORDS =
  'yang di ke dari dan atau serta dengan untuk pada dalam oleh sebagai akan agar supaya bagi para seluruh semua setiap ' +
  'ini itu tersebut nya juga sudah telah belum tidak bukan adalah ialah yakni yaitu secara lebih lagi pun saja hanya ' +
  'kepada antara lain atas terhadap terkait soal tentang mengenai resmi resminya tetap ikut turut sama bersama para ' +
  'guna kami kita mereka ia dia namun tetapi karena lantaran setelah sebelum sejak hingga sampai seperti bahwa saat ketika';

/** Words that carry nothing when two acts are compared: those, modals, and words every action has. */
export const STOP_WORDS =
  `${FUNCTION_WORDS} ` +
  'wajib harus mesti perlu bisa dapat mampu ingin mau hendak bakal kembali segera mulai terus masih sedang tengah ' +
  'meminta diminta minta memerintahkan diperintahkan mewajibkan diwajibkan diharuskan mengharuskan mendesak didesak ' +
  'berencana merencanakan direncanakan rencana berjanji janji berkomitmen komitmen sepakat menyepakati setuju ' +
  'menargetkan ditargetkan target mematok dipatok membidik dibidik memastikan dipastikan pasti siap bersedia ' +
  'melakukan dilakukan menggelar digelar mengadakan diadakan menjalankan dijalankan melaksanakan dilaksanakan ' +
  'menyelenggarakan diselenggarakan ' +
  'merampungkan menuntaskan menyelesaikan selesai rampung tuntas dituntaskan diselesaikan dirampungkan ' +
  'mengundurkan diundur diundurkan memundurkan dimundurkan mundur pengunduran menunda ditunda penundaan memajukan ' +
  'dimajukan mempercepat dipercepat percepatan menggeser digeser bergeser molor ' +
  'geser geserkan undur undurkan tunda tundakan mundurkan majukan percepat perpanjang ulur diulur mulur ' +
  'memperpanjang diperpanjang perpanjangan masa waktu tenggat batas hari pekan minggu bulan tahun tanggal paling ' +
  'lambat hingga sampai sebelum sejak setelah terhitung kami kita mereka ia dia pihak pihaknya pihak-pihak satu ' +
  'secepatnya secepat sesegera cepat perlahan bersama sama masing-masing sendiri turut ikut ' +
  'indonesia ri republik nasional tanah air terkait soal tentang mengenai atas terhadap antara lain hal proses ' +
  'bertepatan memulai dimulai dua tiga empat lima enam tujuh delapan sembilan sepuluh belasan puluhan ratusan sejumlah beberapa ' +
  'resmi resminya nanti mendatang depan dekat bertahap berangsur awal akhir pertengahan ada menjadi jadi guna demi';

/** Countries, cities and islands by which two acts of one kind are told apart (QRIS in Japan, QRIS in Korea). */
export const PLACES =
  'jepang korea china tiongkok malaysia singapura thailand vietnam filipina laos kamboja india arab saudi amerika inggris ' +
  'eropa australia jerman prancis belanda rusia turki taiwan hongkong uea qatar ' +
  'jakarta bandung surabaya semarang yogyakarta medan batam makassar palembang denpasar bali cikarang bekasi bogor ' +
  'tangerang depok solo malang balikpapan samarinda nusantara ikn manado ambon jayapura papua aceh lampung riau ' +
  'sumatra sumatera kalimantan sulawesi jawa maluku lombok ntb ntt banten cibitung karawang';
