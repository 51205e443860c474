import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { DeskFrame } from '@/components/desk'
import { DomainError } from '@/domain/errors'
import { deskFrame } from '@/services/desk/frame'
import type { Desk } from '@/services/desk/desk'
import { needRegister, type Register } from '@/services/registers/register'
import { pageDesk, searchOf, type Search } from '../../_server/page'

export type Params = { code: string; entry?: string }
export type Props<P extends Params = Params> = { params: Promise<P>; searchParams: Search }

type Asked<P> = { desk: Desk; register: Register; params: P; query: URLSearchParams }

const decoded = <P extends Params>(params: P): P => Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeURIComponent(String(value))])) as P

/** A page below a register. What may not be seen is not found. */
export const registerPage = <P extends Params>(path: (params: P) => string, body: (asked: Asked<P>) => Promise<ReactNode>) => async ({ params: given, searchParams }: Props<P>) => {
  const params = decoded(await given)
  const query = await searchOf(searchParams)
  const here = query.size > 0 ? `${path(params)}?${query.toString()}` : path(params)
  const desk = await pageDesk(here)
  try {
    const register = await needRegister(desk, params.code)
    const [frame, page] = await Promise.all([deskFrame(desk, { path: here, here: 'registers' }), body({ desk, register, params, query })])
    return <DeskFrame frame={frame}>{page}</DeskFrame>
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'notFound' || error.code === 'notAllowed')) notFound()
    throw error
  }
}

export const at = (code: string, ...rest: string[]): string => ['/desk/registers', encodeURIComponent(code), ...rest].join('/')
