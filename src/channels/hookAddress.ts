import { isIP } from 'node:net'
import { inNetworks, isPublicAddress } from '@/lib/networks'

/** What the settings allow beyond the open internet (WEBHOOK_ALLOW, WEBHOOK_HTTP). */
export type Allowed = { networks: readonly string[]; http: boolean }

/** Why an address is none that messages may go to. */
export type AddressFault = 'malformed' | 'insecure' | 'credentials' | 'port' | 'private'

const LONGEST = 500
/** Ports of web servers. Others would reach what was never meant to hear HTTP: mail, databases, remote consoles. */
const WEB_PORTS: readonly number[] = [80, 443, 8080, 8443]
const FIRST_FREE_PORT = 1024

export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

const portOf = ({ port, protocol }: URL): number => (port ? Number(port) : protocol === 'https:' ? 443 : 80)

/** Whether a message may go to this machine: one of the open internet at a port of web servers, or one of a network that the settings allow. */
export const mayReach = (address: string, url: URL, { networks }: Allowed): boolean => {
  const port = portOf(url)
  if (inNetworks(address, networks)) return WEB_PORTS.includes(port) || port >= FIRST_FREE_PORT
  return isPublicAddress(address) && WEB_PORTS.includes(port)
}

const schemeFault = ({ protocol }: URL, { http }: Allowed): AddressFault | undefined => {
  if (protocol === 'https:' || (protocol === 'http:' && http)) return undefined
  return protocol === 'http:' ? 'insecure' : 'malformed'
}

const portFault = (url: URL, { networks }: Allowed): AddressFault | undefined => {
  const port = portOf(url)
  return WEB_PORTS.includes(port) || (port >= FIRST_FREE_PORT && networks.length > 0) ? undefined : 'port'
}

const faultOf = (url: URL, allowed: Allowed): AddressFault | undefined => {
  const early = schemeFault(url, allowed) ?? (url.username || url.password ? 'credentials' : portFault(url, allowed))
  if (early) return early
  const host = hostOf(url)
  // names that mean this machine by themselves (RFC 6761)
  const known = /(?:^|\.)localhost\.?$/.test(host) ? '127.0.0.1' : host
  return isIP(known) !== 0 && !mayReach(known, url, allowed) ? 'private' : undefined
}

/**
 * Reads an address as browsers do, so that every odd way to write one (decimal, octal, hexadecimal, full-width) is known for what it is,
 * and judges what can be judged before its name is resolved.
 */
export const readAddress = (text: string, allowed: Allowed): { url: URL } | { fault: AddressFault } => {
  const given = text.trim()
  if (given.length > LONGEST || !URL.canParse(given)) return { fault: 'malformed' }
  const url = new URL(given)
  if (url.hostname === '' || url.hash !== '') return { fault: 'malformed' }
  const fault = faultOf(url, allowed)
  return fault ? { fault } : { url }
}
