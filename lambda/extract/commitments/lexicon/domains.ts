/**
 * Words that show what kind of article a text is, where the kind changes what its sentences mean: `akan tayang` in
 * entertainment and `akan menjamu` in sport are programmes, `wajib` in a how-to is advice, what a court hears is past.
 */
const set = (...rows: readonly string[]): ReadonlySet<string> => new Set(rows.flatMap((row) => row.split(' ')));

export const DOMAINS: Readonly<Record<string, ReadonlySet<string>>> = {
  sport: set(
    'gol laga pertandingan timnas pelatih klub liga skor striker bek kiper gelandang pemain kemenangan babak final turnamen',
    'juara musim pembalap motogp bulutangkis atlet stadion kualifikasi fifa uefa transfer wasit suporter persib persija',
  ),
  show: set(
    'film serial drama drakor konser penyanyi aktris aktor selebriti artis tayang sutradara lagu album episode penonton',
    'idol musik sinetron bioskop netflix series karakter adegan pemeran zodiak shio resep masakan',
  ),
  crime: set(
    'terdakwa tersangka hakim jaksa sidang polisi korban pelaku pembunuhan penipuan penganiayaan narkoba ditangkap tahanan',
    'penjara kuhp saksi penyidik mayat tewas pencurian kecelakaan korupsi dakwaan vonis polres polsek reskrim',
  ),
  howto: set(
    'cara tips langkah syarat panduan klik login unduh masukkan pilih isi formulir simak berikut kunjungi manfaat gejala',
    'bahan resep aplikasi menu tombol langkah-langkah link doa niat bacaan contoh pengertian arti',
  ),
  market: set(
    'saham ihsg indeks analis investor rupiah dolar harga emas kripto bitcoin obligasi bursa penguatan pelemahan support',
    'resistance wall street the fed suku level perdagangan volume emiten laba triwulan kuartal dividen rups',
  ),
  weather: set('cuaca hujan bmkg angin gelombang petir berawan suhu gempa magnitudo banjir'),
};
