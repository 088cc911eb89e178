// A running program and the people of a test.
import { after, before, beforeEach } from 'node:test';
import { Notifications } from './notifications.js';
import { Program } from './program.js';
import { Gateway, User } from './user.js';

export const ok = { status: 'ok' };

/** One program for all tests of a file. */
export function scene(options) {
  const people = {};
  people.ready = (async () => {
    people.program = await Program.start(options);
    people.gateway = new Gateway(people.program);
    for (const login of ['agent1', 'agent2', 'agent3', 'agent4', 'supervisor1', 'admin1']) people[login] = new User(people.program, login);
  })();
  // Hooks of a file do not wait for each other: those that need the people wait for this.
  before(() => people.ready);
  beforeEach(() => people.program.interactions.clear());
  after(() => people.program?.stop());
  return people;
}

/** Logs users in for the length of a test; each gets `notifications` and `userId`. */
export async function work(t, users, { transport = 'long-polling', channels = ['chat', 'email', 'smssession'] } = {}) {
  for (const user of users) {
    user.userId = await user.id();
    user.notifications = await Notifications.open(user, { transport });
    t.after(async () => {
      await user.notifications.close();
      await user.succeed('/api/v2/me', { operationName: 'EndContactCenterSession' });
    });
  }
  for (const user of users) await start(user, channels);
}

export const start = (user, channels = ['chat', 'email', 'smssession']) =>
  user.succeed('/api/v2/me', { operationName: 'StartContactCenterSession', channels });

/** Operations on an interaction of the caller's own. */
export const interaction = id => `/api/v2/me/interactions/${id}`;
export const sms = id => `/api/v2/me/smssessions/${id}`;
