// The online table: three mornings of three hours and a half with the same people, each with its own aim.
// First: the plan, then priorities and urgencies. Second: aims and actions. Third: reflections, final recommendations, evaluation.
import { templateKind } from '../template.ts';
import type { Template } from '../template.ts';
import { block, poll, three } from './make.ts';

const arrival = block({
  title: ['Collegarsi e salutarsi', 'Connect and say hello', 'الاتصال والترحيب'],
  minutes: 15,
  activity: 'welcome',
  about: ['Si prova l’audio, si apre questa pagina, ci si saluta.', 'Test your sound, open this page, say hello.'],
  members: [
    'Tieni aperta questa pagina accanto alla videochiamata. Se qualcosa non va, scrivi o telefona a chi ti aiuta.',
    'Keep this page open beside the video call. If something does not work, write to or call your helper.',
  ],
  leaders: [
    'Metti nel punto il collegamento alla videochiamata. Chiama chi non si collega prima di cominciare.',
    'Put the video link into this block. Call those who cannot connect before you start.',
  ],
});
const pause = block({
  title: ['Pausa', 'Break', 'استراحة'],
  minutes: 15,
  activity: 'break',
  about: ['Ci si alza dallo schermo.', 'Away from the screen.'],
});
const goodbye = (minutes: number) =>
  block({
    title: ['Com’è andata e prossimo incontro', 'How it went, and the next meeting', 'كيف سار اللقاء والموعد القادم'],
    minutes,
    activity: 'closing',
    about: ['Una domanda sulla mattina, poi la prossima data.', 'One question about the morning, then the next date.'],
    members: [
      'Rispondi alla domanda. Riceverai un riassunto di quello che è emerso.',
      'Answer the question. You will receive a summary of what came out.',
    ],
    leaders: ['Di’ che cosa succede adesso a quello che hanno scritto.', 'Say what happens now to what they wrote.'],
  });
const meta = { kind: templateKind, v: 1 } as const;

export const firstTable: Template = {
  meta,
  title: three(['Tavolo online, primo incontro', 'Online table, first meeting', 'الطاولة عبر الإنترنت، اللقاء الأول']),
  startsAt: '09:30',
  blocks: [
    arrival,
    block({
      title: ['Partecipo perché…', 'I take part because…', 'أشارك لأن…'],
      minutes: 25,
      activity: 'poll',
      about: ['Ognuno scrive in poche parole perché è qui.', 'Everybody writes in a few words why they are here.'],
      members: [
        'Scrivi perché partecipi: poche parole bastano. Poi le leggiamo insieme.',
        'Write why you take part: a few words are enough. Then we read them together.',
      ],
      leaders: ['Leggi tutte le parole, anche quelle scritte una volta sola.', 'Read all the words, also those written only once.'],
    }),
    block({
      title: ['Il piano in parole semplici', 'The plan in plain words', 'الخطة بكلمات بسيطة'],
      minutes: 45,
      activity: 'talk',
      about: ['Che cosa vuole fare la città, perché, entro quando.', 'What the city wants to do, why, by when.'],
      members: [
        'Ascolta e segna le parole difficili: le spieghiamo alla fine.',
        'Listen and note the difficult words: we explain them at the end.',
      ],
      leaders: [
        'Al massimo 30 minuti di presentazione, poi domande. Niente sigle senza spiegarle.',
        'At most 30 minutes of slides, then questions. No acronym without an explanation.',
      ],
    }),
    pause,
    block({
      title: ['Priorità e urgenze', 'Priorities and urgencies', 'الأولويات والأمور العاجلة'],
      minutes: 80,
      activity: 'groups',
      about: [
        'In gruppi: che cosa è importante, che cosa è urgente, che cosa manca.',
        'In groups: what is important, what is urgent, what is missing.',
      ],
      members: [
        'Scrivi prima da solo, poi parlane con il gruppo: che cosa è importante? che cosa è urgente? che cosa manca?',
        'Write alone first, then talk in your group: what is important? what is urgent? what is missing?',
      ],
      leaders: [
        '10 minuti di silenzio, 50 di discussione, 20 per scegliere tre punti da riportare.',
        '10 minutes of silence, 50 of discussion, 20 to choose three points to report.',
      ],
    }),
    block({
      title: ['I gruppi raccontano', 'The groups report', 'المجموعات تعرض عملها'],
      minutes: 20,
      activity: 'discussion',
      about: ['Tre minuti a gruppo.', 'Three minutes a group.'],
      members: [
        'Ascolta gli altri gruppi e segna quello che vale anche per te.',
        'Listen to the other groups and note what is true for you too.',
      ],
      leaders: ['Chi racconta non è sempre la stessa persona.', 'Let a different person report each time.'],
    }),
    goodbye(10),
  ],
  polls: [
    poll({ block: 2, question: ['Partecipo perché…', 'I take part because…', 'أشارك لأن…'], kind: { kind: 'words', entries: 3 } }),
    poll({
      block: 5,
      question: ['Che cosa è più urgente per la città?', 'What is most urgent for the city?', 'ما الأكثر إلحاحاً للمدينة؟'],
      kind: {
        kind: 'multiple',
        max: 2,
        options: [
          ['Respirare meglio', 'Better air', 'هواء أفضل'],
          ['Muoversi senza auto', 'Getting around without a car', 'التنقل بدون سيارة'],
          ['Energia e case', 'Energy and homes', 'الطاقة والبيوت'],
          ['Alberi, ombra e acqua', 'Trees, shade and water', 'الأشجار والظل والماء'],
          ['Abitudini di tutti i giorni', 'Everyday habits', 'العادات اليومية'],
        ],
      },
    }),
    poll({
      block: 7,
      question: ['Una parola su questa mattina', 'One word about this morning', 'كلمة واحدة عن هذا الصباح'],
      kind: { kind: 'words', entries: 1 },
    }),
  ],
};

