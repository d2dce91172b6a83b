/** Words by which pages name their parts, in class and id: matched in lower case, as whole words between separators. */

/** A word of a class or id, not part of a longer one. */
function word(...names: string[]): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${names.join('|')})(?=$|[\\s_-])`);
}

/** Parts that are never the article, however else they are named. */
export const FOREIGN = word(
  'newsletters?',
  'newsletter-?signup',
  'related',
  'related-?(?:posts?|articles?|news|stories|content|links?)',
  'relatedposts',
  'recommend(?:ed|ations?)?',
  'recirc(?:ulation)?',
  'trending',
  'popular',
  'populer',
  'terpopuler',
  'terkait',
  'most-?(?:read|popular|viewed)',
  'comments?(?:list|-?area|-?section|-?form|-?count)?',
  'komentar',
  'respond',
  'disqus',
  'disqus_thread',
  'share',
  'sharing',
  'sharedaddy',
  'share-?(?:bar|buttons?|tools|links)',
  'social',
  'social-?(?:share|media|links|icons|bar)',
  'addthis\\w*',
  'a2a_kit',
  'shareaholic\\w*',
  'breadcrumbs?',
  'pagination',
  'pager',
  'paging',
  'ads?',
  'adsbygoogle',
  'ad-?(?:container|slot|wrapper|unit|box)',
  'advert\\w*',
  'iklan',
  'sponsor\\w*',
  'promo\\w*',
  'taboola\\w*',
  'outbrain\\w*',
  'ob-widget',
  'zergnet',
  'cookies?',
  'gdpr',
  'consent',
  'popup',
  'modal',
  'tooltip',
  'subscribe\\w*',
  'subscription\\w*',
  'signup',
  'sign-up',
  'paywall-?prompt',
  'author-?(?:bio|box|info|desc\\w*|flyout|card)',
  'authorbio',
  'about-?(?:the-)?author',
  'bio',
  'byline\\w*',
  'dateline-?meta',
  'post-?meta',
  'entry-?meta',
  'article-?meta',
  'meta-?data',
  'tags?',
  'tags?-?(?:list|cloud|links|container)',
  'taglist',
  'keywords',
  'post-?tags',
  'bacajuga',
  'baca-?juga\\w*',
  'lihat-?juga',
  'read-?(?:more|also|next)',
  'see-?also',
  'up-?next',
  'next-?(?:post|article|up)',
  'prev(?:ious)?-?(?:post|article)',
  'post-?nav(?:igation)?',
  'more-?(?:stories|news|from|on)',
  'also-?(?:like|read)',
  'print-?only',
  'screen-reader-text',
  'visually-?hidden',
  'sr-only',
  'no-?print',
  'jp-relatedposts',
  'yarpp\\w*',
  'toc',
  'table-of-contents',
  'rating',
  'ratings',
  'poll',
  'kompasidrec\\w*',
);

/** Parts that are not the article unless another word says that they are. */
export const UNLIKELY =
  /-ad-|ai2html|banner|combx|community|cover-wrap|extra|footer|foot-|header|legends|menu|remark|replies|\brss\b|shoutbox|sidebar|side-bar|skyscraper|supplemental|toolbar|widget|yom-remote|navbar|\bnav\b|navigation|newsfeed|teaser|carousel|slider|gallery-nav|masthead|topbar|login|search/;

/** Words that save a part from the list above. */
export const MAYBE =
  /\barticle\b|article-?body|story-?body|body|column|content|\bmain\b|shadow|entry|post-?(?:body|content|text)/;

/** Parts that are likely the article, and parts that are likely not, for weighing. */
export const POSITIVE =
  /article|body|content|entry|hentry|h-entry|main|page|post|text|blog|story|detail|berita|artikel|isi\b/;
export const NEGATIVE =
  /-ad-|hidden|^hid$|\bhid\b|banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget|caption|credit/;

/** Classes and ids that publishing systems give the article's own text. */
export const BODY_HINTS =
  /\b(?:article-?_{0,2}body|articlebody|article-?_{0,2}content|articlecontent|article-?_{0,2}text|entry-?content|entry-?text|post-?_{0,2}content|post-?_{0,2}body|post-?text|story-?_{0,2}body|story-?_{0,2}content|story-?_{0,2}text|td-post-content|body-?copy|blog-?content|news-?text|news-?content|content-?_{0,2}body|detail-?text|detail-?content|read__content|field-name-body|wysiwyg)\b/;

/** Captions and credits of pictures. */
export const CAPTION =
  /caption|photo-?credit|img-?credit|image-?credit|media-?credit|picture-?credit|photo-?desc|foto-?desc|img-?desc|pic_artikel|keterangan-?foto/;

/** Boxes that hold a picture: with little text beside it, that is its caption. */
export const PICTURE = /photo|foto|image|\bimg|img\b|pict|pic_|gambar|figure|thumb/;

/** A standfirst: the summary between headline and text. */
export const STANDFIRST =
  /(?:^|[\s_-])(?:dek|deck|standfirst|stand-first|sub-?head(?:line|ing|er)?|subline|sub-?title|strapline|kicker|sub-?judul|teras|anons)(?=$|[\s_-])/;
