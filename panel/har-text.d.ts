/** Vite hands a file's text over: https://vite.dev/guide/assets#importing-asset-as-string */
declare module "*.har?raw" {
  const text: string;
  export default text;
}
