import { writeFileSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { it } from 'vitest';
import {
  P1,
  P2,
  answer,
  answering,
  asking,
  closing,
  desk,
  draft,
  drafted,
  facilitator,
  hall,
  kinds,
  listener,
  member,
  memberId,
  opened,
  optionId,
  pick,
  publishing,
  wordsOf,
  write,
  dontKnow,
} from './testing.ts';
import { pollLists } from './lists.ts';
import type { PollDraft } from './draft.ts';
import type { Scenario } from '../kernel/scenario.ts';
const o = (name: string, it: string, ar?: string, en?: string) => ({
  id: optionId(name),
  text: { original: 'it' as const, it, ...(ar ? { ar } : {}), ...(en ? { en } : {}) },
});
const opts = [
  o('aa', 'Ombra e alberi', 'الظل والأشجار'),
  o('bb', 'Luoghi freschi aperti a tutti', 'أماكن باردة مفتوحة للجميع'),
  o('cc', 'Case più fresche', 'بيوت أكثر برودة'),
  o('dd', 'Acqua e fontanelle', 'الماء ونوافير الشرب'),
  o('ee', 'Strade con meno traffico', 'شوارع أقل ازدحامًا'),
];
const q = {
  original: 'it' as const,
  it: 'D’estate, che cosa manca di più nel tuo quartiere per vivere bene?',
  ar: 'ما أكثر ما ينقص حيّك في الصيف لتعيش فيه براحة؟',
};
const single = draft(kinds.single, { question: q, options: opts });
const out: Record<string, unknown> = {};
const views = (name: string, s: Scenario, key = `${P1}.1`, who = member(2)) => {
  const state = s.states['poll'] as never;
  const base = {
    member: s.view('member')['poll'],
    audience: s.view('audience')['poll'],
    ar: s.view('member', 'ar')['poll'],
    screen: s.view('screen')['poll'],
    screenAr: s.view('screen', 'ar')['poll'],
    facilitator: s.view('facilitator')['poll'],
    desk: s.view('desk')['poll'],
    mine: s.mine(who)['poll'],
    mine90: s.mine(member(70))['poll'],
    now: s.now,
  };
  const lists = Object.fromEntries(Object.entries(pollLists).map(([n, l]) => [n, l.rows(state, s.viewContext(), key)]));
  out[name] = { ...base, lists };
};
const many = (counts: number[]) => counts.flatMap((n, i) => Array.from({ length: n }, () => (i < 5 ? pick(opts[i]?.id ?? '') : dontKnow)));
const connections = {
  members: new Map(Array.from({ length: 71 }, (_, i) => [memberId(i + 1), { connected: 1, lastSeenAt: 0 }])),
  audience: 0,
  screens: new Map(),
  facilitators: 1,
  desks: 1,
};
it('makes', () => {
  const s = answering(asking(77, single, 6, { connections }), many([24, 17, 7]));
  views('open', s);
  answering(s, many([24, 17, 13, 9, 5, 3])).when(closing, facilitator);
  views('closed', s);
  s.when(publishing, facilitator);
  views('published', s);
  s.when({ type: 'poll.repeat', poll: P1, round: 2 }, facilitator).when({ type: 'poll.open', poll: P1, round: 2 }, facilitator);
  answering(s, many([17, 24, 11, 12, 4, 3]), 2)
    .when({ ...closing, round: 2 }, facilitator)
    .when({ ...publishing, round: 2 }, facilitator);
  views('rounds', s, `${P1}.2`);
  const sc = draft(
    {
      kind: 'scale',
      from: 1,
      to: 5,
      statements: [o('s1', 'Il tempo è bastato'), o('s2', 'Ho capito gli esperti'), o('s3', 'Al tavolo ho potuto parlare')],
      ends: { low: o('x', 'per niente').text, high: o('x', 'del tutto').text },
    },
    { question: { original: 'it', it: 'Quanto sei d’accordo?' } },
  );
  const s2 = asking(77, sc);
  views('scale', s2);
  for (let i = 1; i <= 60; i++)
    s2.when(
      answer({
        kind: 'scale',
        values: {
          [optionId('s1')]: 1 + ((i * 7) % 5),
          [optionId('s2')]: 1 + Math.min(4, (i * i) % 6),
          ...(i % 7 ? { [optionId('s3')]: 3 + (i % 3) } : { [optionId('s3')]: 'dontknow' as const }),
        },
      }),
      member(i),
    );
  s2.when(closing, facilitator).when(publishing, facilitator);
  views('scaleDone', s2);
  const tx = draft({ kind: 'text', maxChars: 280 }, { question: { original: 'it', it: 'Che cosa resta fuori dai testi?' } });
  const s3 = answering(
    asking(73, tx),
    [
      'Chi lavora di notte non ha ombra né autobus: nei testi non c’è.',
      'Gli anziani soli nelle case popolari.',
      'Chi paga la manutenzione degli alberi nuovi?',
      'Le scuole d’estate restano chiuse.',
      'Le scuole d’estate restano chiuse.',
      'Il signor Bianchi del terzo piano ruba.',
      'L’acqua dei canali.',
    ].map(write),
  );
  views('text', s3);
  s3.when(closing, facilitator).when(publishing, facilitator);
  views('textDone', s3);
  const mu = draft(
    { kind: 'multiple', min: 1, max: 3 },
    {
      question: { original: 'it', it: 'Che cosa faresti per prima cosa?' },
      options: [
        o('m1', 'Ombra alle fermate'),
        o('m2', 'Fontanelle nuove'),
        o('m3', 'Biblioteche aperte la sera'),
        o('m4', 'Scuole aperte d’estate'),
        o('m5', 'Cortili aperti a tutti'),
      ],
    },
  );
  const s4 = asking(73, mu);
  views('multiple', s4);
  for (let i = 1; i <= 50; i++) s4.when(answer(pick(...[optionId('m1'), optionId('m2'), optionId('m4')].slice(0, 1 + (i % 3)))), member(i));
  s4.when(closing, facilitator).when(publishing, facilitator);
  views('multipleDone', s4);
  const big = draft(
    { kind: 'single' },
    {
      question: q,
      options: Array.from({ length: 12 }, (_, i) =>
        o(
          `k${i}`,
          [
            'Ombra e alberi',
            'Luoghi freschi aperti a tutti la sera',
            'Case più fresche',
            'Acqua',
            'Strade',
            'Scuole',
            'Biblioteche aperte fino a tardi',
            'Mercati',
            'Piscine comunali',
            'Cortili',
            'Tram',
            'Orti',
          ][i] ?? '',
        ),
      ),
    },
  );
  const s6 = asking(77, big);
  views('big', s6);
  for (let i = 1; i <= 70; i++) s6.when(answer(i % 9 === 0 ? dontKnow : pick(optionId(`k${(i * i) % 12}`))), member(i));
  s6.when(closing, facilitator).when(publishing, facilitator);
  views('bigDone', s6);
  const wd = draft(
    { kind: 'words', maxEntries: 3 },
    { question: { original: 'it', it: 'Che cosa deve avere al centro l’Assemblea sul Clima?' }, electorate: 'audience', live: false },
  );
  const csv = Papa.parse<string[]>(readFileSync(new URL('./testdata/word-entries-it.csv', import.meta.url), 'utf8').trim()).data.slice(1);
  const by = new Map<string, string[]>();
  for (const [p = '', t = ''] of csv) by.set(p, [...(by.get(p) ?? []), t]);
  const s5 = asking(0, wd);
  views('words', s5, `${P1}.1`, listener(1));
  let i = 0;
  for (const list of by.values()) s5.when(answer(wordsOf(...list.slice(0, 3))), listener(++i));
  s5.when(answer(wordsOf('merda')), listener(++i));
  s5.when(closing, facilitator);
  views('wordsClosed', s5, `${P1}.1`, listener(1));
  s5.when(publishing, facilitator);
  views('wordsDone', s5, `${P1}.1`, listener(1));
  const long = [
    'meno auto davanti alle scuole',
    'ombra alle fermate e nelle piazze',
    'tempi certi e risposte scritte',
    'case che non costano troppo da scaldare',
    'trasporto pubblico anche di notte',
    'mobilità sostenibile',
    'verde',
    'acqua',
    'aria pulita',
    'ascoltare chi di solito non parla mai',
    'parole semplici, non burocratiche',
    'lavoro per i giovani del quartiere',
    'meno cemento, più alberi veri',
    'pompa di calore',
  ];
  const s7 = asking(0, { ...wd, live: true });
  for (let k = 1; k <= 163; k++)
    s7.when(answer(wordsOf(long[Math.floor((((k * k * 7) % 100) / 100) * ((k % 14) + 1))] ?? 'verde')), listener(k));
  views('phrases', s7, `${P1}.1`, listener(1));
  const ed = hall(77).given(drafted(single), drafted(sc, P2));
  views('editor', ed);
  const sp = draft(kinds.yesno, { question: { original: 'it', it: 'Pausa di 10 minuti?' } });
  const s8 = answering(asking(77, sp, 6), [pick('yes')]);
  views('yesno', s8);
  s8.when({ type: 'poll.answerOnPaper', poll: P1, round: 1, member: memberId(2), edit: 1, answer: pick('no') }, desk);
  views('paper', s8);
  writeFileSync(new URL('../../client/poll/preview.json', import.meta.url), JSON.stringify(out));
});
void opened;
