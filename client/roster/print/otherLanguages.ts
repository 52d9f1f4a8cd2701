/* Short printed sentences in languages that people of the hall read besides Italian: on the join sheet all of them, on a card one of them.
   Not a dictionary of the pages: paper carries several languages at once, each under its own name and in its own direction.
   `{network}` is the name of the hall's network. */
export type OtherLanguage = 'en' | 'es' | 'ar' | 'ro' | 'fil';
export interface OtherWords {
  readonly lang: OtherLanguage;
  /** The language's own name. */
  readonly own: string;
  readonly dir: 'ltr' | 'rtl';
  /** Under the seat of a card: what it is for. */
  readonly card: string;
  readonly join: string;
  /** Where there is no network of the hall to join. */
  readonly joinOnly: string;
}
export const otherLanguages: readonly OtherWords[] = [
  {
    lang: 'en',
    own: 'English',
    dir: 'ltr',
    card: 'Your seat. Scan the square, or type the code.',
    join: 'Join the Wi-Fi “{network}”, scan the square, type the code.',
    joinOnly: 'Scan the square, type the code.',
  },
  {
    lang: 'es',
    own: 'Español',
    dir: 'ltr',
    card: 'Tu asiento. Escanea el cuadrado o escribe el código.',
    join: 'Conéctate al wifi «{network}», escanea el cuadrado y escribe el código.',
    joinOnly: 'Escanea el cuadrado y escribe el código.',
  },
  {
    lang: 'ar',
    own: 'العربية',
    dir: 'rtl',
    card: 'مقعدك. امسح المربع أو اكتب الرمز.',
    join: 'اتصل بشبكة «{network}»، امسح المربع ثم اكتب الرمز.',
    joinOnly: 'امسح المربع ثم اكتب الرمز.',
  },
  {
    lang: 'ro',
    own: 'Română',
    dir: 'ltr',
    card: 'Locul tău. Scanează pătratul sau scrie codul.',
    join: 'Conectează-te la rețeaua „{network}”, scanează pătratul și scrie codul.',
    joinOnly: 'Scanează pătratul și scrie codul.',
  },
  {
    lang: 'fil',
    own: 'Filipino',
    dir: 'ltr',
    card: 'Ang iyong upuan. I-scan ang QR o i-type ang code.',
    join: 'Kumonekta sa Wi-Fi na “{network}”, i-scan ang QR at i-type ang code.',
    joinOnly: 'I-scan ang QR at i-type ang code.',
  },
];
export const isOtherLanguage = (value: string): value is OtherLanguage => otherLanguages.some(({ lang }) => lang === value);
