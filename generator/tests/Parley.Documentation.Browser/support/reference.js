// The page without a browser: its body as it was packed, and the samples in it.
import { inflateRawSync } from 'node:zlib';

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
const decode = markup => markup.replace(/&(lt|gt|amp|quot|#39);/g, (_, name) => entities[name]);

/** The markup that stands packed in the page. */
const unpack = html => inflateRawSync(Buffer.from(/id="packed">([^<]*)</.exec(html)[1], 'base64')).toString('utf8');

const samplesIn = section => Object.fromEntries([...section.matchAll(/<h4>([^<]*)<\/h4><pre><code>([^<]*)<\/code><\/pre>/g)].map(([, language, code]) => [language, decode(code)]));

/** What every call takes for granted, and the samples of each operation by its id, all by language. */
export function samplesOf(html) {
  const body = unpack(html);
  const sections = [...body.matchAll(/<section class="op" id="operation\/([^"]+)">(.*?)<\/section>/gs)];
  return { setup: samplesIn(/<section id="overview">(.*?)<\/section>/s.exec(body)[1]), operations: new Map(sections.map(([, id, section]) => [id, samplesIn(section.slice(section.indexOf('class="samples"')))])) };
}
