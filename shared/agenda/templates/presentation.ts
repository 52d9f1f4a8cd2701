// The assembly presented to the public: an hour and a half in a hall, the audience answers four questions on its own phones.
import { templateKind } from '../template.ts';
import type { Template } from '../template.ts';
import { block, poll, three } from './make.ts';

export const presentation: Template = {
  meta: { kind: templateKind, v: 1 },
  title: three(['Presentazione al pubblico', 'Public presentation', 'عرض أمام الجمهور']),
  startsAt: '18:00',
  blocks: [
    block({
      title: ['Benvenuti', 'Welcome', 'أهلاً وسهلاً'],
      minutes: 15,
      activity: 'welcome',
      about: [
        'Ci si siede e si prova il telefono: basta il codice sullo schermo.',
        'Take a seat and try your phone: the code on the screen is enough.',
      ],
      members: [
        'Apri l’indirizzo scritto sullo schermo e scrivi il codice della sala. Non serve nessun nome.',
        'Open the address on the screen and type the room code. No name is needed.',
      ],
      leaders: [
        'Lascia il codice sullo schermo finché i telefoni collegati smettono di crescere.',
        'Leave the code on the screen until the number of phones stops growing.',
      ],
    }),
    block({
      title: ['Che cos’è l’assemblea', 'What the assembly is', 'ما هو المجلس'],
      minutes: 20,
      activity: 'talk',
      about: [
        'Chi sono i membri, come vengono sorteggiati, che cosa possono chiedere alla città.',
        'Who the members are, how they are drawn by lot, what they may ask of the city.',
      ],
      members: ['Ascolta. Tra poco tocca a te rispondere.', 'Listen. Your turn to answer comes soon.'],
      leaders: [
        'Tre messaggi, non di più: sorteggio, raccomandazioni, risposta della città. Porta un esempio concreto.',
        'Three messages, no more: the draw, recommendations, the city’s answer. Bring one real example.',
      ],
    }),
    block({
      title: ['La parola a voi', 'Your turn', 'الكلمة لكم'],
      minutes: 25,
      activity: 'poll',
      about: [
        'Quattro domande, una alla volta. I risultati si vedono dopo la chiusura.',
        'Four questions, one at a time. Results are shown after each one closes.',
      ],
      members: [
        'Rispondi sul telefono. Le risposte sono anonime e hanno valore non deliberativo.',
        'Answer on your phone. Answers are anonymous and decide nothing.',
      ],
      leaders: [
        'Leggi ogni domanda ad alta voce e aspetta che le risposte si fermino, poi chiudi e pubblica. Commenta anche le critiche.',
        'Read each question aloud, wait until answers stop, then close and publish. Comment on the criticism too.',
      ],
    }),
    block({
      title: ['Domande dalla sala', 'Questions from the floor', 'أسئلة من القاعة'],
      minutes: 20,
      activity: 'discussion',
      about: ['Chi vuole alza la mano. Un minuto a testa.', 'Raise your hand to speak. One minute each.'],
      members: ['Alza la mano e aspetta il microfono.', 'Raise your hand and wait for the microphone.'],
      leaders: [
        'Alterna chi parla. Se una domanda resta senza risposta, dillo e annotala.',
        'Alternate the speakers. If a question stays unanswered, say so and write it down.',
      ],
    }),
    block({
      title: ['Come si continua', 'What happens next', 'ما الخطوة التالية'],
      minutes: 10,
      activity: 'closing',
      about: ['Le prossime date e dove si leggono i risultati di oggi.', 'The next dates, and where to read today’s results.'],
      leaders: [
        'Saluta, ringrazia, lascia sullo schermo l’indirizzo dei risultati.',
        'Say goodbye, thank everybody, leave the address of the results on the screen.',
      ],
    }),
  ],
  polls: [
    poll({
      block: 3,
      of: 'audience',
      question: [
        'Se venissi sorteggiato/a parteciparesti all’Assemblea Permanente dei Cittadini sul Clima?',
        'If you were drawn by lot, would you take part in the Permanent Citizens’ Assembly on Climate?',
        'إذا تم اختيارك بالقرعة، هل ستشارك في المجلس الدائم للمواطنين حول المناخ؟',
      ],
      kind: {
        kind: 'single',
        options: [
          ['Sì', 'Yes', 'نعم'],
          ['No', 'No', 'لا'],
          ['Dipende dal tempo che chiede', 'It depends on the time it takes', 'حسب الوقت المطلوب'],
        ],
      },
    }),
    poll({
      block: 3,
      of: 'audience',
      question: [
        'Cosa ti piace di questa nuova Assemblea dei Cittadini?',
        'What do you like about this new Citizens’ Assembly?',
        'ما الذي يعجبك في مجلس المواطنين الجديد؟',
      ],
      kind: { kind: 'words', entries: 3 },
    }),
    poll({
      block: 3,
      of: 'audience',
      question: [
        'Quali criticità e ostacoli vedi in questa iniziativa?',
        'What problems and obstacles do you see in this initiative?',
        'ما الصعوبات والعوائق التي تراها في هذه المبادرة؟',
      ],
      kind: { kind: 'words', entries: 3 },
    }),
    poll({
      block: 3,
      of: 'audience',
      question: [
        'Hai delle proposte da portare per i futuri lavori dell’Assemblea?',
        'Do you have proposals for the Assembly’s future work?',
        'هل لديك اقتراحات لأعمال المجلس القادمة؟',
      ],
      kind: { kind: 'words', entries: 3 },
    }),
  ],
};