export const secondTable: Template = {
  meta,
  title: three(['Tavolo online, secondo incontro', 'Online table, second meeting', 'الطاولة عبر الإنترنت، اللقاء الثاني']),
  startsAt: '09:30',
  blocks: [
    arrival,
    block({
      title: ['Dove eravamo rimasti', 'Where we were', 'أين توقفنا'],
      minutes: 20,
      activity: 'talk',
      about: ['Quello che è emerso la volta scorsa, e che cosa ne è stato fatto.', 'What came out last time, and what became of it.'],
      members: ['Ascolta: ci ritrovi quello che hai scritto?', 'Listen: do you find what you wrote?'],
      leaders: ['Mostra anche le voci contrarie della volta scorsa.', 'Show last time’s contrary voices too.'],
    }),
    block({
      title: ['Obiettivi e azioni, prima parte', 'Aims and actions, part one', 'الأهداف والإجراءات، الجزء الأول'],
      minutes: 65,
      activity: 'groups',
      about: ['Ogni gruppo legge le azioni di una parte del piano.', 'Each group reads the actions of one part of the plan.'],
      members: [
        'Leggete insieme le azioni. Per ciascuna: che cosa va bene, che cosa manca, a quali condizioni funziona.',
        'Read the actions together. For each: what is good, what is missing, under which conditions it works.',
      ],
      leaders: ['Tre azioni bastano, se discusse bene.', 'Three actions are enough, if discussed well.'],
    }),
    pause,
    block({
      title: ['Obiettivi e azioni, seconda parte', 'Aims and actions, part two', 'الأهداف والإجراءات، الجزء الثاني'],
      minutes: 60,
      activity: 'groups',
      about: ['I gruppi passano a un’altra parte del piano.', 'The groups move to another part of the plan.'],
      members: [
        'Come prima, con altre azioni. Chi prima ha parlato poco, cominci.',
        'As before, with other actions. Those who spoke little go first.',
      ],
      leaders: ['Ricorda di scrivere anche il disaccordo.', 'Remember to write down disagreement too.'],
    }),
    block({
      title: ['I gruppi raccontano', 'The groups report', 'المجموعات تعرض عملها'],
      minutes: 20,
      activity: 'discussion',
      about: ['Tre minuti a gruppo.', 'Three minutes a group.'],
      members: [
        'Ascolta gli altri gruppi e segna quello che vale anche per te.',
        'Listen to the other groups and note what is true for you too.',
      ],
      leaders: ['Chi racconta non è sempre la stessa persona.', 'Let a different person report each time.'],
    }),
    goodbye(15),
  ],
  polls: [
    poll({
      block: 6,
      question: ['Le azioni discusse oggi ti sembrano…', 'Today’s actions seem to you…', 'تبدو لك إجراءات اليوم…'],
      kind: {
        kind: 'scale',
        to: 5,
        statements: [
          ['utili', 'useful', 'مفيدة'],
          ['possibili', 'possible', 'ممكنة'],
          ['giuste per chi ha meno', 'fair to those who have less', 'عادلة لمن لديهم أقل'],
        ],
        low: ['per niente', 'not at all', 'إطلاقاً'],
        high: ['del tutto', 'completely', 'تماماً'],
      },
    }),
    poll({
      block: 7,
      question: ['Una parola su questa mattina', 'One word about this morning', 'كلمة واحدة عن هذا الصباح'],
      kind: { kind: 'words', entries: 1 },
    }),
  ],
};

