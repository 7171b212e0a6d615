import { defineModule } from '#kit/module.ts'
import { get } from './admin/get.ts'
import { list as listAnswers } from './answers/list.ts'
import { moderate as moderateAnswer } from './answers/moderate.ts'
import { list as adminList } from './admin/list.ts'
import { moderate } from './admin/moderate.ts'
import { pin } from './admin/pin.ts'
import { reply } from './admin/reply.ts'
import { questionsChanged, reviewsChanged } from './events.ts'
import { invariants } from './invariants.ts'
import { list } from './list.ts'
import { mine } from './mine.ts'
import { own } from './own.ts'
import { forget } from './people/forget.ts'
import { personalData } from './personal-data.ts'
import { create as createPhoto } from './photos/create.ts'
import { purge } from './purge.ts'
import { answer } from './questions/answer.ts'
import { ask } from './questions/ask.ts'
import { list as listQuestions } from './questions/list.ts'
import { moderate as moderateQuestion } from './questions/moderate.ts'
import { pin as pinQuestion } from './questions/pin.ts'
import { queue } from './questions/queue.ts'
import { reply as replyToQuestion } from './questions/reply.ts'
import { remove } from './remove.ts'
import { report } from './report.ts'
import { get as getSettings } from './settings/get.ts'
import { update as updateSettings } from './settings/update.ts'
import { showPhotos } from './showing-photos.ts'
import { vote } from './vote.ts'
import { write } from './write.ts'

export default defineModule({
  name: 'reviews',
  operations: [
    list,
    own,
    write,
    remove,
    mine,
    createPhoto,
    vote,
    report,
    adminList,
    get,
    moderate,
    reply,
    pin,
    forget,
    listQuestions,
    ask,
    answer,
    queue,
    moderateQuestion,
    replyToQuestion,
    pinQuestion,
    listAnswers,
    moderateAnswer,
    getSettings,
    updateSettings,
  ],
  events: [reviewsChanged, questionsChanged],
  jobs: [showPhotos, purge],
  permissions: {
    'reviews.read': 'See all reviews and questions, those that wait among them',
    'reviews.write': 'Publish, refuse, answer and pin reviews and questions',
  },
  invariants,
  personalData,
})
