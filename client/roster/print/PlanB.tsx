/* Plan B on paper (RO5): the whole session if everything stops: programme with room for the real hours, questions with room for the strokes,
   groups when there are some, the roll with room for comings and goings. Seats only: the sheets lie around in the hall. */
import { hour, number, useTexts } from '../../kernel/i18n.ts';
import { rosterTexts } from '../rosterTexts.ts';
import './print.css';

export interface PlanBProps {
  readonly title: string;
  readonly assembly: string;
  /** In words, as the caller writes days. */
  readonly day: string;
  readonly timeZone: string;
  /** `startsAt` epoch ms as planned, null while no start is known. */
  readonly blocks: readonly { readonly title: string; readonly plannedMin: number; readonly startsAt: number | null }[];
  /** `choices` empty: an open question. */
  readonly questions: readonly { readonly text: string; readonly choices: readonly string[] }[];
  readonly groups: readonly { readonly name: string; readonly seats: readonly string[] }[];
  readonly seats: readonly string[];
}

export function PlanB({ title, assembly, day, timeZone, blocks, questions, groups, seats }: PlanBProps) {
  const t = useTexts(rosterTexts);
  return (
    <div className="plan-b">
      <section className="a4 sheet-a4">
        <p className="meta">
          {assembly}, {day}
        </p>
        <h1 className="big">{t('print.planB.title')}</h1>
        <p className="lead">{title}</p>
        <p className="soft">{t('print.planB.words')}</p>
        <h2>{t('print.planB.agenda')}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('print.planB.hour')}</th>
              <th scope="col">{t('print.planB.block')}</th>
              <th scope="col">{t('print.planB.minutes')}</th>
              <th scope="col" className="write">
                {t('print.planB.real')}
              </th>
            </tr>
          </thead>
          <tbody>
            {blocks.map((block, place) => (
              <tr key={place}>
                <td className="clock">{block.startsAt === null ? '' : hour(block.startsAt, t.lang, timeZone)}</td>
                <td>{block.title}</td>
                <td>{number(block.plannedMin, t.lang)}</td>
                <td className="write" />
              </tr>
            ))}
          </tbody>
        </table>
        <h2>{t('print.planB.groups')}</h2>
        {groups.length === 0 ? (
          <p className="soft">{t('print.planB.noGroups')}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">{t('print.planB.table')}</th>
                <th scope="col">{t('print.planB.seats')}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={group.name}>
                  <td>{group.name}</td>
                  <td>{group.seats.join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="a4 sheet-a4">
        <h2 className="title">{t('print.planB.questions')}</h2>
        {questions.length === 0 ? <p className="soft">{t('print.planB.noQuestions')}</p> : null}
        {questions.map((question, place) => (
          <div key={place} className="plan-question">
            <h3>
              {place + 1}. {question.text}
            </h3>
            {question.choices.length === 0 ? (
              <>
                <p className="soft">{t('print.planB.text')}</p>
                <ul className="lines">
                  {Array.from({ length: 6 }, (_, line) => (
                    <li key={line} />
                  ))}
                </ul>
              </>
            ) : (
              <table>
                <thead>
                  <tr>
                    <td />
                    <th scope="col">{t('print.planB.answers')}</th>
                    <th scope="col" className="write">
                      {t('print.planB.total')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {[...question.choices, t('print.answers.dontKnow')].map((choice, row) => (
                    <tr key={row}>
                      <th scope="row">{choice}</th>
                      <td className="strokes" />
                      <td className="write" />
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </div>
        ))}
      </section>
      <section className="a4 sheet-a4">
        <h2 className="title">{t('print.planB.attendance')}</h2>
        <p className="soft">{t('print.planB.attendanceWords')}</p>
        <div className="plan-seats">
          <p className="plan-seat head">
            <b>{t('print.seat')}</b>
            <span>{t('print.planB.in')}</span>
            <span>{t('print.planB.out')}</span>
          </p>
          {seats.map((seat) => (
            <p key={seat} className="plan-seat">
              <b>{seat}</b>
              <i />
              <i />
            </p>
          ))}
        </div>
      </section>
    </div>
  );
}
