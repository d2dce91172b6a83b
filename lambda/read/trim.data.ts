/** Patterns behind `trim.ts`. All ignore case; lines are squeezed and short (see the limits there). */

/** A line of authorship: a word for it, or a preposition and nothing but a name, or a name and its trade. */
export const BYLINE =
  /^(?:[Bb][Yy]|[Oo]leh|OLEH|[Ww]ritten by|[Pp]osted by|[Rr]eported by|[Pp]enulis|[Pp]ewarta|[Rr]eporter|[Ee]ditor|[Rr]edaktur|[Jj]urnalis)(?:\s|:)|^(?:[Vv]on|[Pp]ar|[Pp]or|[Dd][ia]|[Dd]oor|[Aa]v|[Tt]ext|[Ss]tory|[Aa]ut[h]?or|[Ww]ords):?(?:\s\p{Lu}[\p{L}.'’-]*){1,4}$|^(?:[\p{L}.'’-]+,?\s){1,4}(?:\p{L}+\s){0,3}(?:writer|reporter|correspondent|staff|editor|columnist)$/u;

/** A line that only says when, by whom or where it was published. */
export const PUBLISHED_LINE =
  /^(?:(?:(?:last|first|originally)\s+)?(?:updated|published|posted|modified|aktualisiert|veröffentlicht|publi[ée]|publicado|atualizado|diperbarui|diterbitkan|terbit|dipublikasikan|tayang)\b|(?:tempo de leitura|lesezeit|reading time|estimated reading|waktu baca|temps de lecture|tiempo de lectura|okuma süresi)\b|\d{1,2}[:.]\d{2}\s*(?:am|pm|wib|wita|wit|gmt|est|et)\b|\d+\s*(?:min(?:ute)?s?|menit|hours?|jam|days?|hari)\s+(?:read|ago|lalu|yang lalu|baca)\b)/i;

/** Headings and lines after which, near the end, nothing of the article follows. */
export const END_MARK =
  /^(?:\W{0,3})(?:related(?:\s+(?:articles?|stories|posts?|news|content|links|topics|coverage|reading))?|you (?:may|might) (?:also|be)\b.{0,40}|more (?:from|on|in|about|stories|news|great)\b.{0,60}|more\s*:?|most (?:popular|read|viewed)\b.{0,30}|read (?:more|next|also)\b.{0,80}|also (?:on|read)\b.{0,60}|see also\b.{0,60}|recommended\b.{0,40}|trending\b.{0,30}|popular (?:posts|stories|now)\b.{0,20}|(?:our |the )?latest (?:news|stories|posts|videos)\b.{0,20}|don['’]?t miss\b.{0,60}|comments?\b.{0,30}|sponsored links?|\d+ (?:comments?|responses?|replies|komentar)\b.{0,60}|leave a (?:comment|reply)\b.{0,30}|post (?:a )?comments?.{0,10}|add a comment|join the (?:conversation|discussion).{0,40}|tell us what you think.{0,20}|about the authors?\b.{0,40}|about (?:the writer|this author|us|our company)\b.{0,20}|share (?:this|on|it|the)\b.{0,60}|sharing is caring.{0,10}|filed under\b.{0,200}|posted in\b.{0,120}|tagged?(?: (?:with|as|in))?\s*:.{0,200}|tags?|tags?\s*:.{0,200}|categor(?:y|ies)\s*:.{0,100}|topics?\s*:.{0,100}|previous (?:post|article|story)\b.{0,120}|next (?:post|article|story)\b.{0,120}|sign up\b.{0,100}|subscribe\b.{0,100}|newsletter\b.{0,40}|follow (?:us|me)\b.{0,60}|sources?\s*:.{0,120}|via\s*:.{0,80}|berita (?:terkait|lainnya|populer|terbaru)\b.{0,60}|artikel (?:terkait|lainnya|populer|terbaru)\b.{0,60}|terpopuler|terkini|komentar\b.{0,40}|topik\b.{0,60}|das könnte sie auch\b.{0,60}|mehr zum thema\b.{0,60}|leia (?:também|mais)\b.{0,80}|veja (?:também|mais)\b.{0,80}|lea también\b.{0,80}|leggi anche\b.{0,80}|à lire aussi\b.{0,80}|ilgili haberler.{0,40}|etiketler\b.{0,80}|関連(?:記事|リンク|ニュース).{0,30}|※?この記事.{0,40}シェア.{0,20}|читайте также.{0,80}|関連キーワード.{0,60})\W{0,3}$/i;

/** Headings of readers' comments: nothing below them is the article. */
export const COMMENTS =
  /^(?:\d+ )?(?:(?:top|all|reader|recent|user)(?: rated)? )?(?:comments?|responses?|replies|komentar|tanggapan pembaca|kommentare?|commentaires|comentarios|comentários|commenti|yorumlar|комментарии|コメント)(?: ?\(\d+\)|: ?\d*)?$|^leave a (?:comment|reply).{0,20}$|^(?:post|write|add) a comment$|^(?:tulis|beri|tinggalkan) komentar.{0,20}$|^\d+ thoughts? on .{1,200}$/i;

/** What invites to something, anywhere in the article: the line is left out where these words begin early in it. */
export const INVITATION =
  /\b(?:sign up (?:for|to|here|today|now)\b|subscribe (?:to|now|today|here|for)\b|get (?:the latest|our|all the|breaking|more)\b.{0,100}\b(?:inbox|newsletters?|e-?mail|app|alerts)\b|click here (?:to|for)\b|by clicking here\W{0,3}$|follow (?:us|me|her|him|them|@?\w+(?: \w+)?) on (?:twitter|facebook|instagram|youtube|linkedin|google|flipboard|pinterest|telegram|tiktok)\b|like (?:us on|this (?:story|post|article))\b|have a (?:news )?tip\b|support our journalism\b|download (?:the|our) .{0,30}\bapp\b|this slideshow requires javascript|enable javascript|share it with\b|join our .{0,60}(?:group|channel|newsletter|community)|mobile users click here)/i;
/** How far into a line an invitation begins at the latest. */
export const INVITATION_BEFORE = 80;

/** Credits of an agency or a desk, at the end. */
export const CREDITS =
  /^\W{0,2}(?:(?:additional |with )?(?:reporting|writing|editing|compiled|translat(?:ed|ion)|edited|reported|written)\b.{0,40}\bby\b.{0,300}|©.{0,200}|(?:all rights reserved|copyright)\b.{0,200}|source\s*:.{0,80}|this (?:article|story|post) (?:originally|was originally|first|has been updated)\b.{0,200}|(?:photo|image|picture|foto|featured image|bild|imagen?|фото)s?(?: credit)?s?(?: by| via| courtesy)?\s*:.{0,160}|(?:the )?(?:associated press|reuters|afp|ap|bloomberg)\W{0,3}(?:contributed to this (?:report|story).?)?|.{3,160}contributed to this (?:report|story|article)\.?)$/i;

/** What tells of a person at the end of an article: the author's description of themselves. */
export const BIOGRAPHY =
  /^(?:[\p{Lu}][\p{L}'’.-]+ ){1,4}(?:is|was|has been|covers|writes|adalah|can be (?:reached|found)|may be reached)\s.{0,300}\b(?:reporter|writer|editor|columnist|journalist|author|blogger|correspondent|freelance|contributor|producer|curator|analyst|covers|writes|native|lives|based in|follow|twitter|reach(?:ed)?|professor|fellow|founder|redaktur|wartawan|penulis)\b/u;
