import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { sitemapSource } from '../browse/index.ts'
import { mailParts } from '../messages/index.ts'
import { archive } from './documents/archive.ts'
import { create } from './documents/create.ts'
import { get } from './documents/get.ts'
import { list } from './documents/list.ts'
import { preview as previewDraft } from './documents/preview.ts'
import { publishDue } from './documents/publish-due.ts'
import { publish } from './documents/publish.ts'
import { schedule } from './documents/schedule.ts'
import { unpublish } from './documents/unpublish.ts'
import { update } from './documents/update.ts'
import { documentsChanged, menusChanged } from './events.ts'
import { home } from './home.ts'
import { invariants } from './invariants.ts'
import { journal } from './journal.ts'
import { mailPart } from './mail-part.ts'
import { list as listMenus } from './menus/list.ts'
import { set as setMenu } from './menus/set.ts'
import { navigation } from './navigation.ts'
import { page } from './page.ts'
import { post } from './post.ts'
import { preview } from './preview.ts'
import { redirect } from './redirect.ts'
import { list as listRedirects } from './redirects/list.ts'
import { put as putRedirects } from './redirects/put.ts'
import { remove as removeRedirect } from './redirects/remove.ts'
import { redirects } from './resources/redirects.ts'
import { list as listRevisions } from './revisions/list.ts'
import { restore } from './revisions/restore.ts'
import { contentPages } from './sitemap.ts'
import { slot } from './slot.ts'

export default defineModule({
  name: 'content',
  operations: [
    home,
    page,
    journal,
    post,
    slot,
    preview,
    navigation,
    redirect,
    list,
    get,
    create,
    update,
    publish,
    unpublish,
    schedule,
    previewDraft,
    archive,
    listRevisions,
    restore,
    listMenus,
    setMenu,
    listRedirects,
    putRedirects,
    removeRedirect,
  ],
  events: [documentsChanged, menusChanged],
  jobs: [publishDue],
  resources: [redirects],
  fills: [fill(sitemapSource, 'content', contentPages), fill(mailParts, 'content', mailPart)],
  permissions: {
    'content.read': 'See pages, the journal and menus, also drafts',
    'content.write': 'Write pages, the journal and menus, and publish them',
  },
  invariants,
})
