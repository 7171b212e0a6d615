/** Reading forms, and giving back what was typed when something is wrong with it. */
import { data } from 'react-router'
import type { StoreProblem } from './problem.ts'

/** The code of a form that was not sent by a page of ours; the error page has words for it. */
export const FORM_REFUSED = 'form_refused'

/** What the device answered, as the page's script put it in the form; the store judges it. */
export function passkeyOf<T>(form: FormData): T {
  try {
    return JSON.parse(text(form, 'passkey')) as T
  } catch {
    return {} as T
  }
}

/** What was typed, by name; never a password. */
export type Typed = Record<string, string>

export type Refused = { problem: StoreProblem; typed: Typed }

export const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** An empty field says nothing. */
export const textOrNull = (form: FormData, name: string): string | null => text(form, name) || null

/** As people write a telephone number, with its signs between the digits; the store keeps it without. */
export const phoneOrNull = (form: FormData, name: string): string | null =>
  text(form, name).replace(/[\s()./-]/g, '') || null

export const wholeNumber = (value: string): number | null => (/^\d{1,6}$/.test(value) ? Number(value) : null)

export function typedOf(form: FormData): Typed {
  const typed: Typed = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && !/password|^(passkey|formToken)$/i.test(name)) typed[name] = value
  }
  return typed
}

/** Answers a form with what is wrong, in the problem's own status, and with all that was typed. */
export const refuse = (problem: StoreProblem, form: FormData) =>
  data<Refused>({ problem, typed: typedOf(form) }, { status: problem.status })
