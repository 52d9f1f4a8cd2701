/* A gesture: verb + object. One `primary` per view; `thumb` is the one big gesture of a phone; `help` calls a person.
   A button that cannot act now is `off` with the reason: it stays where it is, keeps the focus, and says why when touched.
   (A truly disabled button vanishes from the keyboard and explains nothing.) Safe for phones. */
import { useId, useState, type CSSProperties, type ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { announce } from './LiveRegion.tsx';
import { isSecondTap } from './secondTap.ts';

export interface ButtonProps {
  children?: ReactNode | undefined;
  onPress?: (() => void) | undefined;
  variant?: 'plain' | 'primary' | 'quiet' | 'help' | undefined;
  /** Full width, 56 px. */
  thumb?: boolean | undefined;
  /** Why it does not act now, in words for people. Undefined: it acts. */
  off?: string | undefined;
  icon?: IconName | undefined;
  /** The icon stands after the words (go on, open a list). */
  iconAtEnd?: boolean | undefined;
  /** Only a sign, 44 × 44: `label` is then required. */
  label?: string | undefined;
  /** Shown in the button only where that key really does it. */
  keyHint?: string | undefined;
  type?: 'button' | 'submit' | undefined;
  /** 1 → 0: what is left of a delay in which the act can be taken back. */
  left?: number | undefined;
  expanded?: boolean | undefined;
  controls?: string | undefined;
  pressed?: boolean | undefined;
  describedBy?: string | undefined;
  className?: string | undefined;
  autoFocus?: boolean | undefined;
}

export function Button(props: ButtonProps) {
  const {
    children,
    onPress,
    variant = 'plain',
    thumb = false,
    off,
    icon,
    iconAtEnd = false,
    label,
    keyHint,
    type = 'button',
    left,
    className,
  } = props;
  const whyId = useId();
  // Which reason was asked for: another reason must be asked for again.
  const [asked, setAsked] = useState<string>();
  const classes = [
    'btn',
    variant === 'plain' ? '' : variant,
    thumb ? 'thumb' : '',
    children === undefined ? 'sq' : '',
    off === undefined ? '' : 'off',
    left === undefined ? '' : 'drain',
    className ?? '',
  ];
  const style: CSSProperties & { '--left'?: number } = left === undefined ? {} : { '--left': left };
  const drawn = icon === undefined ? null : <Icon name={icon} />;
  const describedBy = [off === undefined ? '' : whyId, props.describedBy ?? ''].filter(Boolean).join(' ');
  return (
    <>
      <button
        type={off === undefined ? type : 'button'}
        className={classes.filter(Boolean).join(' ')}
        style={style}
        aria-label={label}
        aria-disabled={off === undefined ? undefined : true}
        aria-describedby={describedBy === '' ? undefined : describedBy}
        aria-expanded={props.expanded}
        aria-controls={props.controls}
        aria-pressed={props.pressed}
        aria-keyshortcuts={keyHint}
        data-autofocus={props.autoFocus === true ? '' : undefined}
        onClick={(event) => {
          if (isSecondTap(event.nativeEvent, label ?? event.currentTarget.textContent)) {
            event.preventDefault();
            return;
          }
          setAsked(off);
          if (off === undefined) {
            onPress?.();
            return;
          }
          announce(off);
        }}
      >
        {iconAtEnd ? null : drawn}
        {children}
        {keyHint === undefined ? null : <kbd aria-hidden="true">{keyHint}</kbd>}
        {iconAtEnd ? drawn : null}
      </button>
      {off === undefined ? null : (
        <span id={whyId} className={asked === off ? 'why' : 'sr-only'}>
          {off}
        </span>
      )}
    </>
  );
}
