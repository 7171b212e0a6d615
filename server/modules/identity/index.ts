export { personChanged } from './events.ts'
export { hashPassword } from './password.ts'
export { createPerson, grantRole, personById, renamePerson, writeStandardRoles } from './person.ts'
export { Person, signedIn, type SignedIn } from './session.ts'
