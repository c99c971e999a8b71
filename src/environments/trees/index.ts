// Belongs here: trees given by their edges or parents; not: graphs with cycles (graphs).
export { banyanHeart } from "./banyan-heart.ts";
export { fbiBinaryTree } from "./fbi-binary-tree.ts";
export { maxTreeXorPath } from "./max-tree-xor-path.ts";
export { maximumIndependentSetTree } from "./maximum-independent-set-tree.ts";
export { preorderTraversal } from "./preorder-traversal.ts";
export { treeCenter } from "./tree-center.ts";
export { weightedBinaryTree } from "./weighted-binary-tree.ts";
