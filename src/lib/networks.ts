import { BlockList, isIP, SocketAddress } from 'node:net'

const kind = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i

/** IPv4 addresses that arrive inside IPv6 (`::ffff:…`), however written, are the IPv4 address. */
export const plainAddress = (address: string): string => {
  if (isIP(address) !== 6) return address
  const { address: short } = new SocketAddress({ address: address.replace(/%.*$/, ''), family: 'ipv6' })
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(short)?.[1]
  const [, high, low] = MAPPED.exec(short) ?? []
  if (dotted) return dotted
  if (high === undefined || low === undefined) return short
  const [one, other] = [parseInt(high, 16), parseInt(low, 16)]
  return [one >> 8, one & 255, other >> 8, other & 255].join('.')
}

const listOf = (networks: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const network of networks) {
    const [base = '', bits] = network.split('/')
    if (bits === undefined) list.addAddress(base, kind(base))
    else list.addSubnet(base, Number(bits), kind(base))
  }
  return list
}

/** Whether an address lies in one of the networks (`10.0.0.0/8`, or a single address). */
export const inNetworks = (address: string, networks: readonly string[]): boolean => {
  const asked = plainAddress(address)
  return isIP(asked) !== 0 && listOf(networks).check(asked, kind(asked))
}

/** Networks of IPv4 that are nobody's on the open internet (IANA special-purpose registry), and one that clouds answer their machines from. */
const CLOSED_4 = listOf([
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24',
  '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16',
])

/** Of IPv6 only this is the open internet; … */
const OPEN_6 = listOf(['2000::/3'])

/** … without tunnels that carry an IPv4 address inside (Teredo, 6to4), documentation and other special ranges. */
const CLOSED_6 = listOf(['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'])

/** Whether an address is a machine's on the open internet: not of this machine or house, not shared, not for groups, no tunnel into one of these. */
export const isPublicAddress = (address: string): boolean => {
  const asked = plainAddress(address)
  if (isIP(asked) === 4) return !CLOSED_4.check(asked, 'ipv4')
  // A zone names an interface of this machine.
  if (isIP(asked) !== 6 || address.includes('%')) return false
  return OPEN_6.check(asked, 'ipv6') && !CLOSED_6.check(asked, 'ipv6')
}
