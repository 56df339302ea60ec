/** What changed between two wordings: the words they share at both ends, and the stretch between that differs. Pure. */
export interface Difference {
  before: string;
  removed: string;
  added: string;
  after: string;
}

export const difference = (old: string, fresh: string): Difference => {
  const [a, b] = [old.split(/(?<=\s)/u), fresh.split(/(?<=\s)/u)];
  const same = (i: number, j: number): boolean => a[i]!.trim() === b[j]!.trim();
  let head = 0;
  while (head < Math.min(a.length, b.length) && same(head, head)) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && same(a.length - 1 - tail, b.length - 1 - tail)) tail++;
  return {
    before: b.slice(0, head).join(''),
    removed: a.slice(head, a.length - tail).join(''),
    added: b.slice(head, b.length - tail).join(''),
    after: b.slice(b.length - tail).join(''),
  };
};
