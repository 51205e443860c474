import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inNetworks, isPublicAddress, plainAddress } from './networks'

describe('plainAddress', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:0201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:c000:201', '192.0.2.1'],
    ['2001:0db8:0::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['no address', 'no address'],
  ])('%s is %s', (given, expected) => expect(plainAddress(given)).toBe(expected))
})

describe('inNetworks', () => {
  it.each([
    ['10.1.2.3', ['10.0.0.0/8'], true],
    ['::ffff:10.1.2.3', ['10.0.0.0/8'], true],
    ['::ffff:a01:203', ['10.0.0.0/8'], true],
    ['11.0.0.1', ['10.0.0.0/8'], false],
    ['192.0.2.7', ['192.0.2.7'], true],
    ['2001:db8::5', ['2001:db8::/32'], true],
    ['::1', [], false],
    ['127.0.0.1.', ['127.0.0.0/8'], false],
    ['', ['0.0.0.0/0'], false],
  ])('%s in %j: %s', (address, networks, expected) => expect(inNetworks(address, networks)).toBe(expected))
})

describe('isPublicAddress', () => {
  it.each([
    '0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.100.100.200', '100.127.255.255', '127.0.0.1', '127.8.9.1', '168.63.129.16', '169.254.169.254', '172.16.0.1',
    '172.31.255.255', '192.0.0.192', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1', '198.19.255.255', '198.51.100.3', '203.0.113.9', '224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255',
    '::', '::1', '::127.0.0.1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:ffff:a9fe:a9fe', '::ffff:0:127.0.0.1', '64:ff9b::127.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1', '100::1', '2001::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:10::1', '2001:20::1', '2001:db8::1', '2002:7f00:1::', '2002:a9fe:a9fe::1', '3fff::1', '5f00::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', '2606:4700::1%eth0',
    'fec0::1', 'ff02::1', 'ff0e::1', '', 'localhost', '127.1', '0x7f.1', '2130706433', '017700000001', '127.0.0.1.',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))

  it.each(['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.1', '169.253.1.1', '172.15.0.1', '172.32.0.0', '192.167.1.1', '192.169.0.1', '223.255.255.255',
    '::ffff:8.8.8.8', '2606:4700:4700::1111', '240e:1::1', '2a00::1'])('%s is', (address) => expect(isPublicAddress(address)).toBe(true))

  it('says the same of an IPv4 address and of the same inside IPv6', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    fc.assert(fc.property(byte, byte, byte, byte, (...bytes) => {
      const four = bytes.join('.')
      const [a = 0, b = 0, c = 0, d = 0] = bytes
      const six = `::ffff:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
      expect(isPublicAddress(six)).toBe(isPublicAddress(four))
    }))
  })
})
