/** Words by which pages name their parts, in class and id. Matched against both, in lower case. */

/** Parts that are never the article. */
export const UNLIKELY =
  /-ad-|ai2html|\bads?\b|advert|banner|breadcrumb|combx|\bcomments?\b|comment-|comments-|commentlist|community|cookie|consent|cover-wrap|disqus|extra|footer|gdpr|\bheader\b|legends|\bmenu\b|newsletter|outbrain|taboola|popup|promo|related|remark|replies|\brss\b|shoutbox|sidebar|skyscraper|social|share|sharing|sponsor|supplemental|subscribe|signup|\btags?\b|\btags-|tag-list|taglist|toolbar|widget|yom-remote|pagination|pager|paging|navbar|\bnav\b|navigation|author-bio|authorbio|about-author|byline|recommend|trending|most-?(?:read|popular)|popular|read-?(?:more|also|next)|see-?also|more-?(?:stories|news|from)|inject-baca|baca-?juga|bacajuga|terkait|kompasidrec|terpopuler/;

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
