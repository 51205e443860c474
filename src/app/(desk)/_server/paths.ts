/** A path of the workbench or of the structure editors to go on to; anything else becomes its first screen, so that no link leads off. */
export const localPath = (given: string | null | undefined): string =>
  given && /^\/(?:desk|admin\/structure)(?:[/?]|$)/.test(given) && !given.includes('\\') && !given.startsWith('/desk/sign-') ? given : '/desk'
