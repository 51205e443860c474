import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { load } from 'js-yaml'
import { SETTING_NAMES, readEnv } from '../src/lib/env.ts'

const text = (file) => readFileSync(file, 'utf8')
const compose = load(text('docker-compose.yml'))
const portals = Object.entries(compose.services).filter(([, { build }]) => build !== undefined)
const names = SETTING_NAMES
const settingsIn = (file) => [...text(file).matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])

describe('docker-compose.yml', () => {
  it('starts a replica set of three, two portals, one worker, and Caddy in front', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['caddy', 'mongo-init', 'mongo1', 'mongo2', 'mongo3', 'portal1', 'portal2', 'worker'])
    expect(portals.map(([name, { environment }]) => [name, environment?.JOBS])).toEqual([['portal1', 'off'], ['portal2', 'off'], ['worker', 'only']])
    for (const name of ['mongo1', 'mongo2', 'mongo3']) expect(compose.services[name]?.command).toEqual(expect.arrayContaining(['--replSet', 'portal', '--keyFile']))
    // a member with data of its own is refused by the set
    expect(['mongo1', 'mongo2', 'mongo3'].filter((name) => compose.services[name]?.environment)).toEqual(['mongo1'])
  })

  it('names only settings that there are, each with a value the portal takes', () => {
    const given = settingsIn('deploy/compose.env.example')
    expect(given.length).toBeGreaterThan(6)
    for (const [, { environment = {}, env_file }] of portals) {
      expect(env_file).toBe('deploy/compose.env')
      const all = { ...Object.fromEntries(given), ...environment }
      expect(Object.keys(all).filter((name) => !names.includes(name))).toEqual([])
      const secret = Buffer.alloc(32, 7).toString('base64')
      const filled = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value || secret]))
      expect(readEnv(filled).DATABASE_URI).toContain('replicaSet=portal')
    }
  })

  it('gives every process of the portal the same keys, and writes none of them down', () => {
    const secrets = names.filter((name) => name.startsWith('SECRET_'))
    expect(settingsIn('deploy/compose.env.example').filter(([name]) => secrets.includes(name)).map(([name, value]) => [name, value])).toEqual(secrets.map((name) => [name, '']))
    for (const [, { environment = {}, volumes }] of portals) {
      expect(Object.keys(environment).filter((name) => name !== 'JOBS')).toEqual([])
      expect(volumes).toEqual(['portal-data:/data'])
    }
  })

  it('opens nothing to the outside but Caddy, and uses no volume or secret that is not declared', () => {
    expect(Object.entries(compose.services).filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['caddy'])
    const used = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes.map((each) => each.split(':')[0] ?? '')).filter((name) => !name.startsWith('.'))
    expect([...new Set(used)].sort()).toEqual(Object.keys(compose.volumes).sort())
    expect([...new Set(Object.values(compose.services).flatMap(({ secrets = [] }) => secrets))].sort()).toEqual(Object.keys(compose.secrets).sort())
    for (const { file } of Object.values(compose.secrets)) expect(text('.gitignore')).toContain(file.replace('./', '').split('/').slice(0, 2).join('/'))
  })
})

describe('the Dockerfile', () => {
  const docker = text('Dockerfile')
  const last = docker.slice(docker.lastIndexOf('FROM '))

  it('runs as a user of its own, and says whether it serves', () => {
    expect([...docker.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual(['node:22-slim', 'node:22-slim'])
    expect(/^USER (\S+)$/m.exec(last)?.[1]).toBe('portal')
    expect(last.indexOf('USER portal')).toBeLessThan(last.indexOf('CMD ["node", "scripts/server.mjs"]'))
    expect(last).toMatch(/HEALTHCHECK[^]*\/readyz/)
  })

  it('takes no secret in', () => {
    expect(docker).not.toMatch(/^ARG/m)
    for (const name of names.filter((each) => /^(?:SECRET_|CONTACT_KEYS|BACKUP_KEY|DATABASE_URI)/.test(each))) expect(docker).not.toContain(name)
    const left = text('.dockerignore').split('\n')
    for (const name of ['.env', '.env.*', 'data', '.git', 'deploy/compose.env', 'deploy/secrets']) expect(left).toContain(name)
  })
})
