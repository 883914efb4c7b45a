import type { PlacedStrip, Strip } from './page.ts';

/** The upper and lower bound of text on the first page and on the later ones, in points from the top of the sheet. */
export interface Bounds {
  firstTopPt: number;
  laterTopPt: number;
  bottomPt: number;
}

/** Cuts the strips into runs that must stay on one page. */
function chainsOf(strips: Strip[]): Strip[][] {
  const chains: Strip[][] = [];
  let open = false;
  for (const strip of strips) {
    if (open && !strip.beginsPage) chains.at(-1)?.push(strip);
    else chains.push([strip]);
    open = strip.holdsNext;
  }
  return chains;
}

function heightOf(strips: Strip[]): number {
  return strips.reduce((sum, { heightPt }) => sum + heightPt, 0);
}

/**
 * Stacks strips on pages. A chain of strips that hold each other moves to the next page as one, unless it is higher than
 * a page: then it is cut between strips.
 */
export function stackPages(strips: Strip[], bounds: Bounds): PlacedStrip[][] {
  const pages: PlacedStrip[][] = [[]];
  let y = bounds.firstTopPt;
  const turn = () => {
    pages.push([]);
    y = bounds.laterTopPt;
  };
  const put = (strip: Strip) => {
    const page = pages.at(-1) as PlacedStrip[];
    if (strip.isGap && page.length === 0) return;
    if (strip.repeated && page.length === 0) put(strip.repeated);
    page.push({ strip, topPt: y });
    y += strip.heightPt;
  };
  for (const chain of chainsOf(strips)) {
    const heightPt = heightOf(chain);
    const fitsLaterAlone = heightPt <= bounds.bottomPt - bounds.laterTopPt && y + heightPt > bounds.bottomPt;
    if ((chain[0]?.beginsPage || fitsLaterAlone) && (pages.at(-1)?.length ?? 0) > 0) turn();
    for (const strip of chain) {
      if (!strip.isGap && y + strip.heightPt > bounds.bottomPt && (pages.at(-1)?.length ?? 0) > 0) turn();
      put(strip);
    }
  }
  return pages;
}
