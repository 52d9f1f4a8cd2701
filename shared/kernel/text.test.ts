// What people write is kept as they wrote it, except what cannot be seen and turns or hides what can.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, cleanBlock, cleanLine, lengthOf, line, say, textSchema } from './text.ts';

const anything = fc.string({ unit: 'binary', maxLength: 80 });
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\u{e0000}-\u{e007f}]|\p{Cs}/u;

describe('text that enters', () => {
  it('no control character, no direction override, no half character, no hidden letter is left', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        expect(cleanLine(raw)).not.toMatch(invisible);
        expect(cleanBlock(raw)).not.toMatch(invisible);
      }),
    );
    expect(cleanLine('Piazza\u202e‮ oiggaM\u202c \u2066x\u2069')).toBe('Piazza oiggaM x');
    expect(cleanLine('visibile\u{e0041}\u{e0042}\u200b')).toBe('visibile');
  });

  it('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        expect(cleanLine(cleanLine(raw))).toBe(cleanLine(raw));
        expect(cleanBlock(cleanBlock(raw))).toBe(cleanBlock(raw));
      }),
    );
  });

  it('two texts that look the same are the same: an accent apart is joined, also when something stood between', () => {
    expect(cleanLine('perche\u0301')).toBe('perché');
    expect(cleanLine('perche\u200b\u0301')).toBe('perché');
  });

  it('a line is one line, a block keeps its lines', () => {
    expect(cleanLine('  uno\r\ndue\t tre\u2028quattro ')).toBe('uno due tre quattro');
    expect(cleanBlock('uno  \r\ndue\u2029tre\n\n\n\nquattro\n')).toBe('uno\ndue\ntre\n\nquattro');
  });

  it('what Arabic and emoji need is kept; nothing but joiners is nothing', () => {
    expect(cleanLine('می‌خواهم 👨‍👩‍👧 العربية')).toBe('می‌خواهم 👨‍👩‍👧 العربية');
    expect(cleanLine('\u200d\u200c \u200d')).toBe('');
    expect(line(10).safeParse('\u200d').success).toBe(false);
    expect(line(10).safeParse('\u3164').success).toBe(false);
  });

  it('markup is text like any other', () => {
    const nasty = '<script>alert(1)</script> & "x" \'y\' <img src=x onerror=1>';
    expect(line(140).parse(nasty)).toBe(nasty);
  });

  it('[PO7] too long is refused, never cut: what is accepted is the whole of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (raw) => {
        const parsed = line(12, 0).safeParse(raw);
        const clean = cleanLine(raw);
        if (raw.length > 48) expect(parsed.success).toBe(false);
        else if (lengthOf(clean) > 12) expect(parsed.success).toBe(false);
        else expect(parsed).toMatchObject({ success: true, data: clean });
      }),
    );
    expect(block(3).safeParse('🚲🚲🚲').success).toBe(true);
    expect(block(3).safeParse('🚲🚲🚲🚲').success).toBe(false);
  });

  it('[PO10] a text has its original; another language falls back to it and says so', () => {
    const schema = textSchema(20);
    expect(schema.safeParse({ original: 'it', en: 'Hello' }).success).toBe(false);
    expect(schema.safeParse({ original: 'it', it: 'Ciao', fr: 'Salut' }).success).toBe(false);
    const text = schema.parse({ original: 'it', it: ' Ciao ', en: 'Hello' });
    expect([say(text, 'it'), say(text, 'en'), say(text, 'ar')]).toEqual([{ s: 'Ciao' }, { s: 'Hello' }, { s: 'Ciao', lang: 'it' }]);
  });
});
