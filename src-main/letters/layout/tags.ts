import type { TagNode } from './page.ts';

type Element = PDFKit.PDFStructureElement;

/** The structure tree of one document; elements come into being with their first mark, in the order of reading. */
export interface TagTree {
  /** Opens marked content that belongs to `node`, or to nothing (decoration), and closes it after `draw`. */
  mark(node: TagNode | undefined, draw: () => void): void;
  close(): void;
}

/** Begins the tree of `document`. */
export function openTagTree(document: PDFKit.PDFDocument): TagTree {
  const root = document.struct('Document');
  document.addStructure(root);
  const elements = new Map<TagNode, Element>();
  const elementOf = (node: TagNode): Element => {
    const known = elements.get(node);
    if (known) return known;
    const { alt, scope } = node;
    const element = document.struct(node.type, { ...(alt ? { alt } : {}), ...(scope ? { scope } : {}) } as { alt?: string });
    (node.parent ? elementOf(node.parent) : root).add(element);
    elements.set(node, element);
    return element;
  };
  return {
    mark(node, draw) {
      if (!node) {
        document.markContent('Artifact', { type: 'Layout' });
        draw();
        document.endMarkedContent();
        return;
      }
      const element = elementOf(node);
      const content = document.markStructureContent(node.type);
      draw();
      document.endMarkedContent();
      element.add(content);
    },
    close() {
      root.end();
    },
  };
}
