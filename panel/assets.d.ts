/** Vite collects the styles that views import: https://vite.dev/guide/features#css */
declare module "*.css";

/** Vite gives a file's text: https://vite.dev/guide/assets#importing-asset-as-string */
declare module "*.har?raw" {
  const text: string;
  export default text;
}
