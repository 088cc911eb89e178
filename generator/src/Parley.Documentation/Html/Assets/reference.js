'use strict';
// Unpacks the page, which was encoded when it was made, and adds tabs, search, copying, themes and the console.
// Past that, text of contracts and servers reaches the page as text only: nothing else here writes markup.
(async () => {
  const root = document.documentElement;
  const byId = id => document.getElementById(id);
  const packed = Uint8Array.from(atob(byId('packed').textContent), character => character.charCodeAt(0));
  const unpacked = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
  document.body.insertAdjacentHTML('afterbegin', unpacked);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (tag, properties = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (name in element && typeof value !== 'string') element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };
  // A page from a file has no storage in some browsers; the choice then lasts until it is closed.
  const stored = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem('parley.' + key);
      localStorage.setItem('parley.' + key, value);
    } catch { /* the choice is not kept */ }
    return null;
  };
  root.classList.add('js');

  // Theme: the system's until the reader chooses.
  const themeButton = byId('theme');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  const showTheme = () => { themeButton.textContent = isDark() ? 'Light' : 'Dark'; themeButton.ariaLabel = `Switch to ${isDark() ? 'light' : 'dark'} theme`; };
  if (['light', 'dark'].includes(stored('theme'))) root.dataset.theme = stored('theme');
  themeButton.hidden = false;
  themeButton.addEventListener('click', () => { root.dataset.theme = isDark() ? 'light' : 'dark'; stored('theme', root.dataset.theme); showTheme(); });
  dark.addEventListener('change', showTheme);
  showTheme();

  // The table of contents on a phone.
  const menu = byId('menu');
  const nav = byId('nav');
  const showMenu = shown => { nav.classList.toggle('shown', shown); menu.ariaExpanded = String(shown); };
  menu.hidden = false;
  menu.addEventListener('click', () => showMenu(!nav.classList.contains('shown')));
  nav.addEventListener('click', event => { if (event.target.closest('a')) showMenu(false); });

  // A link to each section at its heading.
  for (const section of all('main section[id]')) {
    const heading = section.querySelector(':scope > :is(h2, h3):first-child, :scope > .of + h3');
    if (heading) heading.append(' ', make('a', { class: 'hash', href: '#' + section.id, 'aria-label': 'Link to ' + nameOf(heading) }, '#'));
  }
  function nameOf(heading) { return heading.firstChild.textContent.trim(); }

  // The table of contents follows the reader.
  const entries = new Map(all('a', nav).map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  const visible = new Set();
  const follow = new IntersectionObserver(changes => {
    for (const { target, isIntersecting } of changes) visible[isIntersecting ? 'add' : 'delete'](target);
    const first = watched.find(section => visible.has(section));
    if (!first) return;
    all('[aria-current]', nav).forEach(link => link.removeAttribute('aria-current'));
    const link = entries.get(first.id);
    link.ariaCurrent = 'location';
    if (!nav.matches(':hover, :focus-within')) link.scrollIntoView({ block: 'nearest' });
  }, { rootMargin: '-10% 0% -75%' });
  const watched = [...entries.keys()].map(byId).filter(Boolean);
  watched.forEach(section => follow.observe(section));

  // Samples: one language for the whole page.
  let number = 0;
  const groups = all('.samples').filter(samples => samples.querySelectorAll('h4').length > 1).map(samples => {
    const tabs = all('h4', samples).map(heading => {
      const panel = heading.nextElementSibling;
      const tab = make('button', { type: 'button', role: 'tab', id: `tab${++number}`, 'aria-controls': `panel${number}` }, heading.textContent);
      Object.assign(panel, { id: `panel${number}`, role: 'tabpanel', tabIndex: 0 });
      panel.setAttribute('aria-labelledby', tab.id);
      heading.hidden = true;
      return { tab, panel, language: heading.textContent };
    });
    const list = make('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Language' }, ...tabs.map(({ tab }) => tab));
    list.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const index = tabs.findIndex(({ tab }) => tab === document.activeElement);
      const next = tabs[(index + step + tabs.length) % tabs.length];
      choose(next.language, next.tab);
      next.tab.focus();
    });
    tabs.forEach(({ tab, language }) => tab.addEventListener('click', () => choose(language, tab)));
    samples.prepend(list);
    return tabs;
  });
  const show = language => {
    for (const { tab, panel, language: own } of groups.flat()) {
      tab.ariaSelected = String(own === language);
      tab.tabIndex = own === language ? 0 : -1;
      (panel.closest('.holder') ?? panel).hidden = own !== language;
    }
  };
  const choose = (language, tab) => {
    // The page above changes its height; what the reader clicks stays where it is.
    const top = tab.getBoundingClientRect().top;
    show(language);
    scrollBy({ top: tab.getBoundingClientRect().top - top, behavior: 'instant' });
    stored('language', language);
  };

  // Copying.
  for (const block of all('pre')) {
    const button = make('button', { type: 'button', class: 'copy', 'aria-label': 'Copy this code' }, 'Copy');
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(block.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(block);
        button.textContent = 'Selected';
      }
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
    const holder = make('div', { class: 'holder' });
    block.replaceWith(holder);
    holder.append(block, button);
  }
  show(groups.flat().some(({ language }) => language === stored('language')) ? stored('language') : 'curl');

  // What scrolls can be reached with the keyboard.
  const reach = () => all('pre:not([role])').forEach(block => { if (block.scrollWidth > block.clientWidth || block.scrollHeight > block.clientHeight) block.tabIndex = 0; });

  // Colours without touching the markup.
  const colour = () => {
    if (!CSS.highlights) return;
    const kinds = { string: new Highlight(), number: new Highlight(), word: new Highlight() };
    const words = /(?<string>"(?:\\.|[^"\\\n])*"|`[^`]*`)|\b(?<word>var|new|await|const|curl|true|false|null|console|fetch)\b|(?<number>(?<![\w.-])-?\d+(?:\.\d+)?(?![\w-]))/g;
    for (const code of all('pre code')) {
      const text = code.firstChild;
      for (const match of text?.data.matchAll(words) ?? []) {
        const kind = Object.keys(kinds).find(name => match.groups[name]);
        const range = new Range();
        range.setStart(text, match.index);
        range.setEnd(text, match.index + match[0].length);
        kinds[kind].add(range);
      }
    }
    for (const [kind, highlight] of Object.entries(kinds)) CSS.highlights.set(kind, highlight);
  };
  (self.requestIdleCallback ?? setTimeout)(() => { reach(); colour(); });

  // Search: names, names on the wire, members, errors, states, summaries, in this order.
  const search = byId('search');
  const hits = byId('hits');
  let index;
  const buildIndex = () => {
    const sections = all('main section[id]').filter(section => section.querySelector(':scope > :is(h2, h3):first-child, :scope > :is(.of, span) + h3')).map(section => ({
      id: section.id,
      name: nameOf(section.querySelector('h2, h3')),
      wire: section.querySelector('.wire')?.textContent.replaceAll('"', '') ?? '',
      about: section.querySelector('.sum')?.textContent ?? '',
      members: all('dt > code', section).map(code => code.textContent),
      group: section.closest('.contract')?.querySelector('h2').firstChild.textContent.trim() ?? '',
    }));
    const states = all('dt[id]').map(state => ({ id: state.id, name: state.firstChild.textContent, wire: '', about: state.nextElementSibling.textContent, members: [], group: 'State' }));
    const errors = all('#errors section').flatMap(section => all('tbody tr', section).map(row => ({
      id: section.querySelector('[id]').id, name: row.cells[0].textContent, wire: row.cells[1].textContent, about: row.cells[3].textContent, members: [], group: 'Error ' + nameOf(section.querySelector('h3')),
    })));
    return [...sections, ...states, ...errors];
  };
  const rank = (entry, words) => {
    let total = 0;
    for (const word of words) {
      const has = text => text.toLowerCase().includes(word);
      const rate = entry.name.toLowerCase().startsWith(word) ? 9 : has(entry.name) ? 7 : has(entry.wire) ? 6 : entry.members.some(has) ? 4 : has(entry.about) ? 2 : has(entry.group) ? 1 : 0;
      if (!rate) return 0;
      total += rate;
    }
    return total + (entry.id.startsWith('operation/') ? 0.5 : 0);
  };
  const find = () => {
    index ??= buildIndex();
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = words.length ? index.map(entry => [rank(entry, words), entry]).filter(([rate]) => rate).sort(([a], [b]) => b - a).slice(0, 20) : [];
    hits.replaceChildren(...found.map(([, entry]) => make('a', { href: '#' + entry.id },
      entry.name + (entry.wire && entry.wire !== entry.name ? ` (${entry.wire})` : ''), make('small', {}, [entry.group, entry.about].filter(Boolean).join(' · ')))));
    hits.hidden = !words.length || !found.length;
    byId('found').textContent = words.length ? `${found.length || 'No'} ${found.length === 1 ? 'hit' : 'hits'}` : '';
  };
  search.hidden = false;
  search.addEventListener('input', find);
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter') hits.querySelector('a')?.click();
    if (event.key === 'ArrowDown') { hits.querySelector('a')?.focus(); event.preventDefault(); }
    if (event.key === 'Escape') { search.value = ''; find(); }
  });
  hits.addEventListener('keydown', event => {
    const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
    if (!step) return;
    (document.activeElement[step] ?? search).focus();
    event.preventDefault();
  });
  hits.addEventListener('click', () => { search.value = ''; find(); });
  addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    event.preventDefault();
    if (matchMedia('(max-width: 800px)').matches) showMenu(true);
    search.focus();
  });

  // The browser looked for the place in the address before there was one.
  const place = byId(decodeURIComponent(location.hash.slice(1)));
  place?.scrollIntoView({ behavior: 'instant' });

  // Console.
  const data = JSON.parse(byId('data').textContent);
  const served = /^https?:$/.test(location.protocol);
  let panel;
  let opener;
  const openConsole = id => {
    opener = document.activeElement;
    panel ??= makeConsole();
    if (id) panel.choose(id);
    panel.element.hidden = false;
    root.classList.add('calling');
    panel.heading.focus();
  };
  const openButton = make('button', { type: 'button', id: 'open', class: 'main', onclick: () => openConsole() }, 'Console');
  // Within the main landmark, so that nothing on the page stands outside of every landmark.
  byId('main').append(openButton);
  for (const section of all('.op')) {
    const id = section.id.replace(/^operation\//, '');
    if (data.operations[id]) section.querySelector('.samples').append(make('button', { type: 'button', class: 'main try', 'aria-label': `Try it in the console: ${id}`, onclick: () => openConsole(id) }, 'Try it in the console'));
  }

  function makeConsole() {
    const heading = make('h2', { tabindex: '-1' }, 'Console');
    const status = make('p', { role: 'status' });
    const login = make('input', { autocomplete: 'username', required: true });
    const password = make('input', { type: 'password', autocomplete: 'current-password' });
    const endpoint = make('input', { value: data.cometd, spellcheck: false });
    const signIn = make('button', { type: 'submit' }, 'Sign in');
    const select = make('select', {});
    const contracts = Map.groupBy(Object.keys(data.operations), id => id.split('.')[0]);
    for (const [contract, ids] of contracts) select.append(make('optgroup', { label: contract }, ...ids.map(id => make('option', { value: id }, id))));
    const fields = make('div');
    const body = make('textarea', { spellcheck: false, rows: '5' });
    const bodyLabel = make('label', {}, 'Body', body);
    const send = make('button', { type: 'submit', class: 'main' }, 'Send');
    const seen = make('datalist', { id: 'seen' });
    const time = make('ol', { id: 'time' });
    const account = make('div', {}, make('div', { class: 'row' }, make('label', {}, 'Login', login), make('label', {}, 'Password', password)), make('label', {}, 'CometD endpoint', endpoint));
    const signInForm = make('form', {}, make('fieldset', { disabled: !served }, make('legend', {}, 'Account'), account, make('div', { class: 'row' }, signIn)));
    const callForm = make('form', {}, make('fieldset', { disabled: !served }, make('legend', {}, 'Operation'),
      make('label', {}, 'Operation', select), fields, bodyLabel, make('div', { class: 'row' }, send)));
    const element = make('section', { id: 'console', 'aria-label': 'Console', hidden: true },
      make('div', { class: 'head' }, heading, make('button', { type: 'button', onclick: close }, 'Close')),
      make('div', { class: 'forms', role: 'region', 'aria-label': 'Call', tabindex: '0' }, make('p', {}, served
        ? 'Calls this server. Answers and notifications share one time line; the password is kept in memory only.'
        : 'The console works on the page that a server shows, such as at /docs. This page was opened from a file, and browsers let no file call a server.'),
      signInForm, status, callForm, seen),
      make('div', { class: 'line', role: 'region', 'aria-label': 'Time line', tabindex: '0' },
        make('div', { class: 'head' }, make('h3', {}, 'Time line'), make('button', { type: 'button', onclick: () => time.replaceChildren() }, 'Clear')),
        make('div', { role: 'log', 'aria-label': 'Answers and notifications' }, time)));
    byId('main').append(element);

    let operation;
    let authorization;
    let session;
    let started = performance.now();

    signInForm.addEventListener('submit', event => {
      event.preventDefault();
      if (session) signOut();
      else begin();
    });
    callForm.addEventListener('submit', event => { event.preventDefault(); call(); });
    select.addEventListener('change', () => choose(select.value));
    element.addEventListener('keydown', event => { if (event.key === 'Escape') close(); });
    choose(select.value);
    return { element, heading, choose };

    function close() {
      element.hidden = true;
      root.classList.remove('calling');
      opener?.focus();
    }

    function choose(id) {
      select.value = id;
      const [verb, template, parameters, discriminator, place, members, example, ownHeaders] = data.operations[id];
      const values = example || (discriminator ? { [discriminator[0]]: discriminator[1] } : {});
      operation = { verb, template, place, inputs: [], ownHeaders };
      fields.replaceChildren(make('p', {}, make('b', {}, verb), ' ', make('code', {}, template)));
      for (const [name, value] of parameters) {
        const input = make('input', { value, required: true, list: 'seen', spellcheck: false, autocomplete: 'off' });
        operation.inputs.push([name, input]);
        fields.append(make('label', {}, `${name} (path)`, input));
      }
      for (const [name, required, kind] of members) fields.append(make('label', {}, name + (required ? ' (required)' : ''), editor(name, required, kind, values[name])));
      bodyLabel.firstChild.data = place === 'query' ? 'Query, as JSON' : 'Body';
      bodyLabel.hidden = !place;
      body.value = JSON.stringify(values, null, 2);
    }

    // A member of the body: what is entered goes into the JSON below, which is what is sent.
    function editor(name, required, kind, value) {
      const choices = kind === 'boolean' ? [true, false] : Array.isArray(kind) ? kind : null;
      const input = choices
        ? make('select', {}, ...(required ? [] : [make('option', { value: '' }, '')]), ...choices.map(choice => make('option', { value: JSON.stringify(choice), selected: choice === value }, String(choice))))
        : kind === 'json' ? make('textarea', { rows: '2', spellcheck: false }) : make('input', { type: kind === 'number' ? 'number' : 'text', step: 'any' });
      if (!choices && value !== undefined) input.value = kind === 'json' ? JSON.stringify(value) : value;
      input.addEventListener('input', () => {
        try {
          const whole = JSON.parse(body.value || '{}');
          if (input.value === '') delete whole[name];
          else whole[name] = kind === 'text' ? input.value : kind === 'number' ? Number(input.value) : JSON.parse(input.value);
          body.value = JSON.stringify(whole, null, 2);
          input.setCustomValidity('');
        } catch {
          input.setCustomValidity('This is not JSON.');
        }
        input.reportValidity();
      });
      return input;
    }

    function log(kind, title, value) {
      const offset = (performance.now() - started) / 1000;
      const entry = make('li', { class: kind }, make('time', {}, `+${offset.toFixed(3)} s`), ' ', title);
      if (value !== undefined && value !== '') entry.append(make('pre', { tabindex: '0' }, typeof value === 'string' ? value : JSON.stringify(value, null, 2)));
      time.append(entry);
      entry.scrollIntoView({ block: 'nearest' });
      remember(value);
    }

    // Identifiers that came by are offered for the path.
    function remember(value) {
      if (!value || typeof value !== 'object') return;
      for (const [name, member] of Object.entries(value)) {
        if (typeof member === 'string' && /^id$|Id$/.test(name) && ![...seen.children].some(option => option.value === member)) seen.prepend(make('option', { value: member }));
        else remember(member);
      }
    }

    function credentials() {
      const bytes = new TextEncoder().encode(`${login.value}:${password.value}`);
      return 'Basic ' + btoa(String.fromCharCode(...bytes));
    }

    async function call() {
      let url = operation.template;
      for (const [name, input] of operation.inputs) url = url.replace(`{${name}}`, () => encodeURIComponent(input.value));
      let whole = {};
      if (operation.place) {
        try {
          whole = JSON.parse(body.value);
        } catch (error) {
          body.setCustomValidity(`This is not JSON: ${error.message}`);
          body.reportValidity();
          body.addEventListener('input', () => body.setCustomValidity(''), { once: true });
          return;
        }
      }
      if (operation.place === 'query') url += '?' + new URLSearchParams(Object.entries(whole).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
      const hasBody = operation.place === 'body';
      started = performance.now();
      log('http', `→ ${operation.verb} ${url}`, hasBody ? whole : undefined);
      try {
        const headers = { ...operation.ownHeaders };
        if (authorization) headers.Authorization = authorization;
        if (hasBody) headers['Content-Type'] = 'application/json';
        // Without the browser's own credentials it never opens its password dialog.
        const response = await fetch(url, { method: operation.verb, headers, body: hasBody ? JSON.stringify(whole) : undefined, credentials: 'omit' });
        const text = await response.text();
        let value = text;
        try { value = JSON.parse(text); } catch { /* shown as it came */ }
        log(response.ok ? 'http' : 'http failed', `← HTTP ${response.status}`, value);
      } catch (error) {
        log('http failed', `← ${error.message}`);
      }
    }

    async function begin() {
      authorization = credentials();
      session = { authorization, stop: new AbortController(), number: 0 };
      signIn.disabled = true;
      started = performance.now();
      try {
        await handshake(session);
        status.textContent = `Signed in as ${login.value}. Notifications arrive in the time line.`;
        signIn.textContent = 'Sign out';
        account.hidden = true;
        connect(session);
      } catch (error) {
        session = undefined;
        authorization = undefined;
        status.textContent = `Not signed in: ${error.message}`;
        log('cometd failed', `CometD: ${error.message}`);
      }
      signIn.disabled = false;
    }

    function signOut() {
      const ended = session;
      session = undefined;
      ended.stop.abort();
      exchange({ ...ended, stop: new AbortController() }, { channel: '/meta/disconnect' }).catch(() => { /* the server forgets the session by itself */ });
      authorization = undefined;
      password.value = '';
      account.hidden = false;
      signIn.textContent = 'Sign in';
      status.textContent = 'Signed out.';
    }

    // Bayeux over long-polling: handshake, subscribe, then one held request after another.
    async function exchange(current, ...messages) {
      const sent = messages.map(message => ({ ...message, id: String(++current.number), ...(current.clientId ? { clientId: current.clientId } : {}) }));
      // With the server's cookie, to which it binds the session.
      const response = await fetch(endpoint.value, {
        method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: current.authorization }, body: JSON.stringify(sent), credentials: 'same-origin', signal: current.stop.signal,
      });
      let received;
      try {
        received = await response.json();
      } catch {
        throw new Error(`HTTP ${response.status} from ${endpoint.value}`);
      }
      if (!Array.isArray(received)) throw new Error(`HTTP ${response.status} from ${endpoint.value}`);
      for (const message of received) {
        if (!message.channel.startsWith('/meta/')) log('cometd', `CometD ${message.channel}`, message.data);
      }
      return received.filter(message => message.channel === sent[0].channel);
    }

    async function handshake(current) {
      delete current.clientId;
      const [reply] = await exchange(current, { channel: '/meta/handshake', version: '1.0', minimumVersion: '1.0', supportedConnectionTypes: ['long-polling'] });
      if (!reply?.successful) throw new Error(reply?.error ?? 'the handshake was refused');
      current.clientId = reply.clientId;
      log('cometd', 'CometD handshake');
      if (!data.channels.length) return;
      const replies = await exchange(current, ...data.channels.map(subscription => ({ channel: '/meta/subscribe', subscription })));
      for (const subscribed of replies) log(subscribed.successful ? 'cometd' : 'cometd failed', `CometD subscribe ${subscribed.subscription}${subscribed.successful ? '' : ': ' + subscribed.error}`);
    }

    async function connect(current) {
      let pause = 0;
      while (session === current) {
        try {
          if (pause) await new Promise(resolve => setTimeout(resolve, pause));
          const [reply] = await exchange(current, { channel: '/meta/connect', connectionType: 'long-polling' });
          pause = reply?.advice?.interval ?? 0;
          if (reply?.successful) continue;
          if (reply?.advice?.reconnect === 'none') throw new Error(reply.error);
          if (reply?.advice?.reconnect !== 'handshake') continue;
          await handshake(current);
          // A server that knows no session for long must not be asked without rest.
          pause = Math.max(pause, 1000);
        } catch (error) {
          if (session !== current) return;
          log('cometd failed', `CometD: ${error.message}`);
          status.textContent = 'Notifications have stopped; sign in again.';
          session = undefined;
          account.hidden = false;
          signIn.textContent = 'Sign in';
          return;
        }
      }
    }
  }
})();
