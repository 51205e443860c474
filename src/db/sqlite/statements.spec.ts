import { describe, expect, it } from 'vitest'

import { isControl, isRead, standsAlone } from './statements'

describe('isRead', () => {
  it.each([
    ['select 1', true],
    ['  SELECT "a" from b', true],
    ['\n select 1', true],
    ['values (1)', true],
    ['explain query plan delete from a', true],
    ['with x as (select 1) select * from x', true],
    ['with x as (select 1) insert into a select * from x', false],
    ['with x as (select 1) UPDATE a set b = 1', false],
    ['with x as (select 1) delete from a', false],
    ['with x as (select 1) replace into a values (1)', false],
    ['insert into a values (1) returning id', false],
    ['update a set b = (select 1)', false],
    ['delete from a', false],
    ['pragma foreign_keys', false],
    ['create table a (b)', false],
    ['-- select\ndelete from a', false],
    ['selection', false],
    ['', false],
  ])('%s: %s', (sql, expected) => {
    expect(isRead(sql)).toBe(expected)
  })
})

describe('isControl', () => {
  it.each(['BEGIN', 'begin immediate', ' commit', 'END', 'rollback to a', 'SAVEPOINT a', 'release a'])('%s', (sql) => {
    expect(isControl(sql)).toBe(true)
    expect(isRead(sql)).toBe(false)
  })
  it.each(['select 1', 'update beginnings set a = 1', 'insert into commits values (1)', 'beginning'])('not %s', (sql) => {
    expect(isControl(sql)).toBe(false)
  })
})

describe('standsAlone', () => {
  it.each(['PRAGMA foreign_keys = OFF', 'vacuum', "VACUUM INTO 'a'", "attach 'a' as b", 'detach b'])('%s', (sql) => {
    expect(standsAlone(sql)).toBe(true)
  })
  it.each(['select 1', 'insert into pragmas values (1)', 'create table vacuum_log (a)'])('not %s', (sql) => {
    expect(standsAlone(sql)).toBe(false)
  })
})
