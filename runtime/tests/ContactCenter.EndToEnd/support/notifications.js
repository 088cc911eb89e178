// What an agent is notified of, through CometD's own client.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { assertNotification } from './contracts.js';

const client = fileURLToPath(new URL('cometd-process.js', import.meta.url));
const deadline = 15_000;
export const topics = ['/v2/me/interactions', '/v2/me/smssessions'];

export class Notifications {
  /** Handshakes, subscribes and returns when all subscriptions are answered. */
  static async open(user, { transport = 'long-polling', channels = topics } = {}) {
    const notifications = new Notifications(user, transport, channels);
    await notifications.ready;
    return notifications;
  }

  constructor(user, transport, channels) {
    this.user = user;
    this.events = [];
    this.taken = [];
    this.waiting = null;
    this.replies = new Map();
    this.subscriptions = new Map();
    this.nextCall = 1;
    this.process = fork(client, [address(user, transport), transport, user.authorization ?? 'Basic bm9ib2R5OnBhc3N3b3Jk', ...channels], { execArgv: [] });
    this.exited = once(this.process, 'exit');
    this.ready = this.#within('handshake', new Promise((resolve, reject) => {
      this.process.on('message', message => this.#receive(message, resolve, reject));
    }));
    this.ready.catch(() => {});
  }

  #receive(message, resolve, reject) {
    if (message.what === 'ready') resolve();
    else if (message.what === 'handshakeFailed') reject(new Error(`handshake of ${this.user.login}: ${message.message.error}`, { cause: message.message }));
    else if (message.what === 'subscribed') this.subscriptions.set(message.channel, message);
    else if (message.what === 'reply') this.replies.get(message.id)(message.reply);
    else if (message.what === 'event') {
      this.events.push(message);
      this.waiting?.();
    }
  }

  async #within(what, promise) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.user.login}: no ${what} within ${deadline} ms; so far: ${JSON.stringify(this.taken)}; waiting: ${this.events.map(event => summary(event.data)).join(', ')}`)), deadline);
    });
    try {
      return await Promise.race([promise, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** The next notification in order; it has to agree with its contract. */
  async next(what = 'notification') {
    for (;;) {
      this.#skipOthers();
      if (this.events.length > 0) break;
      await this.#within(what, new Promise(resolve => { this.waiting = resolve; }));
    }
    const event = this.events.shift();
    this.taken.push(summary(event.data));
    assertNotification(event.channel, event.data);
    return event.data;
  }

  /** The next notifications must have these summaries, in this order; returns the last of them. */
  async expect(...summaries) {
    let data;
    for (const expected of summaries) {
      data = await this.next(expected);
      assert.equal(summary(data), expected, `${this.user.login}; so far: ${JSON.stringify(this.taken)}; found: ${JSON.stringify(data)}`);
    }
    return data;
  }

  /** Nothing may be waiting. Everything that a finished request causes is committed with it, so no time has to pass. */
  assertNone() {
    this.#skipOthers();
    assert.deepEqual(this.events.map(event => summary(event.data)), [], this.user.login);
  }

  /** What the test before has left unconfirmed comes again: only interactions of this test count. */
  #skipOthers() {
    this.events = this.events.filter(({ data }) => {
      const id = interactionOf(data);
      return id === undefined || this.user.program.interactions.has(id);
    });
  }

  #call(call, channel, data) {
    const id = this.nextCall++;
    const reply = new Promise(resolve => this.replies.set(id, resolve));
    this.process.send({ id, call, channel, data });
    return this.#within(call, reply);
  }

  remoteCall(target, data) {
    return this.#call('remoteCall', target, data);
  }

  publish(channel, data) {
    return this.#call('publish', channel, data);
  }

  async close() {
    if (this.process.connected) this.process.disconnect();
    await this.exited;
  }

  /** The client dies without a word, as when a machine loses power. */
  async crash() {
    this.process.kill('SIGKILL');
    await this.exited;
  }
}

const interactionOf = data => data.chat?.id ?? data.smssession?.id ?? data.id ?? (data.chatUri ?? data.smssessionUri)?.split('/').at(-1);

/** One line that tells which notification it is. */
export function summary(data) {
  if (data.messageTypeName === 'InteractionStateMessage') return `flat ${data.state}`;
  if (data.chat) return `chat ${data.notificationType} ${data.chat.state}`;
  if (data.smssession) return `sms ${data.notificationType} ${data.smssession.state}`;
  if (data.messageType === 'MessageLogUpdated') {
    return `log ${data.messages.map(message => (message.type === 'Text' ? `${message.from.nickname}: ${message.text}` : `${message.from.nickname} ${message.type}`)).join(' | ')}`;
  }
  return data.messageTypeName ?? data.messageType ?? JSON.stringify(data);
}

/** A WebSocket has no headers of its own in CometD's client: credentials go with the address. */
function address(user, transport) {
  const url = new URL('/api/v2/notifications', user.program.url);
  if (transport === 'websocket' && user.authorization) [url.username, url.password] = [user.login, user.password];
  return url.href;
}
