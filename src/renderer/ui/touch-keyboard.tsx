/**
 * The on-screen keyboard of a touchscreen. It follows the focus: whatever field with `data-keys` was focused last
 * gets what is typed, and the field keeps its focus while keys are pressed. It keeps nothing of what was typed.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { KeyboardReact, type SimpleKeyboard } from 'react-simple-keyboard';
import { useCandidates } from './touch-candidates.ts';
import { type KeyNames, keyAttributes, keyLabels } from './touch-key-names.ts';
import {
  candidateKeys,
  type KeyboardLanguage,
  type KeyboardRoom,
  type KeyKind,
  type KeyLayer,
  keyboardRows,
} from './touch-keyboard-layouts.ts';
import {
  type Capitals,
  characterBefore,
  deleteBackwards,
  enterFrom,
  insertText,
  replaceBackwards,
  startsCapital,
  typedFieldSelector,
} from './touch-typing.ts';
import './touch-keyboard.css';

const capitalsOf: Readonly<Record<KeyKind, Capitals>> = {
  name: 'words',
  text: 'first',
  email: 'none',
  phone: 'none',
};

function kindOf(field: HTMLInputElement | null): KeyKind {
  const kind = field?.dataset.keys;
  return kind === 'name' || kind === 'email' || kind === 'phone' ? kind : 'text';
}

const layers: Readonly<Record<string, KeyLayer>> = {
  '{symbols}': 'symbols',
  '{accents}': 'accents',
  '{letters}': 'letters',
};

/** The field that is typed into, what it takes, whether its next letter is a capital by itself, and its letter before the caret. */
function useTypedField() {
  const field = useRef<HTMLInputElement | null>(null);
  const [kind, setKind] = useState<KeyKind>('text');
  const [capital, setCapital] = useState(false);
  const [letter, setLetter] = useState('');

  const look = useCallback(() => {
    const now = field.current;
    const before = now?.value.slice(0, now.selectionStart ?? now.value.length) ?? '';
    setCapital(startsCapital(capitalsOf[kindOf(now)], before));
    setLetter(now === null ? '' : characterBefore(now));
  }, []);

  useEffect(() => {
    const follow = (target: EventTarget | null): void => {
      if (!(target instanceof HTMLInputElement) || !target.matches(typedFieldSelector)) return;
      field.current = target;
      setKind(kindOf(target));
      look();
    };
    const focused = (event: FocusEvent): void => follow(event.target);
    document.addEventListener('focusin', focused);
    document.addEventListener('input', look);
    document.addEventListener('selectionchange', look);
    follow(document.activeElement);
    return () => {
      document.removeEventListener('focusin', focused);
      document.removeEventListener('input', look);
      document.removeEventListener('selectionchange', look);
    };
  }, [look]);

  const current = (): HTMLInputElement | null =>
    field.current?.isConnected ? field.current : document.querySelector<HTMLInputElement>(typedFieldSelector);
  return { current, kind, capital, letter };
}

export function TouchKeyboard({
  language,
  room,
  names,
}: {
  readonly language: KeyboardLanguage;
  readonly room: KeyboardRoom;
  readonly names: KeyNames;
}) {
  const { narrow, tall } = room;
  const box = useRef<HTMLElement>(null);
  const keyboard = useRef<SimpleKeyboard | null>(null);
  const { current, kind, capital, letter } = useTypedField();
  const [layer, setLayer] = useState<KeyLayer>('letters');
  const [turned, setTurned] = useState(false);
  const shift = capital !== turned;

  // Another kind of field starts with plain letters.
  const [lastKind, setLastKind] = useState(kind);
  if (kind !== lastKind) {
    setLastKind(kind);
    setLayer('letters');
    setTurned(false);
  }

  const places = candidateKeys({ narrow, tall });
  // The library makes all keys anew whenever one of these is another object.
  const rows = useMemo(
    () => ({ default: [...keyboardRows({ language, kind, layer, room: { narrow, tall } })] }),
    [language, kind, layer, narrow, tall],
  );
  const candidates = useCandidates({ box, language, letter, places, names, rows });

  const type = (key: string): void => {
    const field = current();
    if (field === null) return;
    // Whoever operates the keys by a keypad stays on them; everybody else sees the caret in the field.
    if (document.activeElement !== field && !box.current?.contains(document.activeElement)) field.focus();
    if (key === '{enter}') enterFrom(field);
    else if (key === '{delete}') deleteBackwards(field);
    else if (key === '{space}') insertText(field, ' ');
    else if (places.includes(key)) replaceBackwards(field, candidates[places.indexOf(key)] ?? letter);
    else insertText(field, shift && key.length === 1 && key !== 'ß' ? key.toLocaleUpperCase(language) : key);
  };

  const press = (key: string): void => {
    const turnsTo = layers[key];
    if (key === '{shift}') setTurned(!turned);
    else if (turnsTo !== undefined) setLayer(turnsTo);
    else {
      type(key);
      setTurned(false);
      if (layer === 'accents') setLayer('letters');
    }
  };

  const attributes = useMemo(() => keyAttributes(names), [names]);
  const labels = useMemo(() => keyLabels(names), [names]);
  const latestPress = useRef(press);
  useEffect(() => {
    latestPress.current = press;
  });
  const handlers = useMemo(
    () => ({
      keyboardRef: (made: SimpleKeyboard) => {
        keyboard.current = made;
      },
      onKeyPress: (key: string) => latestPress.current(key),
      // The library remembers what its keys spell, and that is somebody's name.
      onChange: () => keyboard.current?.clearInput(),
    }),
    [],
  );

  // New keys after another layer: the focus of a keypad user goes to the first of them instead of nowhere.
  const focusInside = useRef(false);
  useEffect(() => {
    const keys = box.current?.querySelector<HTMLElement>('[data-skbtn]');
    if (rows && focusInside.current && document.activeElement === document.body) keys?.focus();
  }, [rows]);
  useEffect(() => {
    const shiftKey = box.current?.querySelector('[data-skbtn="{shift}"]');
    if (rows) shiftKey?.setAttribute('aria-pressed', String(shift));
  }, [shift, rows]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click without a pointer is how Enter or a screen reader presses a key
    <section
      ref={box}
      className={`touch-keyboard touch-keyboard--${kind} ${shift ? 'touch-keyboard--capitals' : ''}`}
      aria-label={names.label}
      lang={language}
      onFocus={() => {
        focusInside.current = true;
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) focusInside.current = false;
      }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (event.detail !== 0 || !(event.target instanceof Element)) return;
        const key = event.target.closest<HTMLElement>('[data-skbtn]')?.dataset.skbtn;
        if (key !== undefined) press(key);
      }}
    >
      <KeyboardReact
        {...handlers}
        theme="touch-keyboard__rows"
        layout={rows}
        layoutName="default"
        display={labels}
        buttonAttributes={attributes}
        useButtonTag
        preventMouseDownDefault
        disableButtonHold
        disableCaretPositioning
      />
    </section>
  );
}
