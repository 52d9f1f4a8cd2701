// Words that come back in the notes of a theme: offered for its name, never put in by themselves. Pure. Safe for phones.
const shortest = 4;
const most = 4;
/** Words of at least four letters in two notes or more, the commonest first; of words equal but for the ending, the first met. */
export const recurring = (texts: readonly string[]): readonly string[] => {
  const found = new Map<string, { readonly word: string; notes: number }>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const raw of text.split(/[^\p{L}\p{M}]+/u)) {
      const word = raw.toLocaleLowerCase();
      if ([...word].length < shortest) continue;
      const root = word.replace(/[aeiou]+$/u, '');
      if (seen.has(root)) continue;
      seen.add(root);
      const known = found.get(root);
      if (known) known.notes += 1;
      else found.set(root, { word, notes: 1 });
    }
  }
  return [...found.values()]
    .filter(({ notes, word }) => notes > 1 && !plainWords.has(word))
    .sort((a, b) => b.notes - a.notes || b.word.length - a.word.length)
    .slice(0, most)
    .map(({ word }) => word);
};
/** Words that say nothing of what a note is about. */
const plainWords: ReadonlySet<string> = new Set(
  'alla alle agli allo anche ancora come così cosa cose con della delle dello degli dell dalla dalle dove dopo ogni loro meno molto nella nelle nello negli nell nostra nostro pure quando quanto quella quelle quello questa queste questo sempre senza solo sono sulla sulle sull sullo tutta tutte tutti tutto about also from have into more must only should than that their them there they this those very what when where which will with without your'.split(
    ' ',
  ),
);
