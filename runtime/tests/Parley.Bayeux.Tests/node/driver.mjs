// Drives one CometD client: commands come as JSON lines on stdin, everything that happens goes out as JSON lines on stdout.
import { createInterface } from "node:readline";
import { adapt } from "cometd-nodejs-client";
import { CometD } from "cometd";
import { AckExtension } from "cometd/AckExtension.js";
import { TimeSyncExtension } from "cometd/TimeSyncExtension.js";

adapt();
const log = console.error;
// The adapter points the client's logging at console.log, which is our wire.
for (const level of ["log", "debug", "info", "warn"]) console[level] = log;

const cometd = new CometD();
const subscriptions = new Map();
const say = (what, message) => process.stdout.write(JSON.stringify({ what, ...message }) + "\n");

for (const meta of ["handshake", "connect", "subscribe", "unsubscribe", "disconnect", "publish"]) {
    cometd.addListener(`/meta/${meta}`, message => say(meta, { message }));
}

const commands = {
    configure({ url, transport, ack, timesync, maxBackoff, requestHeaders }) {
        for (const type of cometd.getTransportTypes()) {
            if (type !== transport) cometd.unregisterTransport(type);
        }
        if (ack) cometd.registerExtension("ack", new AckExtension());
        if (timesync) cometd.registerExtension("timesync", new TimeSyncExtension());
        cometd.configure({ url, requestHeaders, backoffIncrement: 20, maxBackoff: maxBackoff ?? 100, logLevel: process.env.COMETD_LOG ?? "warn" });
        // As applications do: what was subscribed is subscribed again after every handshake.
        cometd.addListener("/meta/handshake", message => {
            if (message.successful) cometd.batch(() => [...subscriptions.keys()].forEach(subscribe));
        });
        say("configured", {});
    },
    handshake() { cometd.handshake(); },
    subscribe({ channel }) { subscribe(channel); },
    unsubscribe({ channel }) { cometd.unsubscribe(subscriptions.get(channel), () => {}); subscriptions.delete(channel); },
    publish({ channel, data }) { cometd.publish(channel, data, message => say("published", { message })); },
    call({ target, data, timeout }) { cometd.remoteCall(target, data, timeout ?? 10000, message => say("answer", { message })); },
    batch({ messages }) { cometd.batch(() => messages.forEach(({ channel, data }) => commands.publish({ channel, data }))); },
    disconnect() { cometd.disconnect(message => say("disconnected", { message, status: cometd.getStatus() })); },
    offset() { say("offset", { value: cometd.getExtension("timesync").getTimeOffset() }); },
    exit() { process.exit(0); },
};

function subscribe(channel) {
    subscriptions.set(channel, cometd.subscribe(channel, message => say("event", { message }), message => say("subscribed", { message })));
}

createInterface({ input: process.stdin }).on("line", line => {
    const command = JSON.parse(line);
    commands[command.do](command);
}).on("close", () => process.exit(0));
