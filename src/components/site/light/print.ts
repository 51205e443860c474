/** The button that prints the page. */
export const print = (button: HTMLElement): void => {
  button.addEventListener('click', () => window.print())
  button.hidden = false
}
