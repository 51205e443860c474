import { ValidationError, type CollectionBeforeValidateHook } from 'payload'
import { passwordProblem } from '@/domain/access/password'
import { SLUG } from '@/slugs'

const words = {
  short: '密码至少 10 个字符',
  simple: '密码要有大写、小写、数字、符号中的三种',
  name: '密码里不要有用户名或姓名',
  common: '这个密码太常见',
}

/** The same password rule on every door that sets one. */
export const checkPassword: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const password: unknown = data?.password
  if (typeof password !== 'string' || password === '') return data
  const person = (field: 'username' | 'name') => String(data?.[field] ?? originalDoc?.[field] ?? '')
  const problem = passwordProblem(password, [person('username'), person('name')])
  if (problem) throw new ValidationError({ collection: SLUG.users, errors: [{ path: 'password', message: words[problem] }] }, req.t)
  return data
}
