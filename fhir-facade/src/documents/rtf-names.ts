/** Control words of RTF by what they mean for a reader of words. */

const names = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Groups that hold no words: tables of fonts, colours and styles, numbers of versions. */
export const WITHOUT_WORDS = names(
  "fonttbl colortbl stylesheet listtable listoverridetable rsidtbl themedata colorschememapping latentstyles datastore generator xmlnstbl mmathPr wgrffmtfilter filetbl revtbl pgdsctbl panose falt blipuid userprops pnseclvl",
);

/** Groups that say something that is not in the words. */
export const NOT_WORDS = names("pict objdata object shppict nonshppict bin do shp shpinst fromhtml htmlrtf htmltag mmath objemb oleclsid");

/** Of those, the ones in which words stand beside the rest. */
export const PARTLY_WORDS = names("bin object do shp shpinst fromhtml htmlrtf htmltag mmath objemb");

/** Where a line, a cell or a column ends. */
export const BREAKS = names("par line cell row nestcell nestrow sect page column tab softline softpage");

export const CHARACTERS: Readonly<Record<string, string>> = {
  emdash: "\u2014",
  endash: "\u2013",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
  bullet: "\u2022",
  lquote: "\u2018",
  rquote: "\u2019",
  ldblquote: "\u201C",
  rdblquote: "\u201D",
};
