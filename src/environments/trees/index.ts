// Belongs here: trees given by their edges or parents; not: graphs with cycles (graphs).
export { banyanHeart } from "./banyan-heart.ts";
export { treeCenter } from "./tree-center.ts";
