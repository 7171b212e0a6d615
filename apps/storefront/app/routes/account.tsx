/** What all pages of the account stand in: the ways between them. Who may see a page, the page itself says. */
import { Outlet } from 'react-router'
import { AccountNav } from '../parts/account-nav.tsx'
import { useFrame } from '../parts/use-frame.ts'

export default function Account() {
  return (
    <>
      {useFrame().signedIn && <AccountNav />}
      <Outlet />
    </>
  )
}
