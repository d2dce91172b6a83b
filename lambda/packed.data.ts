/**
 * What our items repeat, for `packed.ts`: words of Indonesian news by how often they are printed, then the members of what
 * is kept, as JSON has them. What is wanted most stands last, where a reference to it is shortest. An item that was packed
 * with a dictionary is unpacked with the same for ever: one that is changed gets a new number and stands beside the old.
 */
export const DICTIONARIES: Record<number, string> = {
  1: `dugaan negara-negara selanjutnya dilengkapi Bandara dilaporkan Pusat Raja memanfaatkan mengumumkan Negeri
diperkirakan satunya investor konsumen pesawat pelayanan ekosistem tercatat diterima menurunkan Trump tanah
pengunjung tanggal peluang Sedangkan maksimal tubuh meninggal sumber pariwisata Thailand Utara naik Universitas
sekali sehari-hari mempertahankan berikut tahu menurut lama Lingkungan korupsi Sabtu ruang usaha ketiga risiko
dianggap militer komitmen Tidak mencerminkan kamu berusia politik terbuka kenyamanan International penurunan
pemilik jangan belajar pelanggan menunggu berbasis rencana kepercayaan budaya pengelolaan kebakaran perkembangan
keterangannya penerima laga cara kurban soal meninggalkan setempat pribadi Pada kepentingan Negara kehidupan
memutuskan mudah total tindakan daging melainkan periode penampilan mengetahui penyelidikan memungkinkan
pendapatan profesional nyaman melaporkan kolaborasi Malaysia jelasnya pelaksanaan kehilangan pekerjaan menambah
mengembangkan peringkat berlaku turun nama antaranya model warna ditetapkan Jalan menikmati akhir Inggris
berdampak tepat terdapat proyek dirinya menghasilkan produksi memenuhi sekadar menimbulkan Saat pernikahan
sebagian Ampat biasa uang pertemuan menuju Subianto Serikat data mengurangi barang kurang Tengah semangat
biasanya menit disebut Tapi khusus tantangan target seseorang masa energi petugas Beberapa paragraf hadir awal
kerusakan kepolisian keselamatan ternyata Meski berbeda Salah Kesehatan Keuangan apakah menyebutkan potensi
penjualan cepat pelanggaran biaya Kalau membutuhkan pelatih nilai pertambangan Ketua melanjutkan manusia penuh
membuka aplikasi perangkat diharapkan peserta melibatkan kemampuan malam polisi diri motor belakang segera
mempertimbangkan menjalani tingkat adanya perlindungan makanan mengambil Karena fasilitas melawan memberi
penggunaan negeri Kualifikasi mencari Minggu Provinsi bawah global akibat tambahan perempuan menjalankan
serangan digelar sedikit begitu sepanjang punya musim pernyataan lapangan acara yaitu menekankan produk empat
hubungan menilai tambang mampu Sebagai Bandung pilihan mengingatkan kecelakaan Undang-Undang tiga dikenal kecil
khususnya Instagram menemukan pihaknya jumlah keamanan kemungkinan yakni saham anggaran Dunia demikian namun
Rabu bermain sering jelas terbaik China Timur kualitas terbaru pentingnya Amerika mendapat menyelesaikan sisi
meningkat bentuk selalu menawarkan dukungan merasa Kamis Tahun luar Barat datang penerbangan mengenai diberikan
hidup terlalu memilih membangun digital kalau anggota berkelanjutan pemerintahan signifikan ditemukan mengikuti
sebanyak Kami laporan kejadian kemenangan bekerja operasional positif bahkan pukul lanjut anak pemeriksaan
dikutip kali Kepala pasar sekarang Gubernur Israel Kota strategis Kemudian keuangan kini Berdasarkan media Piala
Untuk meminta Menurutnya video sebenarnya infrastruktur Jumat hukum Anda kasus Jawa panjang penumpang JAKARTA
Juga masalah jika menerima bulan cukup investasi pengalaman Setelah sektor pengembangan pengguna akhirnya
bantuan dibandingkan posisi sebuah katanya perdagangan mengaku Jadi lokasi anak-anak ketika tampil berjalan
perhatian jadi Selatan pihak keputusan listrik publik Nasional perlu transportasi sejak sempat kesempatan hasil
mendorong jalan lagi diketahui aktivitas perubahan sistem tersangka disampaikan maupun Mereka menarik pernah
kedua menghadirkan memang berita juta Saya Senin langkah masuk semakin Sebelumnya utama paling perjalanan daerah
bagaimana menyebabkan Direktur benar-benar menghadapi layanan miliar sesuai berdasarkan masing-masing lalu
setiap depan seorang peningkatan teknologi Kecamatan ujarnya resmi berharap saja sama membawa tempat terlihat
sekaligus tapi pelaku berhasil terakhir sekolah tanpa kebutuhan pendidikan memperkuat menambahkan menjaga kerja
terutama digunakan pertumbuhan melihat mobil sampai kegiatan sebelum industri internasional Timnas Juni baik
sedang sementara ujar menciptakan tengah sosial triliun membantu Dengan mengungkapkan atas keterangan proses
Jepang waktu ingin menyebut berada agar pembangunan kebijakan Menurut kawasan menyatakan harga nasional lain
warga dunia tinggi pemain kondisi semua keluarga korban sendiri Selasa mendukung kemudian terus mulai ekonomi
sebesar Dalam tetapi mungkin belum para salah Prabowo wilayah seluruh kesehatan bukan antara sejumlah baru
menegaskan kami bagian hari selama Selain Berikut program terkait berlangsung rumah mencapai Menteri penting
pertama saya memastikan lainnya bersama Pemerintah Kabupaten tetap persen sehingga pertandingan mengalami
informasi tentang lingkungan menyampaikan besar bagi menjelaskan mendapatkan kendaraan kembali serta
meningkatkan sebelumnya Namun negara terjadi termasuk sekitar kata orang Presiden setelah perusahaan Kementerian
Sementara melalui harus menunjukkan sangat menggunakan banyak satu berbagai langsung oleh masih saat membuat
dapat kepada beberapa dilakukan hanya kita pemerintah telah secara merupakan terhadap tahun atau sudah hingga
melakukan memiliki memberikan mengatakan bisa bahwa mereka karena masyarakat adalah akan seperti lebih Jakarta
sebagai pada juga tidak menjadi dari dalam tersebut Indonesia untuk dengan yang
{"facets":{"official":[],"regulator":["komdigi"],"topic":["other"],"platform":[],"type":["pledge"],"status":["undated"],"commitment":[""]},"picture":{"commitment":"","article":"","counterparties":[],"type":"obligation","status":"undated","due":"2026-12-31","topic":"digital","phrase":null,"speaker":null,"action":"","evidence":{"outlet":"","published":"","title":"","quote":"","url":"https://www."},"sample":false,"watched":null,"slips":0,"sources":1,"obligor":"Pemerintah","groupedBy":"Kementerian Komunikasi dan Digital"}}
{"key":"","id":"","url":"https://www.","outlet":"","title":"","published":"2026-","publishedSource":"page","modified":null,"byline":null,"text":"JAKARTA, ","rule":"general","problems":[],"snapshots":[{"address":"","url":"","contentType":"text/html; charset=utf-8","fetchedAt":"","pack":""}],"feedId":"","sample":false,"says":"something"}
"outOfScope":0,"homes":{"":[{"block":"","day":20}]},"others":{"":[{"block":"","day":2042}
"id":"","type":"agreement","modality":"firm","topic":"other","obligor":{"text":"","actor":null},"obligors":[{"text":"","actor":null}],"counterparties":[],"speaker":{"text":"","actor":null},"action":"","condition":null,"negated":false,"recurring":false,"confidence":0.7,"statedAt":"","lastReportedAt":"","outlets":[""],"mentions":[{"id":"","article":{"key":"","published":"2026-"
,"fingerprint":null,"extractorVersion":"0.7.0","sample":false},"mention":{"type":"pledge","obligor":{"start":,"end":,"text":"pemerintah","actor":null},"obligors":[{"start":,"end":,"text":"","actor":null}],"counterparties":[],"modality":"target","topic":"platforms","rule":"will","speaker":{"start":,"end":,"text":"","actor":null},"speakerFor":"","sentence":{"start":,"end":},"action":{"start":,"end":,"text":""},"deadline":{"start":,"end":,"text":"tahun ini","earliest":"2025-12-31T23:59:59+07:00","latest":"2026-01-31T23:59:59+07:00","due":"","rule":"","kind":"due","precision":"day","anchor":""},"condition":null,"negated":false,"confidence":0.},"quote":"","before":"","recordedAt":"2026-1"}],"claims":[],"outcomes":[{"id":"","kind":"fulfilled","certainty":"reported","evidence":{"article":{"span":{"start":}}],"events":[{"id":"","kind":"stated","occurredAt":"","recordedAt":"","about":"","detail":{}}],"slips":0,"sources":1
{"mentions":[],"reports":[
{"id":"","article":{"key":"www.","id":"","url":"https://www.","outlet":"","published":"2026-T00:00:00.000Z","title":"","textHash":"","fetchedAt":"2026-T00:00:00.000Z","snapshot":"","fingerprint":{"shingles":,"sketch":"","figures":"","names":""},"extractorVersion":"0.7.0","sample":false},"kind":"fulfilled","span":{"start":,"end":},"quote":"","parties":["a:komdigi","n:"],"named":1,"act":"~","words":["","near":[],"occurred":{"earliest":"2026-","latest":"2026-"},"rule":"plain-verb","confidence":0.55,"recordedAt":"2026-T00:00:00.000Z"}`,
};
