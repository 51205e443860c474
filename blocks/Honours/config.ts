import { text } from '@/fields'
import { blockOf, heading, items } from '@/fields/blocks'

export const Honours = blockOf('honours', '集体荣誉', [
  heading(),
  items('项', '各项', [
    text('title', '荣誉', { required: true, localized: true, help: '给集体的：街道、社区、队伍。不写居民个人。' }), text('holder', '获得的集体', { required: true, localized: true }), text('giver', '授予单位', { localized: true }), text('year', '年份', {}),
  ]),
])
