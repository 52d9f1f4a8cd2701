/* The first page of a member's phone, once: in which language, how large. It comes before everything, because who cannot read the page
   cannot find its settings either. The audience does without: its settings are in the bar (IN1, IN2). Safe for phones. */
import { useTexts } from '../kernel/i18n.ts';
import { setting } from '../kernel/setting.ts';
import { Button } from '../ui/Button.tsx';
import { LanguageChoice, SizeChoice } from '../ui/PhoneChoices.tsx';
import { screensTexts } from './texts.ts';

export const welcomed = setting<'no' | 'yes'>({ key: 'welcomed', initial: 'no', allowed: ['no', 'yes'], apply: () => undefined });

export function Welcome() {
  const t = useTexts(screensTexts);
  return (
    <>
      <main className="welcome">
        <h1 className="title">{t('welcome.title')}</h1>
        <LanguageChoice />
        <h2 className="lead">{t('welcome.size')}</h2>
        <SizeChoice />
      </main>
      <footer className="thumb-zone">
        <Button thumb variant="primary" onPress={() => welcomed.set('yes')}>
          {t('welcome.go')}
        </Button>
      </footer>
    </>
  );
}
