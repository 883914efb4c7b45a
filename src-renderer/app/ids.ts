/** The search field of the header, for the key that goes there. */
export const searchFieldId = 'find';

/** Where menus and hints are drawn. */
export const layersId = 'layers';
