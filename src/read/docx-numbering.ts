/**
 * Automatic numbering of a Word file (word/numbering.xml; ECMA-376 part 1, section 17.9). The numbers stand nowhere
 * in the text, yet a treaty cites them, so they are counted again as Word does.
 */
import { ordinal } from './ordinal.ts';
import { walkXml } from './xml.ts';

interface Level {
  start?: number;
  format: string;
  text: string;
  /** 1-based level whose use restarts this one; 0 never; by default any higher level. */
  restart?: number;
  legal: boolean;
  style?: string;
}

interface List {
  readonly levels: Map<number, Level>;
  /** Style through which this list is defined elsewhere. */
  link?: string;
  /** Style that this list defines. */
  defines?: string;
}

interface Num {
  list: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

interface Numberings {
  readonly lists: Map<string, List>;
  readonly nums: Map<string, Num>;
}

const parse = (xml: string, where: string): Numberings => {
  const lists = new Map<string, List>();
  const nums = new Map<string, Num>();
  let list: List | undefined;
  let num: Num | undefined;
  let level: Level | undefined;
  let overridden = 0;
  walkXml(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      switch (name) {
        case 'w:abstractNum': lists.set(attributes['w:abstractNumId'] ?? '', (list = { levels: new Map() })); break;
        case 'w:num': nums.set(attributes['w:numId'] ?? '', (num = { list: '', starts: new Map(), levels: new Map() })); break;
        case 'w:abstractNumId': if (num) num.list = value; break;
        case 'w:numStyleLink': if (list) list.link = value; break;
        case 'w:styleLink': if (list) list.defines = value; break;
        case 'w:lvlOverride': overridden = Number(attributes['w:ilvl']); break;
        case 'w:startOverride': num?.starts.set(overridden, Number(value)); break;
        case 'w:lvl':
          level = { format: 'decimal', text: '', legal: false };
          (num ?? list)?.levels.set(Number(attributes['w:ilvl']), level);
          break;
        case 'w:start': if (level) level.start = Number(value); break;
        case 'w:numFmt': if (level) level.format = value; break;
        case 'w:lvlText': if (level) level.text = value; break;
        case 'w:lvlRestart': if (level) level.restart = Number(value); break;
        case 'w:isLgl': if (level) level.legal = value !== '0' && value !== 'false'; break;
        case 'w:pStyle': if (level) level.style = value; break;
        default:
      }
    },
    close(name) {
      if (name === 'w:abstractNum') list = undefined;
      if (name === 'w:num') num = undefined;
      if (name === 'w:lvl') level = undefined;
    },
  }, where);
  return { lists, nums };
};

/** Counts the numbered paragraphs of one document, in order. */
export interface Numbering {
  /** Label of the next paragraph at this level of this list ("2.1.", "(a)", a bullet), or empty; counts it. */
  next(numId: string, level: number): string;
  /** Level that the list gives to paragraphs of a style, if it names the style. */
  levelOf(numId: string, style: string): number | undefined;
}

/** `xml` is word/numbering.xml, or empty. `numIdOf` finds the list that a numbering style stands for. */
export const readNumbering = (xml: string, numIdOf: (style: string) => string | undefined, where: string): Numbering => {
  const { lists, nums } = xml === '' ? { lists: new Map<string, List>(), nums: new Map<string, Num>() } : parse(xml, where);
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();

  /** Id of the list that holds the levels: lists may stand for another by way of a numbering style. */
  const listOf = (num: Num, hops = 0): string => {
    const link = lists.get(num.list)?.link;
    const linked = link === undefined || hops > 8 ? undefined : nums.get(numIdOf(link) ?? '');
    return linked && linked.list !== num.list ? listOf(linked, hops + 1) : num.list;
  };
  const levelIn = (num: Num, at: number): Level | undefined => num.levels.get(at) ?? lists.get(listOf(num))?.levels.get(at);
  const startOf = (num: Num, at: number): number => num.starts.get(at) ?? levelIn(num, at)?.start ?? (num.levels.has(at) ? 1 : 0);

  return {
    next(numId, at) {
      const num = nums.get(numId);
      const level = num && levelIn(num, at);
      if (!num || !level) return '';
      const id = listOf(num);
      const counter = counters.get(id) ?? [];
      counters.set(id, counter);
      const restarts = num.starts.has(at) && !started.has(`${numId} ${at}`);
      started.add(`${numId} ${at}`);
      counter[at] = restarts || counter[at] === undefined ? startOf(num, at) : counter[at] + 1;
      for (let below = at + 1; below < 9; below++) {
        const restart = levelIn(num, below)?.restart;
        if (restart === undefined || at < restart) counter[below] = undefined;
      }
      if (level.format === 'bullet') return /[\p{L}\p{N}\p{S}\p{Po}\p{Pd}]/u.test(level.text) ? level.text : '\u2022';
      return level.text.replace(/%([1-9])/gu, (_, digit: string) => {
        const of = Number(digit) - 1;
        const format = levelIn(num, of)?.format ?? 'decimal';
        return ordinal(counter[of] ?? startOf(num, of), level.legal && format !== 'none' ? 'decimal' : format);
      });
    },
    levelOf(numId, style) {
      const num = nums.get(numId);
      if (!num) return undefined;
      for (let at = 0; at < 9; at++) if (levelIn(num, at)?.style === style) return at;
      return undefined;
    },
  };
};
