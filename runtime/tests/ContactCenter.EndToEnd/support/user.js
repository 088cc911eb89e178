// A user over HTTP.
import assert from 'node:assert/strict';

export class User {
  constructor(program, login, password = 'demo') {
    this.program = program;
    this.login = login;
    this.password = password;
    this.authorization = login === null ? undefined : `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
  }

  /** Sends a request; the answer has status, headers, text and, when it is JSON, body. */
  async request(method, path, body, headers = {}) {
    const raw = body instanceof Uint8Array || typeof body === 'string';
    const response = await fetch(this.program.url + path, {
      method,
      headers: {
        ...(this.authorization && { Authorization: this.authorization }),
        ...(body !== undefined && { 'Content-Type': 'application/json; charset=UTF-8' }),
        ...headers,
      },
      body: body === undefined || raw ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const json = response.headers.get('content-type') === 'application/json';
    return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : undefined };
  }

  get(path, headers) {
    return this.request('GET', path, undefined, headers);
  }

  post(path, body) {
    return this.request('POST', path, body);
  }

  /** Sends a POST that has to succeed in the given envelope. */
  async succeed(path, body, expected = { statusCode: 0 }) {
    const answer = await this.post(path, body);
    assert.deepEqual({ status: answer.status, body: answer.body }, { status: 200, body: expected }, `${this.login}: ${JSON.stringify(body)} to ${path}: ${answer.text}`);
  }

  /** Sends a POST that has to fail; returns the message. */
  async fail(path, body, status, code) {
    const answer = await this.post(path, body);
    const message = answer.body?.statusMessage ?? answer.body?.errorDescription;
    assert.equal(answer.status, status, `${this.login}: ${JSON.stringify(body)} to ${path}: ${answer.text}`);
    assert.equal(answer.body.statusCode ?? answer.body.errorCode ?? code, code, answer.text);
    assert.ok(message, answer.text);
    return message;
  }

  async id() {
    const { body } = await this.get('/api/v2/me');
    return body.user.id;
  }
}

/** The customer's side. */
export class Gateway extends User {
  constructor(program) {
    super(program, 'gateway1');
  }

  async create(path, body) {
    const answer = await this.post(path, body);
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.body.statusCode, 0);
    this.program.interactions.add(answer.body.id);
    return answer.body.id;
  }

  openChat(body = {}) {
    return this.create('/media-gateway/chats', { nickname: 'Maria', subject: 'GMS Chat', text: 'My invoice is wrong.', ...body });
  }

  receiveEmail(body = {}) {
    return this.create('/media-gateway/emails', { from: 'maria@example.com', subject: 'Question about my invoice', text: 'Why was I charged twice?', ...body });
  }

  openSms(body = {}) {
    return this.create('/media-gateway/smssessions', { from: '+4915112345678', text: 'Where is my parcel?', ...body });
  }

  async chat(id) {
    return (await this.get(`/media-gateway/chats/${id}`)).body.chat;
  }

  async sms(id) {
    return (await this.get(`/media-gateway/smssessions/${id}`)).body.smssession;
  }

  setPresence(agentId, state, description) {
    return this.succeed(`/media-gateway/agents/${agentId}/presence`, { state, ...(description && { description }) });
  }
}
