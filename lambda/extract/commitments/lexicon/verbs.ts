/**
 * Classes of acts. A verb in none is an ordinary act. Written as active or passive forms, which count as one; a form
 * without an object (`terbuka`, `berubah`) is another verb than the one with it (`membuka`, `mengubah`).
 */
import { remembered } from '../../text/remembered.ts';
import { stemKey } from '../../text/stem.ts';

export type VerbClass = 'slogan' | 'state' | 'talk' | 'public' | 'sanction' | 'act';

/** The key of a verb together with its transitivity: `mengadakan` and `diadakan`, but not `ada`. */
function formKey(word: string): string {
  const transitive = /^(?:me|di|pe)/.test(word) ? 't' : 'i';
  return `${stemKey(word)}:${transitive}${/kan(?:nya)?$/.test(word) ? 'k' : ''}`;
}

const keys = (...rows: readonly string[]): readonly string[] => rows.flatMap((row) => row.split(' ')).map(formKey);

const CLASSES: readonly (readonly [VerbClass, readonly string[]])[] = [
  // Efforts without an end by which a reader could tell that they were made: slogans, unless dated or measured.
  [
    'slogan',
    keys(
      'memperkuat meningkatkan mendorong mendukung menjaga mengoptimalkan memaksimalkan memantau mengawal mencermati',
      'berupaya berusaha mengembangkan memperbaiki mempercepat memacu berkomitmen berinovasi bersinergi berkolaborasi',
      'mewujudkan menciptakan membantu melayani berperan berkontribusi mengedepankan menjunjung menghormati memperhatikan',
      'memerangi memberantas melindungi mengantisipasi mengutamakan memprioritaskan memperjuangkan menghadirkan',
      'memperluas memperdalam memelihara mempertahankan menyempurnakan memberdayakan membela mengabdi mengupayakan',
      'menggali menjalankan konsisten fokus hadir berjuang bekerja belajar berbenah peduli mempererat menjalin evaluasi',
    ),
  ],
  // What happens to one rather than what one does: forecasts.
  [
    'state',
    keys(
      'menjadi jadi ada berdampak terdampak naik turun meningkat menurun membaik memburuk melemah menguat mencapai tumbuh',
      'tembus terjadi semakin makin lebih sangat berada bergantung memengaruhi mempengaruhi menyebabkan memicu',
      'menimbulkan membawa dirasakan terlihat terasa memiliki mendapat mendapatkan memperoleh menghadapi mengalami',
      'kehilangan bisa mampu sulit mudah berbeda sama merugikan menguntungkan berpotensi berpengaruh mengganggu muncul',
      'terwujud tercipta tercapai menyusut memanas terkena merasakan merasa menikmati berubah terus bertambah berkurang',
      'terbantu terdorong bertahan sesuai cukup aman terbuka hilang mati hidup menghasilkan memberikan-dampak dikenal',
      'memungkinkan menunjukkan mencerminkan berakibat berujung bernilai berisiko memudahkan mempermudah tampil',
    ),
  ],
  // Words, not deeds: a talk about talk.
  [
    'talk',
    keys('membahas bicara berbicara mendiskusikan berdiskusi mempertimbangkan memikirkan mengkaji melihat lihat'),
  ],
  // Consequences an authority lays on somebody.
  [
    'sanction',
    keys(
      'memblokir pemblokiran mencabut membekukan menindak menghukum mendenda menyanksi menutup memecat memberhentikan',
      'menjatuhkan mengenakan dikenakan dikenai dijatuhi menyita memutus memproses dipidana sanksi denda menyegel copot',
      'mencopot menangkap mendeportasi membubarkan menurunkan-konten ditakedown melaporkan menggugat menuntut',
    ),
  ],
];

const BY_KEY = new Map<string, VerbClass>();
for (const [name, members] of CLASSES) for (const key of members) if (!BY_KEY.has(key)) BY_KEY.set(key, name);
// `akan kami blokir`: the bare verb behind its agent.
for (const [key, name] of [...BY_KEY]) if (name === 'sanction') BY_KEY.set(key.replace(/:t/, ':i'), name);

/** The class of an act named by a verb or its noun, in lower case. */
export const verbClass = remembered((word): VerbClass => BY_KEY.get(formKey(word)) ?? 'act');
