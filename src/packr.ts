/*
 * The MessagePack library, imported in one place: the build puts it into this module, so that
 * installing the package brings no install script. Its native part speeds up reading many short
 * texts where an operator installs it (`npm install msgpackr-extract`).
 */
export { Packr } from "msgpackr";