export const thirdTable: Template = {
  meta,
  title: three(['Tavolo online, terzo incontro', 'Online table, third meeting', 'الطاولة عبر الإنترنت، اللقاء الثالث']),
  startsAt: '09:30',
  blocks: [
    arrival,
    block({
      title: ['Riflessioni sul lavoro fatto', 'Reflections on our work', 'تأملات في العمل المنجز'],
      minutes: 30,
      activity: 'discussion',
      about: ['Che cosa tenere, che cosa correggere di quello che abbiamo scritto.', 'What to keep and what to correct of what we wrote.'],
      members: [
        'Rileggi i punti dei primi due incontri. Che cosa terresti? Che cosa cambieresti?',
        'Read the points of the first two meetings again. What would you keep? What would you change?',
      ],
      leaders: ['Leggi ad alta voce, una voce per gruppo.', 'Read aloud, one voice per group.'],
    }),
    block({
      title: ['Le ultime due parti del piano', 'The last two parts of the plan', 'الجزآن الأخيران من الخطة'],
      minutes: 60,
      activity: 'groups',
      about: ['I gruppi leggono le azioni che mancano.', 'The groups read the actions that are left.'],
      members: [
        'Leggete insieme le azioni. Per ciascuna: che cosa va bene, che cosa manca, a quali condizioni funziona.',
        'Read the actions together. For each: what is good, what is missing, under which conditions it works.',
      ],
      leaders: ['Se il tempo stringe, due azioni per gruppo.', 'If time is short, two actions per group.'],
    }),
    pause,
    block({
      title: ['Raccomandazioni finali', 'Final recommendations', 'التوصيات النهائية'],
      minutes: 60,
      activity: 'decision',
      about: [
        'Si scrivono insieme le raccomandazioni alla città e si decide per alzata di mano.',
        'We write the recommendations to the city together and decide by show of hands.',
      ],
      members: [
        'Proponi una frase, ascolta le altre, poi alza la mano: sì, no, mi astengo.',
        'Propose a sentence, listen to the others, then raise your hand: yes, no, abstain.',
      ],
      leaders: [
        'Al massimo sette raccomandazioni. Scrivi subito i numeri di ciascuna.',
        'Seven recommendations at most. Write the numbers of each at once.',
      ],
    }),
    block({
      title: ['Questa esperienza per me…', 'This experience for me…', 'هذه التجربة بالنسبة لي…'],
      minutes: 20,
      activity: 'poll',
      about: ['Che cosa è stato, in poche parole.', 'What it was, in a few words.'],
      members: [
        'Scrivi in poche parole che cosa è stata per te questa esperienza.',
        'Write in a few words what this experience was for you.',
      ],
      leaders: ['Lascia un minuto di silenzio prima di leggere.', 'Leave a minute of silence before reading.'],
    }),
    block({
      title: ['Valutazione e saluti', 'Evaluation and goodbye', 'التقييم والوداع'],
      minutes: 10,
      activity: 'closing',
      about: [
        'Le ultime domande, e come si conoscerà la risposta della città.',
        'The last questions, and how you will learn the city’s answer.',
      ],
      members: ['Rispondi alle ultime domande. Poi hai finito: grazie.', 'Answer the last questions. Then you are done: thank you.'],
      leaders: ['Di’ la data in cui la città risponde.', 'Say the date on which the city answers.'],
    }),
  ],
  polls: [
    poll({
      block: 6,
      question: ['Questa esperienza per me…', 'This experience for me…', 'هذه التجربة بالنسبة لي…'],
      kind: { kind: 'words', entries: 3 },
    }),
    poll({
      block: 7,
      question: ['Quanto sei d’accordo?', 'How much do you agree?', 'ما مدى موافقتك؟'],
      kind: {
        kind: 'scale',
        to: 5,
        statements: [
          ['Ho capito di che cosa si parlava', 'I understood what it was about', 'فهمت موضوع النقاش'],
          ['Ho potuto dire la mia', 'I could have my say', 'استطعت إبداء رأيي'],
          ['Gli strumenti erano facili da usare', 'The tools were easy to use', 'كانت الأدوات سهلة الاستعمال'],
          ['Parteciperei di nuovo', 'I would take part again', 'سأشارك مرة أخرى'],
        ],
        low: ['per niente', 'not at all', 'إطلاقاً'],
        high: ['del tutto', 'completely', 'تماماً'],
      },
    }),
  ],
};
