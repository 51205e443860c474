import { describe, expect, it } from 'vitest'
import { speaksOfEmergency } from './emergency'

describe('texts that belong to the telephone', () => {
  it.each(['楼道里着火了', '三层窗户冒烟', '有人受伤在流血', '楼下有人持刀打架', 'The shed is ON FIRE', '有人困在电梯里', '闻到燃气味',
    '楼下着火，怕烧上来', '很害怕，家里着火了', '怕着火没用，已经着火了', '不知道有没有人受伤', '担心燃气泄漏', '没有呼吸', '没有大人，孩子晕倒', 'Afraid of the neighbours, he has a knife', 'There is smoke, no idea from where'])('%s', (text) => {
    expect(speaksOfEmergency(text)).toBe(true)
  })

  it.each(['路灯不亮，晚上看不清台阶', '消防通道被车堵了', '井盖松动', '自行车上周丢了', 'The lamp is out', '楼道堆物', '',
    '楼道里堆满纸箱，怕着火', '电线露在外面，担心孩子触电', '以免发生火灾', '这里容易起火', '存在火灾隐患', '没有人受伤', '没人受伤，也没有着火', '未造成人员受伤', '防止电动车引发火灾', '万一着火跑不出去', 'Nobody was injured', 'I am afraid of an explosion', 'No smoke, only noise'])('not: %s', (text) => {
    expect(speaksOfEmergency(text)).toBe(false)
  })
})
