/** Big buttons to choose one of; choosing is going on. */
export interface Choice {
  readonly key: string;
  readonly words: string;
  /** Of the words, where they may be in another than the screen's. */
  readonly language?: string | undefined;
  readonly chosen: boolean;
}

export function Choices({
  choices,
  onChoose,
}: {
  readonly choices: readonly Choice[];
  readonly onChoose: (key: string) => void;
}) {
  return (
    <ul className={choices.length > 6 ? 'choices choices--many' : 'choices'}>
      {choices.map(({ key, words, language, chosen }) => (
        <li key={key}>
          <button
            type="button"
            className="choice"
            lang={language}
            aria-pressed={chosen}
            onClick={() => onChoose(key)}
          >
            <span>{words}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
