export type Choice = { id: string; name: string; /** Told beside the name, where names repeat or a code helps. */ hint?: string }

/** How a choice stands in the list and in the field. */
export const labelOf = ({ name, hint }: Choice): string => (hint ? `${name} · ${hint}` : name)

/** What typed text means: the choice of that label, or the only one of that name. A name that several bear chooses none. */
export const chosenBy = (choices: readonly Choice[], text: string): Choice | undefined => {
  const typed = text.trim()
  const whole = choices.find((choice) => labelOf(choice) === typed)
  if (whole) return whole
  const [one, another] = choices.filter(({ name }) => name === typed)
  return another ? undefined : one
}

/** Whether a text could still become another choice by typing on: then it is not taken before it is left. */
export const maybeLonger = (choices: readonly Choice[], text: string): boolean => {
  const typed = text.trim()
  const found = chosenBy(choices, typed)
  return choices.some((choice) => choice !== found && labelOf(choice).startsWith(typed))
}
