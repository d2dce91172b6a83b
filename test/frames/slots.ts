/** What the slots of frames are filled with. The bodies' spokesmen stand for nobody. */

export interface Deed {
  active: string;
  passive: string;
  noun: string;
  object: string;
}

/** Deeds that bodies promise, told active, passive and as a noun, and what they are done to. */
export const DEEDS: readonly Deed[] = `
menyerahkan|diserahkan|penyerahan|laporan keuangan
membayar|dibayar|pembayaran|denda keterlambatan
melunasi|dilunasi|pelunasan|tunggakan gaji
mengembalikan|dikembalikan|pengembalian|dana nasabah
menutup|ditutup|penutupan|gerai di Medan
membuka|dibuka|pembukaan|kantor cabang di Ambon
meluncurkan|diluncurkan|peluncuran|layanan satelit
memblokir|diblokir|pemblokiran|situs judi
mencabut|dicabut|pencabutan|izin usaha koperasi
menerbitkan|diterbitkan|penerbitan|pedoman iklan
mengesahkan|disahkan|pengesahan|rancangan perda
menghapus|dihapus|penghapusan|konten penipuan
menarik|ditarik|penarikan|susu formula dari pasar
memusnahkan|dimusnahkan|pemusnahan|obat palsu
membangun|dibangun|pembangunan|pusat data di Batam
memperbaiki|diperbaiki|perbaikan|kabel laut Papua
menurunkan|diturunkan|penurunan|tarif pesan singkat
menaikkan|dinaikkan|kenaikan|tarif parkir
mengganti|diganti|penggantian|meteran listrik
menyalurkan|disalurkan|penyaluran|bantuan beras
membagikan|dibagikan|pembagian|alat penyaring udara
mengirim|dikirim|pengiriman|surat balasan
mengumumkan|diumumkan|pengumuman|hasil audit
melaporkan|dilaporkan|pelaporan|transaksi mencurigakan
memeriksa|diperiksa|pemeriksaan|kapal ikan
mendaftarkan|didaftarkan|pendaftaran|merek dagang
memindahkan|dipindahkan|pemindahan|server pelanggan
menghentikan|dihentikan|penghentian|siaran analog
mengaktifkan|diaktifkan|pengaktifan|jaringan darurat
memasang|dipasang|pemasangan|kamera pengawas
merekrut|direkrut|perekrutan|200 pengawas
melatih|dilatih|pelatihan|guru komputer
menandatangani|ditandatangani|penandatanganan|perjanjian dagang
membentuk|dibentuk|pembentukan|satgas pinjol
mengaudit|diaudit|pengauditan|dana kampanye
merevisi|direvisi|revisi|aturan ojek daring
menyelesaikan|diselesaikan|penyelesaian|sengketa lahan
mengambil alih|diambil alih|pengambilalihan|saham bank
menjual|dijual|penjualan|aset sitaan
membeli|dibeli|pembelian|vaksin polio
mengoperasikan|dioperasikan|pengoperasian|kereta bandara
menyediakan|disediakan|penyediaan|layanan pengaduan
menambah|ditambah|penambahan|kuota haji
memangkas|dipangkas|pemangkasan|biaya admin
memulihkan|dipulihkan|pemulihan|layanan imigrasi
mengevakuasi|dievakuasi|evakuasi|warga pesisir
mengajukan|diajukan|pengajuan|banding
mencairkan|dicairkan|pencairan|dana bantuan
menyita|disita|penyitaan|tanah wakaf
melelang|dilelang|pelelangan|frekuensi 2,3 GHz
mengalihkan|dialihkan|pengalihan|pelanggan prabayar
merobohkan|dirobohkan|perobohan|papan reklame
menertibkan|ditertibkan|penertiban|parkir liar
menormalkan|dinormalkan|normalisasi|pasokan air
mengunggah|diunggah|pengunggahan|dokumen lelang
mencetak|dicetak|pencetakan|surat suara
menguji|diuji|pengujian|sampel sirup
menanam|ditanam|penanaman|bakau
memulangkan|dipulangkan|pemulangan|pekerja migran
membatasi|dibatasi|pembatasan|impor gula
menyegel|disegel|penyegelan|gudang pupuk
memverifikasi|diverifikasi|verifikasi|data penerima
merelokasi|direlokasi|relokasi|pedagang pasar
mengkalibrasi|dikalibrasi|kalibrasi|alat ukur
menggelar|digelar|penggelaran|uji publik
memberlakukan|diberlakukan|pemberlakuan|tarif baru
menonaktifkan|dinonaktifkan|penonaktifan|akun palsu
menyesuaikan|disesuaikan|penyesuaian|harga tiket
memperpanjang|diperpanjang|perpanjangan|kontrak sewa
mengembangkan|dikembangkan|pengembangan|aplikasi pajak
`
  .trim()
  .split('\n')
  .map((line) => {
    const [active, passive, noun, object] = line.split('|') as [string, string, string, string];
    return { active, passive, noun, object };
  });

export interface Body {
  name: string;
  /** Post, body and name of who speaks for it, as news prints them; and his short name. */
  spokesman: string;
  short: string;
}

export const BODIES: readonly Body[] = [
  {
    name: 'Kementerian Perhubungan',
    spokesman: 'Direktur Jenderal Perhubungan Darat Kementerian Perhubungan Ahmad Yani',
    short: 'Yani',
  },
  { name: 'PT Surya Nusantara', spokesman: 'Direktur Utama PT Surya Nusantara, Hadi Wibowo', short: 'Hadi' },
  {
    name: 'Pemerintah Kota Bandung',
    spokesman: 'Sekretaris Daerah Pemerintah Kota Bandung Iskandar Zulkarnain',
    short: 'Iskandar',
  },
  { name: 'OJK', spokesman: 'Kepala Departemen Perlindungan Konsumen OJK Rudi Hartanto', short: 'Rudi' },
  { name: 'Telkomsel', spokesman: 'Vice President Corporate Communications Telkomsel Saki Bramono', short: 'Saki' },
];
