// Drives one CometD client: commands come as JSON lines on stdin, everything that happens goes out as JSON lines on stdout.
import { createInterface } from "node:readline";
import { adapt } from "cometd-nodejs-client";
import { CometD } from "cometd";
import { AckExtension } from "cometd/AckExtension.js";
import { BinaryExtension } from "cometd/BinaryExtension.js";
import { ReloadExtension } from "cometd/ReloadExtension.js";
import { TimeStampExtension } from "cometd/TimeStampExtension.js";
import { TimeSyncExtension } from "cometd/TimeSyncExtension.js";

adapt();
const log = console.error;
// The adapter points the client's logging at console.log, which is our wire.
for (const level of ["log", "debug", "info", "warn"]) console[level] = log;

// What the reload extension keeps over the reload of a page; here the page is a CometD object.
const storage = new Map();
globalThis.window.sessionStorage = {
    getItem: name => storage.get(name) ?? null,
    setItem: (name, value) => storage.set(name, value),
    removeItem: name => storage.delete(name),
};

const extensions = { ack: AckExtension, binary: BinaryExtension, reload: ReloadExtension, timestamp: TimeStampExtension, timesync: TimeSyncExtension };
const subscriptions = new Map();
const plain = (name, value) => value instanceof ArrayBuffer ? [...new Uint8Array(value)]
    // What a failure has for its conduit is a socket or a request, and neither is JSON.
    : name === "transport" && typeof value === "object" ? undefined : value;
const say = (what, message) => process.stdout.write(JSON.stringify({ what, ...message }, plain) + "\n");
const tell = what => message => say(what, { message });
let settings;
let cometd;

function create() {
    cometd = new CometD();
    for (const type of cometd.getTransportTypes()) {
        if (!settings.transports.includes(type)) cometd.unregisterTransport(type);
    }
    for (const name of settings.extensions) cometd.registerExtension(name, new extensions[name]());
    for (const meta of ["handshake", "connect", "subscribe", "unsubscribe", "disconnect", "publish"]) cometd.addListener(`/meta/${meta}`, tell(meta));
    cometd.onTransportException = (_, from, to) => say("transport", { message: { from, to } });
    cometd.configure({ url: settings.url, backoffIncrement: 20, maxBackoff: 100, logLevel: process.env.COMETD_LOG ?? "warn", ...settings.config });
    // As applications do: what was subscribed is subscribed again after every handshake.
    cometd.addListener("/meta/handshake", message => {
        if (message.successful) cometd.batch(() => [...subscriptions.keys()].forEach(subscribe));
    });
}

const commands = {
    configure(given) { settings = given; create(); say("configured", {}); },
    reconfigure({ config }) { cometd.configure({ url: settings.url, ...config }); say("configured", {}); },
    handshake({ props }) { cometd.handshake(props); },
    listen({ channel }) { cometd.addListener(channel, tell("event")); },
    subscribe({ channel }) { subscribe(channel); },
    unsubscribe({ channel }) { cometd.unsubscribe(subscriptions.get(channel), tell("unsubscribed")); subscriptions.delete(channel); },
    publish({ channel, data }) { cometd.publish(channel, data, tell("published")); },
    publishBinary({ channel, bytes, last, meta }) { cometd.publishBinary(channel, Uint8Array.from(bytes), last, meta, tell("published")); },
    call({ target, data, timeout }) { cometd.remoteCall(target, data, timeout, tell("answer")); },
    callBinary({ target, bytes, last, meta }) { cometd.remoteCallBinary(target, Uint8Array.from(bytes), last, meta, settings.config.maxNetworkDelay, tell("answer")); },
    batch({ commands }) { cometd.batch(() => commands.forEach(run)); },
    together({ commands }) { commands.forEach(run); },
    // Within the next call of a listener, as applications do that react.
    within({ meta, command }) {
        const listener = cometd.addListener(`/meta/${meta}`, () => { cometd.removeListener(listener); run(command); });
    },
    reload() { cometd.reload(); create(); commands.handshake({}); },
    breakWebSocket() { globalThis.window.WebSocket = class { constructor() { throw new Error("No WebSocket here"); } }; },
    // What is over is not subscribed again; and a second subscription to a channel would be answered by the client itself, ahead of the server's reply to the first.
    disconnect() { subscriptions.clear(); cometd.disconnect(message => say("disconnected", { message })); },
    status() { say("status", { message: { status: cometd.getStatus(), transport: cometd.getTransport()?.type, clientId: cometd.getClientId() } }); },
    offset() { say("offset", { value: cometd.getExtension("timesync").getTimeOffset() }); },
};

function subscribe(channel) {
    subscriptions.set(channel, cometd.subscribe(channel, tell("event"), tell("subscribed")));
}

function run(command) {
    try {
        commands[command.do](command);
    } catch (error) {
        say("thrown", { message: { error: error.message } });
    }
}

createInterface({ input: process.stdin }).on("line", line => run(JSON.parse(line))).on("close", () => process.exit(0));
