import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { limitSignIn } from '@/services/session/allowSignIn'

/**
 * First-user registration and forgotten passwords are closed on every door: accounts are made by people who may, and a
 * lost password is set anew by one of them (decisions.md 13).
 */
export const beforeOperation: CollectionBeforeOperationHook = async ({ operation, req }) => {
  if (operation === 'login') await limitSignIn(req)
  if (operation === 'forgotPassword' || operation === 'resetPassword') {
    throw new APIError('请联系人员管理员重设密码', 403, undefined, true)
  }
}
