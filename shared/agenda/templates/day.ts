// A whole Saturday in plenary, from arrival to evaluation (8 h 15): the model day of a climate assembly.
// Texts are decided by show of hands, written down in the running block; the questions before and after are the same one.
import { templateKind } from '../template.ts';
import type { Template } from '../template.ts';
import { block, poll, three } from './make.ts';

export const day: Template = {
  meta: { kind: templateKind, v: 1 },
  title: three(['Plenaria di una giornata', 'Day plenary', 'جلسة عامة ليوم كامل']),
  startsAt: '08:45',
  blocks: [
    block({
      title: ['Accoglienza', 'Arrival', 'الاستقبال'],
      minutes: 30,
      activity: 'welcome',
      about: [
        'Si entra con il cartoncino, si sceglie la lingua, si prende un caffè.',
        'Come in with your card, choose your language, have a coffee.',
      ],
      members: [
        'Inquadra il QR del tuo cartoncino, o scrivi il codice. Se il telefono non va, passa dal banco.',
        'Scan the QR on your card, or type its code. If your phone does not work, go to the desk.',
      ],
      leaders: [
        'Guarda chi manca. Prova lo schermo e il suono. Chi non ha telefono riceve i fogli dal banco.',
        'See who is missing. Test screen and sound. People without a phone get sheets from the desk.',
      ],
    }),
    block({
      title: ['Apertura dei lavori', 'Opening', 'افتتاح الأعمال'],
      minutes: 15,
      activity: 'talk',
      about: ['Il programma di oggi, che cosa si decide e che cosa no.', 'Today’s programme, what will be decided and what will not.'],
      members: ['Ascolta. Il programma resta sempre sul tuo telefono.', 'Listen. The programme stays on your phone.'],
      leaders: [
        'Apri la seduta con il numero dei presenti. Ricorda le regole: si ascolta, si parla uno alla volta.',
        'Open the session with the number present. Recall the rules: we listen, one speaks at a time.',
      ],
    }),
    block({
      title: ['Verbale precedente', 'Last minutes', 'محضر الجلسة السابقة'],
      minutes: 10,
      activity: 'decision',
      about: [
        'Si leggono le correzioni arrivate e si approva il verbale per alzata di mano.',
        'Corrections are read, and the minutes approved by show of hands.',
      ],
      members: [
        'Leggi le correzioni. Poi alza la mano: sì, no, mi astengo.',
        'Read the corrections. Then raise your hand: yes, no, abstain.',
      ],
      leaders: ['Conta due volte e scrivi i numeri con «Alzata di mano».', 'Count twice and write the numbers down with “Show of hands”.'],
    }),
    block({
      title: ['Dove siamo adesso?', 'Where are we now?', 'أين نحن الآن؟'],
      minutes: 10,
      activity: 'poll',
      about: [
        'Una domanda all’inizio, la stessa alla fine: così si vede che cosa cambia.',
        'One question at the start, the same at the end: so we see what changes.',
      ],
      members: ['Rispondi sul telefono. «Non so» è una risposta.', 'Answer on your phone. “I don’t know” is an answer.'],
      leaders: ['Tieni nascosti i risultati fino a fine giornata.', 'Keep the results hidden until the end of the day.'],
    }),
    block({
      title: ['Ascolto degli esperti', 'Hearing the experts', 'الاستماع إلى الخبراء'],
      minutes: 90,
      activity: 'talk',
      about: [
        'Tre interventi da 10 minuti, e dopo ciascuno le vostre domande.',
        'Three talks of 10 minutes, each followed by your questions.',
      ],
      members: [
        'Ascolta i tre interventi. Annota una domanda quando vuoi: dopo ogni intervento c’è tempo per farla.',
        'Listen to the three talks. Note your question: there is time for it after each talk.',
      ],
      leaders: [
        'Avvisa chi parla a 2 minuti dalla fine. Se siamo in ritardo, taglia gli interventi e non le domande.',
        'Warn the speaker 2 minutes before the end. If late, cut the talks and not the questions.',
      ],
    }),
    block({
      title: ['Lavori di gruppo', 'Working groups', 'عمل المجموعات'],
      minutes: 80,
      activity: 'groups',
      about: [
        'Ai tavoli: prima si scrive da soli e in silenzio, poi si legge insieme e si dà un nome ai temi.',
        'At the tables: first write alone in silence, then read together and name the themes.',
      ],
      members: [
        'Scrivi in silenzio le tue idee, una per biglietto. Poi leggete insieme i biglietti e date un nome ai temi.',
        'Write your ideas in silence, one per note. Then read the notes together and name the themes.',
      ],
      leaders: [
        '10 minuti di silenzio, 40 di lettura, 20 per i nomi, 10 per scegliere chi racconta. Passa dai tavoli fermi.',
        '10 minutes of silence, 40 of reading, 20 for names, 10 to choose who reports. Visit the tables that are stuck.',
      ],
    }),
    block({
      title: ['I gruppi raccontano', 'The groups report', 'المجموعات تعرض عملها'],
      minutes: 35,
      activity: 'discussion',
      about: ['Ogni tavolo ha due minuti.', 'Each table has two minutes.'],
      members: ['Ascolta gli altri tavoli. Che cosa torna uguale al tuo?', 'Listen to the other tables. What is the same as yours?'],
      leaders: [
        'Due minuti a tavolo, in ordine di numero. I temi uguali si dicono una volta sola.',
        'Two minutes a table, in order of number. Equal themes are said only once.',
      ],
    }),
    block({
      title: ['Pranzo', 'Lunch', 'الغداء'],
      minutes: 50,
      activity: 'break',
      about: ['Si riprende puntuali. Il posto resta il tuo.', 'We start again on time. Your place stays yours.'],
    }),
    block({
      title: ['Scrivere i testi', 'Writing the texts', 'كتابة النصوص'],
      minutes: 55,
      activity: 'groups',
      about: [
        'Ogni tavolo scrive una raccomandazione: che cosa, chi, entro quando, perché, come si misura.',
        'Each table writes a recommendation: what, who, by when, why, how it is measured.',
      ],
      members: [
        'Scrivete insieme: che cosa chiedete, a chi, entro quando, perché, come si capisce se è stato fatto.',
        'Write together: what you ask, of whom, by when, why, how one can tell that it was done.',
      ],
      leaders: [
        'Frasi corte, niente sigle. Se un tema non entra in nessun testo, annota il motivo.',
        'Short sentences, no acronyms. If a theme enters no text, write down the reason.',
      ],
    }),
    block({
      title: ['Leggere i testi degli altri', 'Reading the others’ texts', 'قراءة نصوص الآخرين'],
      minutes: 30,
      activity: 'discussion',
      about: [
        'I testi sono appesi ai muri. Si gira, si legge, si obietta con un motivo.',
        'The texts hang on the walls. Walk, read, object with a reason.',
      ],
      members: [
        'Leggi almeno tre testi di altri tavoli. Se qualcosa non va, scrivi che cosa e perché.',
        'Read at least three texts of other tables. If something is wrong, write what and why.',
      ],
      leaders: [
        'Un’obiezione senza motivo si riporta a chi l’ha scritta, non si butta.',
        'An objection without a reason goes back to its author; it is not thrown away.',
      ],
    }),
    block({
      title: ['Ultime modifiche', 'Last changes', 'التعديلات الأخيرة'],
      minutes: 20,
      activity: 'groups',
      about: ['I tavoli rispondono alle obiezioni e chiudono il testo.', 'The tables answer the objections and close the text.'],
      members: [
        'Rispondete a ogni obiezione: accolta, accolta in parte, o no e perché.',
        'Answer every objection: accepted, accepted in part, or no and why.',
      ],
      leaders: [
        'Alla fine dei 20 minuti i testi non cambiano più. Numerali.',
        'After these 20 minutes the texts do not change any more. Number them.',
      ],
    }),
    block({
      title: ['Decidere testo per testo', 'Deciding text by text', 'القرار نصاً بنص'],
      minutes: 50,
      activity: 'decision',
      about: ['Ogni testo si legge e si decide per alzata di mano.', 'Each text is read and decided by show of hands.'],
      members: [
        'Ascolta il testo, poi alza la mano: sì, no, mi astengo. Chi non è d’accordo può spiegare perché.',
        'Listen to the text, then raise your hand: yes, no, abstain. Those who disagree may explain why.',
      ],
      leaders: [
        'Prima di cominciare controlla i presenti. Tre minuti a testo. Scrivi i numeri subito, e il dissenso con le sue parole.',
        'Check those present first. Three minutes a text. Write the numbers at once, and the dissent in its own words.',
      ],
    }),
    block({
      title: ['Che cosa è cambiato?', 'What has changed?', 'ما الذي تغيّر؟'],
      minutes: 10,
      activity: 'poll',
      about: ['La domanda del mattino, un’altra volta.', 'The question of the morning, once more.'],
      members: ['Rispondi di nuovo alla domanda di stamattina.', 'Answer this morning’s question again.'],
      leaders: [
        'Mostra insieme le due risposte. Leggi le posizioni di minoranza.',
        'Show the two answers together. Read the minority’s positions.',
      ],
    }),
    block({
      title: ['Valutazione e saluti', 'Evaluation and goodbye', 'التقييم والوداع'],
      minutes: 10,
      activity: 'closing',
      about: ['Quattro minuti di domande sulla giornata, poi i saluti.', 'Four minutes of questions about the day, then goodbye.'],
      members: [
        'Rispondi alle ultime domande: servono a fare meglio la prossima volta. Poi hai finito.',
        'Answer the last questions: they help us do better next time. Then you are done.',
      ],
      leaders: [
        'Chiudi la seduta con il numero dei presenti. Di’ quando arriva il verbale.',
        'Close the session with the number present. Say when the minutes will arrive.',
      ],
    }),
  ],
  polls: [
    poll({
      block: 4,
      question: [
        'D’estate, che cosa manca di più nel tuo quartiere per vivere bene?',
        'In summer, what does your neighbourhood lack most to live well?',
        'في الصيف، ما أكثر ما ينقص حيّك للعيش بشكل جيد؟',
      ],
      kind: {
        kind: 'single',
        options: [
          ['Ombra e alberi', 'Shade and trees', 'الظل والأشجار'],
          ['Acqua e fontanelle', 'Water and drinking fountains', 'الماء ونوافير الشرب'],
          ['Luoghi freschi aperti a tutti', 'Cool places open to all', 'أماكن باردة مفتوحة للجميع'],
          ['Strade con meno traffico', 'Streets with less traffic', 'شوارع أقل ازدحاماً'],
          ['Case più fresche', 'Cooler homes', 'بيوت أكثر برودة'],
        ],
      },
    }),
    poll({
      block: 5,
      question: [
        'Quanto ti sono chiari gli interventi di stamattina?',
        'How clear were this morning’s talks to you?',
        'ما مدى وضوح مداخلات هذا الصباح؟',
      ],
      kind: {
        kind: 'scale',
        to: 5,
        statements: [
          ['Il problema', 'The problem', 'المشكلة'],
          ['Le azioni possibili', 'What can be done', 'الإجراءات الممكنة'],
          ['Che cosa decidiamo oggi', 'What we decide today', 'ما الذي نقرره اليوم'],
        ],
        low: ['per niente', 'not at all', 'غير واضح إطلاقاً'],
        high: ['del tutto', 'completely', 'واضح تماماً'],
      },
    }),
    poll({
      block: 13,
      question: [
        'Dopo oggi, da che cosa si comincia nel tuo quartiere?',
        'After today, where should your neighbourhood begin?',
        'بعد اليوم، من أين نبدأ في حيّك؟',
      ],
      kind: {
        kind: 'single',
        options: [
          ['Ombra e alberi', 'Shade and trees', 'الظل والأشجار'],
          ['Acqua e fontanelle', 'Water and drinking fountains', 'الماء ونوافير الشرب'],
          ['Luoghi freschi aperti a tutti', 'Cool places open to all', 'أماكن باردة مفتوحة للجميع'],
          ['Strade con meno traffico', 'Streets with less traffic', 'شوارع أقل ازدحاماً'],
          ['Case più fresche', 'Cooler homes', 'بيوت أكثر برودة'],
        ],
      },
    }),
    poll({
      block: 14,
      question: [
        'Che cosa terresti e che cosa cambieresti di questa giornata?',
        'What would you keep and what would you change about today?',
        'ما الذي تحتفظ به وما الذي تغيّره في هذا اليوم؟',
      ],
      kind: { kind: 'text' },
    }),
  ],
};
