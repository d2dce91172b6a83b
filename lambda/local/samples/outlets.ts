/** An outlet of the archive. None of them exists outside it. */
export interface SampleOutlet {
  id: string;
  name: string;
  tagline: string;
  sections: readonly string[];
}

export const OUTLETS: readonly SampleOutlet[] = [
  { id: 'contoh-harian', name: 'Contoh Harian', tagline: 'Kabar umum', sections: ['Nasional', 'Ekonomi'] },
  {
    id: 'contoh-teknologi',
    name: 'Contoh Teknologi',
    tagline: 'Kabar teknologi',
    sections: ['Kebijakan', 'Bisnis', 'Telekomunikasi'],
  },
  {
    id: 'contoh-ekonomi',
    name: 'Contoh Ekonomi',
    tagline: 'Kabar ekonomi',
    sections: ['Industri', 'Perdagangan', 'Digital', 'Investasi'],
  },
];

/** What is said of the archive wherever one of its articles is shown. */
export const ORIGIN_NOTE = {
  id: 'Artikel contoh yang ditulis oleh proyek Tagih tentang peristiwa nyata; bukan berita dari penerbit mana pun.',
  en: 'Sample article written by the Tagih project about real events; not the work of any publisher.',
} as const;
