// A working group of two hours: one question, silent writing, themes, two proposals.
import { templateKind } from '../template.ts';
import type { Template } from '../template.ts';
import { block, poll, three } from './make.ts';

export const group: Template = {
  meta: { kind: templateKind, v: 1 },
  title: three(['Gruppo di lavoro di due ore', 'Two-hour working group', 'مجموعة عمل لمدة ساعتين']),
  startsAt: '18:00',
  blocks: [
    block({
      title: ['Presentarsi', 'Introductions', 'التعارف'],
      minutes: 15,
      activity: 'welcome',
      about: [
        'Un giro di tavolo: il nome e una cosa che si vede dalla propria finestra.',
        'Once around the table: your name and one thing you see from your window.',
      ],
      members: [
        'Di’ come vuoi essere chiamato e una cosa che vedi dalla tua finestra. Mezzo minuto.',
        'Say how you want to be called and one thing you see from your window. Half a minute.',
      ],
      leaders: [
        'Comincia tu, per dare la misura. Controlla che tutti riescano a rispondere dal telefono.',
        'Go first, to set the length. Check that everybody can answer by phone.',
      ],
    }),
    block({
      title: ['La domanda di oggi', 'Today’s question', 'سؤال اليوم'],
      minutes: 20,
      activity: 'talk',
      about: [
        'Che cosa ci viene chiesto, che cosa si sa già, che cosa si può cambiare.',
        'What we are asked, what is known already, what can be changed.',
      ],
      members: ['Ascolta e chiedi subito le parole che non capisci.', 'Listen, and ask at once about words you do not understand.'],
      leaders: [
        'Dieci minuti di dati, dieci di domande. Tieni una lista delle parole difficili.',
        'Ten minutes of facts, ten of questions. Keep a list of difficult words.',
      ],
    }),
    block({
      title: ['Idee in silenzio', 'Ideas in silence', 'أفكار في صمت'],
      minutes: 30,
      activity: 'groups',
      about: ['Prima ognuno scrive, poi si legge insieme.', 'First everybody writes, then we read together.'],
      members: [
        'Scrivi un’idea per biglietto, senza parlare, per dieci minuti. Poi leggetele insieme e mettete vicine quelle uguali.',
        'Write one idea per note, without talking, for ten minutes. Then read them together and put equal ones side by side.',
      ],
      leaders: ['Il silenzio serve a chi parla poco: non interromperlo.', 'Silence helps those who speak little: do not break it.'],
    }),
    block({
      title: ['Pausa', 'Break', 'استراحة'],
      minutes: 10,
      activity: 'break',
      about: ['Dieci minuti.', 'Ten minutes.'],
    }),
    block({
      title: ['Due proposte', 'Two proposals', 'اقتراحان'],
      minutes: 35,
      activity: 'decision',
      about: [
        'Si scelgono due temi e si scrive una frase per ciascuno: che cosa, chi, entro quando.',
        'Choose two themes and write one sentence for each: what, who, by when.',
      ],
      members: [
        'Scegliete due temi. Per ciascuno una frase: che cosa chiediamo, a chi, entro quando. Poi alzate la mano.',
        'Choose two themes. One sentence each: what we ask, of whom, by when. Then raise your hands.',
      ],
      leaders: [
        'Se non c’è accordo scrivi le due versioni. Conta le mani e annota i numeri.',
        'Without agreement write both versions. Count hands and note the numbers.',
      ],
    }),
    block({
      title: ['Com’è andata', 'How it went', 'كيف سارت الأمور'],
      minutes: 10,
      activity: 'closing',
      about: ['Una domanda, e quando ci si rivede.', 'One question, and when we meet again.'],
      members: ['Rispondi alla domanda sul telefono. Poi hai finito.', 'Answer the question on your phone. Then you are done.'],
      leaders: ['Leggi ad alta voce le due proposte prima di salutare.', 'Read the two proposals aloud before you say goodbye.'],
    }),
  ],
  polls: [
    poll({
      block: 3,
      question: ['Quale tema porteresti avanti per primo?', 'Which theme would you take forward first?', 'أي موضوع تقدّمه أولاً؟'],
      kind: { kind: 'words', entries: 2 },
    }),
    poll({
      block: 6,
      question: ['Oggi ho potuto dire quello che pensavo?', 'Could I say what I think today?', 'هل استطعت اليوم أن أقول ما أفكر فيه؟'],
      kind: {
        kind: 'scale',
        to: 5,
        statements: [
          ['Sono stato ascoltato, sono stata ascoltata', 'I was listened to', 'تم الاستماع إليّ'],
          ['Le parole erano chiare', 'The words were clear', 'كانت الكلمات واضحة'],
        ],
        low: ['per niente', 'not at all', 'إطلاقاً'],
        high: ['del tutto', 'completely', 'تماماً'],
      },
    }),
  ],
};
