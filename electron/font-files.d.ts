// An imported font is the path of its file on disk: see electron/tasks/font-file-plugin.mjs.
declare module '*.ttf' {
  const path: string;
  export default path;
}
