/** Runs once, before the first request: checks the environment, then opens the portal. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { env } = await import('./lib/env')
  env()
  const { openPortal } = await import('./services/boot/open')
  await openPortal()
}
