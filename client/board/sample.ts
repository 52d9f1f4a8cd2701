// A whole board to look at and to measure: the residents' and organisations' notes of the city's plan, as an evening's table arranged them
// (53 notes, by area and theme). Development, tests and the bench only; no page imports it.
import type { NoteKind } from '../../shared/board/limits.ts';

type Sample = readonly [kind: NoteKind, text: string, mark?: 'minority' | 'paper'];
export const sample: readonly (readonly [area: string, themes: readonly (readonly [theme: string | null, notes: readonly Sample[]])[]])[] =
  [
    [
      'Milano Sana e Inclusiva',
      [
        [
          'Bici e scuola',
          [
            ['idea', 'Più rastrelliere per bici e monopattini vicino a scuole, parchi, palestre e oratori'],
            ['idea', 'Far ripartire il Pedibus alle elementari'],
          ],
        ],
        [
          'Regole e chi lavora',
          [
            ['against', 'Rivedere il regolamento aria: dopo la pandemia molte imprese non ce la fanno ad adeguarsi', 'minority'],
            ['against', 'Non si può chiedere una colonnina elettrica in ogni distributore'],
            ['against', 'Regole troppo care per ambulanti e pizzerie', 'paper'],
            ['idea', 'Valutare meglio le stufe a 5 stelle'],
          ],
        ],
        [
          'Da togliere dal piano',
          [
            ['against', 'Togliere la parola «tattica»: in alcune piazze l’urbanistica tattica è andata male'],
            ['against', 'Togliere del tutto il Fondo per l’aria'],
            ['against', 'Togliere i criteri green obbligatori per gli eventi'],
            ['against', 'Togliere la multietichetta ambientale'],
            ['against', 'Togliere i tavoli con gli altri enti sull’agricoltura'],
          ],
        ],
        [
          'Energia in casa',
          [
            ['idea', 'Case nuove solo con energia del sole e senza gas'],
            ['condition', 'Se si rifà il tetto, obbligo di pannelli solari dove si può'],
          ],
        ],
        [
          null,
          [
            ['idea', 'Mettere i sensori dell’aria anche in alto, sui tetti, non solo a livello strada'],
            ['condition', 'Rispettare i limiti di legge dell’aria già nel 2023, non nel 2025'],
            ['idea', 'Portare nelle scuole l’educazione al cibo e la conoscenza dei mercati agricoli locali', 'paper'],
          ],
        ],
      ],
    ],
    [
      'Milano Connessa e Accessibile',
      [
        [
          'Strade con meno auto',
          [
            ['against', 'Tempi troppo lunghi: città di pedoni e bici entro il 2025'],
            ['idea', 'Chiudere poco alla volta le strade alle auto, anche alla sosta, e abbassare la velocità'],
            ['idea', 'Prima di tutto la sicurezza di chi va a piedi e in bici'],
            ['idea', 'Concorso di idee e mostra itinerante sulla «città 30»'],
          ],
        ],
        [
          'Area B, più o meno severa',
          [
            ['idea', 'Meno deroghe ed esenzioni in Area B'],
            ['against', 'Area B non funziona e crea disagi a famiglie e imprese'],
            ['against', 'Area B è ingiusta: colpisce chi non può comprarsi un’auto nuova', 'minority'],
            ['against', 'Togliere dal piano la parte su Area B e le polveri di freni e gomme'],
          ],
        ],
        [
          'Chi arriva da fuori',
          [
            ['condition', 'Servono subito alternative all’auto per chi arriva da fuori Milano'],
            ['idea', 'Usare i fondi del PNRR per ridurre l’inquinamento da traffico'],
          ],
        ],
        [null, [['against', 'Nel piano manca la riapertura dei Navigli']]],
      ],
    ],
    [
      'Milano a Energia Positiva',
      [
        [
          'Demolire o rifare',
          [
            ['against', 'Per i palazzi anni ’50–’80 meglio demolire e ricostruire che solo riqualificare'],
            ['idea', 'Ricostruire serve anche contro i terremoti e per l’accessibilità'],
          ],
        ],
        [
          'Dire i numeri',
          [
            ['question', 'Dire quante aree «carbon neutral», quanto grandi e entro quando'],
            ['question', 'Per ogni progetto dire quanta CO2 e quante polveri si evitano'],
          ],
        ],
        [null, [['idea', 'Sportello Energia: un solo posto dove avere tutte le informazioni e gli incentivi']]],
      ],
    ],
    [
      'Milano Più Fresca',
      [
        [
          'Verde che si usa davvero',
          [
            ['idea', 'Creare nuovi grandi parchi nelle aree dismesse'],
            ['condition', 'Contare il verde che si può usare davvero, non solo il numero di piante'],
            ['condition', '220.000 alberi in più, non in sostituzione: un albero abbattuto vale meno uno'],
          ],
        ],
        [null, [['idea', 'Usare di più le vernici che riflettono il sole contro le isole di calore']]],
      ],
    ],
    [
      'Milano Consapevole',
      [
        [
          'Parole chiare per tutti',
          [
            ['idea', 'Comunicazione chiara e costante'],
            ['idea', 'Usare anche le lingue straniere più parlate in città'],
            ['idea', 'Meno parole tecniche, linguaggio più semplice'],
            ['idea', 'Spiegare alle persone come le loro scelte cambiano l’aria di Milano'],
            ['idea', 'Far conoscere le iniziative sostenibili su più canali'],
          ],
        ],
        [
          'Misurare e far vedere',
          [
            ['idea', 'Misurare e controllare gli interventi nel tempo'],
            ['question', 'Far vedere i progressi: si arriva agli obiettivi nei tempi?'],
            ['idea', 'Mettere numeri per ogni obiettivo, così si può verificare'],
            ['idea', 'Schede sempre aggiornate con costi e risultati'],
            ['condition', 'Aggiornare il piano a scadenze fisse'],
            ['condition', 'Ogni azione deve avere un referente con i contatti'],
          ],
        ],
        [
          'Continuare insieme',
          [
            ['idea', 'Coinvolgere tutta la città nelle iniziative proposte'],
            ['idea', 'Continuare a coinvolgerci: che non sia una tantum'],
          ],
        ],
        [
          null,
          [
            ['idea', 'Usare le Olimpiadi per rifare il look alla città'],
            ['against', 'A volte difficile seguire per problemi tecnici con gli strumenti digitali', 'paper'],
            ['idea', 'Laboratori di riparazione di apparecchi nelle scuole'],
          ],
        ],
      ],
    ],
  ];
/** Said by a second person, under the first note. */
export const second = 'Posti bici in numero giusto per chi frequenta il luogo, se possibile con telecamere';
