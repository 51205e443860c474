import { describe, expect, it } from 'vitest'
import { speaksOfEmergency } from './emergency'

describe('texts that belong to the telephone', () => {
  it.each(['楼道里着火了', '三层窗户冒烟', '有人受伤在流血', '楼下有人持刀打架', 'The shed is ON FIRE', '有人困在电梯里', '闻到燃气味'])('%s', (text) => {
    expect(speaksOfEmergency(text)).toBe(true)
  })

  it.each(['路灯不亮，晚上看不清台阶', '消防通道被车堵了', '井盖松动', '自行车上周丢了', 'The lamp is out', '楼道堆物', ''])('not: %s', (text) => {
    expect(speaksOfEmergency(text)).toBe(false)
  })
})
