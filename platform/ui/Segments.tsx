import { Button } from '@mantine/core';

/** A few choices side by side, one of them pressed. Buttons, so that they are found and pressed by their names. */
export function Segments<V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: V) => void;
}) {
  const { label, value, choices, onChange } = props;
  return (
    <div role="group" aria-label={label}>
      <Button.Group>
        {choices.map((choice) => (
          <Button
            key={choice.value}
            {...(choice.lang === undefined ? {} : { lang: choice.lang })}
            variant={choice.value === value ? 'light' : 'default'}
            fw={choice.value === value ? 600 : 450}
            px={10}
            aria-pressed={choice.value === value}
            onClick={() => onChange(choice.value)}
          >
            {choice.label}
          </Button>
        ))}
      </Button.Group>
    </div>
  );
}
