// Stands in for the page that the JavaScript samples run in: its address, its fetch, and CometD's adapter for Node. Every answer is told to the parent.
import { adapt } from 'cometd-nodejs-client';

const server = process.env.SERVER;
const ask = globalThis.fetch;

adapt();
globalThis.fetch = (path, options) => ask(new URL(path, server), options);
/** A console for one sample, and what it prints first. */
globalThis.listen = () => {
  const heard = {};
  heard.printed = new Promise(resolve => { heard.console = { log: resolve }; });
  return heard;
};
globalThis.tell = (id, status, text) => process.send({ id, status, text });
