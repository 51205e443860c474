/** Speaks to whoever started the portal, on its console. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
