/** Signs of pages that are no article. All ignore case. */

/** Titles of challenge and refusal pages. */
export const BLOCKED_TITLE =
  /^(?:just a moment|attention required|access (?:denied|to this page has been denied)|pardon our interruption|please wait|one moment, please|checking your browser|ddos-guard|robot check|are you (?:a )?(?:human|robot)|human verification|security check|verif(?:y|ying) you are human|bot verification|request (?:rejected|unsuccessful|blocked)|403 forbidden|forbidden|error 403|429 too many requests|too many requests|blocked|you have been blocked|verifikasi (?:keamanan|manusia)|akses ditolak|tunggu sebentar|service unavailable|503 service)/i;

/** Marks that challenge pages carry in their source. */
export const BLOCKED_SOURCE =
  /cf-browser-verification|cf_chl_|cf-challenge|challenge-platform\/h\/|__cf_chl|_Incapsula_Resource|captcha-delivery\.com|px-captcha|perimeterx|geo\.captcha|awswaf|aws-waf-token|ddos-guard|g-recaptcha|h-captcha|cf-turnstile|sucuri_cloudproxy|bunny-shield|checking your browser/i;

/** Sentences by which a page withholds the rest of its text. */
export const PAYWALL =
  /(?:berlangganan|langganan)\s+(?:untuk|sekarang|agar|dan|supaya)\b.{0,60}\b(?:membaca|baca|akses|lanjut)|(?:artikel|konten|berita)\s+(?:ini\s+)?(?:khusus|hanya|eksklusif|premium)\s+(?:untuk\s+|bagi\s+)?(?:pelanggan|member|anggota)|lanjutkan membaca\b.{0,60}\bberlangganan|untuk (?:melanjutkan )?membaca\b.{0,60}\b(?:berlangganan|pelanggan)|subscribe to (?:continue|keep|read)|(?:already a|for) subscribers?\b|subscribers only|this (?:article|content) is (?:for|available to) (?:subscribers|members)|to continue reading\b|sudah berlangganan\?/i;

export const LOGIN_TITLE = /^(?:log ?in|sign ?in|masuk|login|halaman login|silakan masuk|masuk akun|daftar)(?:$|\W)/i;

/** Titles of picture series. */
export const PHOTO_TITLE = /^(?:foto|photo|photos|galeri|gallery|in pictures)\s*[:|–-]/i;
export const VIDEO_TITLE = /^(?:video|tonton|live streaming|streaming)\s*[:|–-]/i;
